/** blackbox_exporter's number for an IP address: dashboards see with it that the address changed. */

/** FNV-1a of the address's bytes, 32 bit. */
export function addressHash(address: string): number {
  let hash = 0x811c9dc5;
  for (const byte of addressBytes(address)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function addressBytes(address: string): readonly number[] {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)?.slice(1).map(Number) ?? [];
  if (!address.includes(':')) return dotted;
  const text = dotted.length === 0 ? address : address.replace(/[\d.]+$/, `${pair(dotted, 0)}:${pair(dotted, 2)}`);
  const [head = '', tail] = text.split('%')[0]?.split('::') ?? [];
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const first = groups(head);
  const last = groups(tail ?? '');
  const all = [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
  const bytes = all.flatMap((group) => [group >> 8, group & 0xff]);
  // An IPv4 address in IPv6 form counts as IPv4.
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return mapped ? bytes.slice(12) : bytes;
}

function pair(bytes: readonly number[], at: number): string {
  return (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16);
}
