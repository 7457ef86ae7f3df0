/**
 * One wheel, read to its end: every entry is inflated and checked against its CRC and against RECORD, and the two
 * headers that a zip has for each entry must agree (installers differ in which one they believe).
 * Nothing is kept in memory but METADATA and RECORD, and nothing is written.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { type CoreMetadata, parseCoreMetadata } from '../model/core-metadata.ts';
import { parseRecord } from '../model/wheel-record.ts';
import type { ArchiveDefect, RecordMismatch, WheelContents } from '../model/wheelhouse.ts';

/** Larger texts are no METADATA or RECORD. */
const MAX_TEXT = 16 * 1024 * 1024;
/** More content than this, and more than a hundred times the archive: no wheel, but a trap for whoever unpacks it. */
const MAX_CONTENT = 1024 ** 3;
const MAX_RATIO = 100;
const MAX_MISMATCHES = 20;

interface EntryFacts {
  /** URL-safe base64 of the content's sha256, without padding. */
  readonly sha256: string;
  readonly size: number;
  /** Kept for METADATA and RECORD alone. */
  readonly text: string | null;
}

class Defect extends Error {
  readonly defect: ArchiveDefect;
  constructor(defect: ArchiveDefect, detail: string) {
    super(detail);
    this.defect = defect;
  }
}

/** Reads the wheel at `path`; never throws: what is wrong is in the answer. */
export async function readWheel(path: string): Promise<WheelContents> {
  const zipLibrary = await import('yauzl');
  let zip: ZipFile | null = null;
  try {
    // Names are decoded here, so that an unsafe one is told from a broken directory.
    zip = await openZip(zipLibrary, path);
    return contentsOf(await readEntries(zipLibrary, zip));
  } catch (error) {
    const { defect, message } = describe(error, 'damaged');
    return { defect, detail: message, metadata: null, distInfo: null, record: [] };
  } finally {
    zip?.close();
  }
}

async function openZip({ openPromise }: typeof import('yauzl'), path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
  } catch (error) {
    const start = await firstBytes(path, 4);
    if (start.length === 0) throw new Defect('empty', '');
    throw describe(error, start.toString('latin1') === 'PK\u0003\u0004' ? 'truncated' : 'not-a-zip');
  }
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readEntries(
  { getFileNameLowLevel, validateFileName }: typeof import('yauzl'),
  zip: ZipFile,
): Promise<Map<string, EntryFacts>> {
  const entries = new Map<string, EntryFacts>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    if (validateFileName(name) !== null) throw new Defect('unsafe-path', name);
    if (entries.has(name)) throw new Defect('double-entry', name);
    if (entry.isEncrypted()) throw new Defect('encrypted', name);
    await compareHeaders(zip, entry, name);
    total += entry.uncompressedSize;
    if (total > MAX_CONTENT && total > MAX_RATIO * zip.fileSize) throw new Defect('oversized', name);
    if (!name.endsWith('/')) entries.set(name, await readEntry(zip, entry, name));
  }
  return entries;
}

async function compareHeaders(zip: ZipFile, entry: Entry, name: string): Promise<void> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const sameName = local.fileName.equals(entry.fileNameRaw);
  const sizesFollow = (local.generalPurposeBitFlag & 8) !== 0;
  const sameSum = sizesFollow || local.crc32 === entry.crc32;
  if (!sameName || !sameSum || local.compressionMethod !== entry.compressionMethod) {
    throw new Defect('headers-differ', name);
  }
}

async function readEntry(zip: ZipFile, entry: Entry, name: string): Promise<EntryFacts> {
  const keep = /^[^/]+\.dist-info\/(?:METADATA|RECORD)$/.test(name) && entry.uncompressedSize <= MAX_TEXT;
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let sum = 0;
  let size = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      size += chunk.length;
      hash.update(chunk);
      if (keep) kept.push(chunk);
      done();
    },
  });
  try {
    await pipeline(await zip.openReadStreamPromise(entry), sink);
  } catch (error) {
    const { defect } = describe(error, 'checksum');
    throw new Defect(defect, name);
  }
  if (sum !== entry.crc32) throw new Defect('checksum', name);
  return { sha256: hash.digest('base64url'), size, text: keep ? Buffer.concat(kept).toString('utf8') : null };
}

function contentsOf(entries: ReadonlyMap<string, EntryFacts>): WheelContents {
  const folders = [...entries.keys()].filter((name) => /^[^/]+\.dist-info\/METADATA$/.test(name));
  const distInfo = folders.length === 1 ? (folders[0]?.split('/')[0] ?? null) : null;
  let metadata: CoreMetadata | null = null;
  if (distInfo !== null) metadata = parseCoreMetadata(entries.get(`${distInfo}/METADATA`)?.text ?? '');
  return { defect: null, detail: '', metadata, distInfo, record: compareRecord(entries, distInfo) };
}

function compareRecord(entries: ReadonlyMap<string, EntryFacts>, distInfo: string | null): readonly RecordMismatch[] {
  const path = `${distInfo ?? ''}/RECORD`;
  const text = entries.get(path)?.text ?? null;
  if (text === null) return [{ defect: 'no-record', path: '' }];
  const rows = parseRecord(text);
  if (rows === null) return [{ defect: 'unreadable-record', path }];
  const mismatches: RecordMismatch[] = [];
  const listed = new Set<string>();
  for (const row of rows) {
    listed.add(row.path);
    const entry = entries.get(row.path);
    if (entry === undefined) mismatches.push({ defect: 'absent', path: row.path });
    else if (row.size !== null && row.size !== entry.size) mismatches.push({ defect: 'size', path: row.path });
    else if (!agrees(row.hash, entry, row.path, path)) mismatches.push({ defect: 'hash', path: row.path });
  }
  for (const name of entries.keys()) {
    if (!listed.has(name) && !isSignature(name, path)) mismatches.push({ defect: 'unlisted', path: name });
  }
  return mismatches.slice(0, MAX_MISMATCHES);
}

/** RECORD cannot hold its own hash; every other file needs one, and sha256 is the only algorithm in use. */
function agrees(hash: string | null, entry: EntryFacts, path: string, recordPath: string): boolean {
  if (path === recordPath || isSignature(path, recordPath)) return true;
  if (hash === null) return false;
  const [algorithm, digest = ''] = hash.split('=', 2);
  return algorithm !== 'sha256' || digest.replace(/=+$/, '') === entry.sha256;
}

function isSignature(path: string, recordPath: string): boolean {
  return path === `${recordPath}.jws` || path === `${recordPath}.p7s`;
}

/** A fault that is not ours and not the disk's is `otherwise`: the library tells its own by message alone. */
function describe(error: unknown, otherwise: ArchiveDefect): Defect {
  if (error instanceof Defect) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const fromDisk = typeof code === 'string' && /^E[A-Z]+$/.test(code);
  return fromDisk ? new Defect('unreadable', code) : new Defect(otherwise, message);
}
