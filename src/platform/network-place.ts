/** What this machine knows of its own place in the network, without a packet. */
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

/** Prefix of every address that is not loopback or link-local: 'fd00:1::/64', '10.1.2.0/24'. */
export function subnets(): readonly string[] {
  const found = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).flatMap(({ address, family, internal }) => {
      if (internal || /^(fe80:|169\.254\.)/i.test(address)) return [];
      return family === 'IPv4' ? `${address.split('.').slice(0, 3).join('.')}.0/24` : [`${ipv6Prefix(address)}/64`];
    }),
  );
  return [...new Set(found)].sort();
}

/** Name servers of /etc/resolv.conf, with its search domains; none where there is no such file. */
export function resolvers(): readonly string[] {
  try {
    const lines = readFileSync('/etc/resolv.conf', 'utf8').split('\n');
    return lines
      .filter((line) => /^\s*(nameserver|search)\s/.test(line))
      .map((line) => line.trim().replace(/\s+/g, ' '));
  } catch {
    return [];
  }
}

function ipv6Prefix(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':');
}
