/** The part of MessagePack that CacheControl's entries use: maps, text, bytes, integers, booleans, null. */

export type Packed = null | boolean | number | string | Uint8Array | Span | PackedMap;
export interface PackedMap {
  readonly [key: string]: Packed;
}

/** Bytes are not read, they may be a whole wheel: where they lie. */
export class Span {
  readonly offset: number;
  readonly size: number;
  constructor(offset: number, size: number) {
    this.offset = offset;
    this.size = size;
  }
}

/** Reads `length` bytes from `offset`; shorter at the end. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

/** Header maps are small; more is not an entry of CacheControl. */
const LONGEST_TEXT = 1 << 20;
const MOST_PAIRS = 4096;
const DEEPEST = 8;

/** What cannot be written or read as an entry. */
export class PackError extends Error {}

/** Encodes one value; a `Span` is written as the header of `size` bytes, whose content the caller appends. */
export function pack(value: Packed): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (value === true || value === false) return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === 'number') return packInteger(value);
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8');
    return Buffer.concat([header(0xdb, bytes.length), bytes]);
  }
  if (value instanceof Span) return header(0xc6, value.size);
  if (value instanceof Uint8Array) return Buffer.concat([header(0xc6, value.length), value]);
  const pairs = Object.entries(value);
  return Buffer.concat([header(0xdf, pairs.length), ...pairs.flatMap(([key, inner]) => [pack(key), pack(inner)])]);
}

function header(type: number, length: number): Buffer {
  if (length > 0xffffffff) throw new PackError('too long');
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(type, 0);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

function packInteger(value: number): Buffer {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new PackError('not an unsigned integer');
  return value < 0x80 ? Buffer.from([value]) : header(0xce, value);
}

/** Decodes the value at `offset`. Throws `PackError` on anything that CacheControl does not write. */
export function unpack(readAt: ReadAt, offset: number): Packed {
  return new Unpacker(readAt, offset).value(0);
}

class Unpacker {
  readonly #readAt: ReadAt;
  #offset: number;

  constructor(readAt: ReadAt, offset: number) {
    this.#readAt = readAt;
    this.#offset = offset;
  }

  value(depth: number): Packed {
    const type = this.#uint(1);
    if (type < 0x80) return type;
    if (type <= 0x8f) return this.#map(type & 0x0f, depth);
    if (type >= 0xa0 && type <= 0xbf) return this.#text(type & 0x1f);
    switch (type) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return this.#bytes(this.#uint(1 << (type - 0xc4)));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return this.#uint(1 << (type - 0xcc));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.#text(this.#uint(1 << (type - 0xd9)));
      case 0xde:
      case 0xdf:
        return this.#map(this.#uint(2 << (type - 0xde)), depth);
      default:
        throw new PackError(`type ${type}`);
    }
  }

  #map(pairs: number, depth: number): PackedMap {
    if (pairs > MOST_PAIRS || depth > DEEPEST) throw new PackError('too large');
    const map: Record<string, Packed> = Object.create(null);
    for (let index = 0; index < pairs; index++) {
      const key = this.value(depth + 1);
      if (typeof key !== 'string') throw new PackError('key is no text');
      map[key] = this.value(depth + 1);
    }
    return map;
  }

  #text(length: number): string {
    if (length > LONGEST_TEXT) throw new PackError('too long');
    return Buffer.from(this.#take(length)).toString('utf8');
  }

  #bytes(length: number): Span {
    const span = new Span(this.#offset, length);
    this.#offset += length;
    return span;
  }

  #uint(bytes: number): number {
    return this.#take(bytes).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  #take(length: number): Uint8Array {
    const bytes = this.#readAt(this.#offset, length);
    if (bytes.length < length) throw new PackError('truncated');
    this.#offset += length;
    return bytes;
  }
}
