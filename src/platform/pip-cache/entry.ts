/**
 * Entries of pip's HTTP cache on disk. pip ≤ 23.2 keeps one file an entry (`http`), pip ≥ 23.3 keeps the body beside
 * it (`http-v2`); both are CacheControl's format 4 and lie under the sha224 of the URL.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { copyFile, link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PackError, type Packed, type PackedMap, pack, type ReadAt, Span, unpack } from './message-pack.ts';

export type Layout = 'http' | 'http-v2';

/** A response that pip kept. */
export interface CachedResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came over the wire. */
  readonly body: { readonly file: string; readonly offset: number; readonly size: number };
  /** When the body was last read, where the file system says so, and last written; epoch milliseconds. */
  readonly readAt: number;
  readonly writtenAt: number;
}

const MAGIC = 'cc=4,';

export function layoutOf(pipVersion: string): Layout {
  const [major = 0, minor = 0] = pipVersion.split('.').map((part) => Number.parseInt(part, 10));
  return major > 23 || (major === 23 && minor >= 3) ? 'http-v2' : 'http';
}

/**
 * Whether this pip holds every file against the digest on its index page, cached files too. pip 22.3 and 22.3.1 forget
 * the digests of JSON pages (measured, `npm run test:cache`).
 */
export function checksDigests(pipVersion: string): boolean {
  return !/^22\.3(\.|$)/.test(pipVersion);
}

/** Whether pip's cache directory holds answers of index servers. */
export function hasEntries(cacheDir: string): boolean {
  return (['http-v2', 'http'] as const).some((layout) => listQuietly(path.join(cacheDir, layout)).length > 0);
}

/** Where pip looks for the answer to `url`, which is a `FileLink`'s: as pip would ask for it, without fragment. */
export function entryPath(cacheDir: string, layout: Layout, url: string): string {
  const name = createHash('sha224').update(url).digest('hex');
  return path.join(cacheDir, layout, ...name.slice(0, 5), name);
}

/**
 * Lays a file into pip's cache as the answer to `url`, unless pip holds an answer already. The bytes are linked, else
 * copied. Returns the path that pip will read; null where an entry was there. Throws file system errors.
 */
export async function layEntry(
  cacheDir: string,
  layout: Layout,
  url: string,
  bytes: { readonly file: string; readonly size: number },
  headers: Readonly<Record<string, string>>,
): Promise<string | null> {
  const target = entryPath(cacheDir, layout, url);
  const body = layout === 'http-v2' ? `${target}.body` : target;
  if ((await exists(target)) && (await exists(body))) return null;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const [head, tail] = envelope(layout, bytes.size, headers);
  if (layout === 'http-v2') {
    await replaceBy(body, (draft) => linkOrCopy(bytes.file, draft));
    await replaceBy(target, (draft) => writeFile(draft, Buffer.concat([head, tail])));
  } else {
    await replaceBy(target, (draft) => wrap(bytes.file, draft, head, tail));
  }
  return body;
}

/** What stands before and after the body. */
function envelope(layout: Layout, size: number, headers: Readonly<Record<string, string>>): [Buffer, Buffer] {
  const rest: PackedMap = {
    headers,
    status: 200,
    version: 11,
    reason: 'OK',
    decode_content: false,
    // urllib3 1's HTTPResponse; urllib3 2 came after the old layout.
    ...(layout === 'http' ? { strict: 0 } : {}),
  };
  const fields = Object.entries(rest).flatMap(([key, value]) => [pack(key), pack(value)]);
  const map = (pairs: number): Buffer => Buffer.from([0x80 + pairs]);
  const head = [Buffer.from(MAGIC), map(2), pack('response'), map(1 + fields.length / 2), pack('body')];
  return [
    Buffer.concat([...head, pack(new Span(0, layout === 'http' ? size : 0))]),
    Buffer.concat([...fields, pack('vary'), pack({})]),
  ];
}

async function wrap(source: string, draft: string, head: Buffer, tail: Buffer): Promise<void> {
  await writeFile(draft, head);
  await pipeline(createReadStream(source), createWriteStream(draft, { flags: 'a' }));
  await writeFile(draft, tail, { flag: 'a' });
}

/** Links a file to a second name, or copies it where the two names are on different file systems. */
export async function linkOrCopy(source: string, target: string): Promise<void> {
  await link(source, target).catch(() => copyFile(source, target));
}

/** Gives a cached body a file of its own. */
export async function extract(body: CachedResponse['body'], target: string): Promise<void> {
  const whole = body.offset === 0 && (await stat(body.file)).size === body.size;
  if (whole) return linkOrCopy(body.file, target);
  const part = createReadStream(body.file, { start: body.offset, end: body.offset + body.size - 1 });
  await pipeline(part, createWriteStream(target));
}

async function replaceBy(target: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await write(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Every readable entry of both layouts. Unreadable and foreign files are passed over. */
export function* cachedResponses(cacheDir: string): Generator<CachedResponse> {
  for (const layout of ['http-v2', 'http'] as const) {
    for (const file of filesUnder(path.join(cacheDir, layout), 5)) {
      if (!/^[0-9a-f]{56}$/.test(path.basename(file))) continue;
      const response = readEntry(file, layout);
      if (response !== null) yield response;
    }
  }
}

function readEntry(file: string, layout: Layout): CachedResponse | null {
  let handle: number | null = null;
  try {
    // Asked before reading, since reading changes it.
    const body = statSync(layout === 'http-v2' ? `${file}.body` : file);
    handle = openSync(file, 'r');
    const readAt = windowOn(handle);
    if (Buffer.from(readAt(0, MAGIC.length)).toString('latin1') !== MAGIC) return null;
    return toResponse(unpack(readAt, MAGIC.length), file, layout, body);
  } catch (error) {
    if (error instanceof PackError || isSystemError(error)) return null;
    throw error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** Reads through a small window, so that the many short fields of an entry cost one read. */
function windowOn(handle: number): ReadAt {
  let start = 0;
  let window = Buffer.alloc(0);
  return (offset, length) => {
    if (offset < start || offset + length > start + window.length) {
      const buffer = Buffer.alloc(Math.max(length, 8192));
      start = offset;
      window = buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, offset));
    }
    return window.subarray(offset - start, offset - start + length);
  };
}

function toResponse(entry: Packed, file: string, layout: Layout, body: Stats): CachedResponse | null {
  if (!isMap(entry) || !isMap(entry.response)) return null;
  const { status, headers, body: span } = entry.response;
  if (typeof status !== 'number' || !isMap(headers) || !(span instanceof Span)) return null;
  const fields = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status,
    headers: Object.fromEntries(fields),
    body:
      layout === 'http-v2'
        ? { file: `${file}.body`, offset: 0, size: body.size }
        : { file, offset: span.offset, size: span.size },
    readAt: body.atimeMs,
    writtenAt: body.mtimeMs,
  };
}

function isMap(value: Packed | undefined): value is PackedMap {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && !(value instanceof Span);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function* filesUnder(dir: string, depth: number): Generator<string> {
  for (const entry of listQuietly(dir)) {
    const inner = path.join(dir, entry.name);
    if (depth > 0 && entry.isDirectory()) yield* filesUnder(inner, depth - 1);
    else if (depth === 0 && entry.isFile()) yield inner;
  }
}

function listQuietly(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}
