/** A zip archive with stored (uncompressed) entries: what a wheel needs, and nothing more. */
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array;
}

const DOS_DATE = 0x5a21;
const UTF8_NAME = 0x0800;

function header(entry: ZipEntry, crc: number, place: number | null): Buffer {
  const name = Buffer.from(entry.name, 'utf8');
  const local = place === null;
  const fields = Buffer.alloc(local ? 30 : 46);
  let at = fields.writeUInt32LE(local ? 0x04034b50 : 0x02014b50, 0);
  if (!local) at = fields.writeUInt16LE(0x0314, at);
  at = fields.writeUInt16LE(20, at);
  at = fields.writeUInt16LE(UTF8_NAME, at);
  at = fields.writeUInt16LE(0, at);
  at = fields.writeUInt16LE(0, at);
  at = fields.writeUInt16LE(DOS_DATE, at);
  at = fields.writeUInt32LE(crc, at);
  at = fields.writeUInt32LE(entry.data.length, at);
  at = fields.writeUInt32LE(entry.data.length, at);
  fields.writeUInt16LE(name.length, at);
  if (!local) {
    fields.writeUInt32LE((0o100644 << 16) >>> 0, 38);
    fields.writeUInt32LE(place, 42);
  }
  return Buffer.concat([fields, name]);
}

/** Entries in the order given. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const entry of entries) {
    const crc = crc32(entry.data);
    const local = header(entry, crc, null);
    directory.push(header(entry, crc, place));
    parts.push(local, entry.data);
    place += local.length + entry.data.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...parts, index, end]);
}
