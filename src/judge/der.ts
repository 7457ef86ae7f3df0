/** A strict reader of DER (X.690): definite lengths, low tag numbers, nothing left over. */

/** One element: its identifier octet and where it and its contents lie in `bytes`. */
export interface DerNode {
  readonly bytes: Uint8Array;
  /** Identifier octet: class, constructed bit and number, e.g. 0x30 for SEQUENCE. */
  readonly tag: number;
  /** Offset of the identifier octet. */
  readonly start: number;
  /** Offset of the first content octet. */
  readonly content: number;
  /** Offset behind the last content octet. */
  readonly end: number;
}

/** Bytes that are not DER, or not the element that was expected. */
export class DerError extends Error {}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

function readAt(bytes: Uint8Array, start: number, limit: number): DerNode {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || start + 2 > limit) throw new DerError('element cut off');
  if ((tag & 0x1f) === 0x1f) throw new DerError('high tag number');
  let length = first;
  let content = start + 2;
  if (first >= 0x80) {
    const octets = first & 0x7f;
    if (octets === 0 || octets > 4) throw new DerError('length form');
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + (bytes[content + i] ?? 0);
    content += octets;
    if (length < 0x80 || length < 256 ** (octets - 1)) throw new DerError('length not minimal');
  }
  const end = content + length;
  if (end > limit) throw new DerError('element cut off');
  return { bytes, tag, start, content, end };
}

/** The one element that `bytes` is. Throws DerError when there is less or more. */
export function readDer(bytes: Uint8Array): DerNode {
  const node = readAt(bytes, 0, bytes.length);
  if (node.end !== bytes.length) throw new DerError('bytes left over');
  return node;
}

/** The elements inside a constructed one (or inside an OCTET STRING that wraps DER). */
export function childrenOf(node: DerNode): DerNode[] {
  const children: DerNode[] = [];
  for (let at = node.content; at < node.end; ) {
    const child = readAt(node.bytes, at, node.end);
    children.push(child);
    at = child.end;
  }
  return children;
}

/** `node` itself if it has that tag. Throws DerError otherwise, also for a missing node. */
export function expect(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError(`tag ${node?.tag ?? 'missing'} where ${tag} belongs`);
  return node;
}

/** The whole element, header included. */
export function wholeOf(node: DerNode): Uint8Array {
  return node.bytes.subarray(node.start, node.end);
}

export function contentOf(node: DerNode): Uint8Array {
  return node.bytes.subarray(node.content, node.end);
}

/** The contents as a Buffer on the same memory. */
export function bufferOf({ bytes, content, end }: DerNode): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset + content, end - content);
}

/** Lower-case hex of the contents: serial numbers, key identifiers. */
export function hexOf(node: DerNode): string {
  return bufferOf(node).toString('hex');
}

/** 'a.b.c' of an OBJECT IDENTIFIER (or of an implicitly tagged one). */
export function oidOf({ bytes, content, end }: DerNode): string {
  const arcs: number[] = [];
  let arc = 0;
  // A certificate has dozens of these: an index, since an iterator over bytes is dear.
  for (let at = content; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (arc > Number.MAX_SAFE_INTEGER / 256) throw new DerError('object identifier arc too large');
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const first = arcs.shift();
  if (first === undefined) throw new DerError('empty object identifier');
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs].join('.');
}

/** A small non-negative INTEGER. Throws for negative ones and for those above 2^31. */
export function smallIntegerOf(node: DerNode): number {
  const bytes = contentOf(node);
  if (bytes.length === 0 || bytes.length > 4 || (bytes[0] ?? 0) >= 0x80) throw new DerError('integer out of range');
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

export function booleanOf(node: DerNode): boolean {
  if (node.end - node.content !== 1) throw new DerError('boolean length');
  return node.bytes[node.content] !== 0;
}

/** Bits of a BIT STRING, first bit first in a number: bit 0 is 1, bit 1 is 2 … (RFC 5280's named bits). */
export function namedBitsOf(node: DerNode): number {
  const bytes = contentOf(node);
  let bits = 0;
  for (let i = 0; i < 16; i++) {
    const byte = bytes[1 + (i >> 3)] ?? 0;
    if (byte & (0x80 >> (i & 7))) bits |= 1 << i;
  }
  return bits;
}

const TIME = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;

/** Epoch milliseconds of a UTCTime or GeneralizedTime in RFC 5280's form (seconds, Z); NaN for any other form. */
export function timeOf(node: DerNode): number {
  const text = bufferOf(node).toString('latin1');
  const parts = TIME.exec(text);
  const yearDigits = node.tag === TAG.utcTime ? 2 : node.tag === TAG.generalizedTime ? 4 : 0;
  if (parts === null || parts[1]?.length !== yearDigits) return Number.NaN;
  const [, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const two = Number(parts[1]);
  const year = yearDigits === 4 ? two : two < 50 ? 2000 + two : 1900 + two;
  const value = new Date(0);
  value.setUTCFullYear(year, month - 1, day);
  value.setUTCHours(hour, minute, second);
  const same =
    value.getUTCMonth() === month - 1 && value.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return same ? value.getTime() : Number.NaN;
}
