/** A flat folder of files that are told apart by name: listing, digests, times, and bringing files in whole. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface StoredFile {
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Last write, which the store uses as the last use; epoch milliseconds. */
  readonly usedAt: number;
}

/** Regular files only: an unpacked archive may hold links and folders. Empty where the folder is missing. */
export async function listFiles(dir: string): Promise<StoredFile[]> {
  const names = await readdir(dir).catch(() => []);
  const files = names.map(async (name): Promise<StoredFile | null> => {
    const file = path.join(dir, name);
    const facts = await lstat(file).catch(() => null);
    return facts?.isFile() === true ? { name, file, size: facts.size, usedAt: facts.mtimeMs } : null;
  });
  return (await Promise.all(files)).filter((file) => file !== null);
}

export async function makeFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
}

export async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** Lower-case hex sha256 of a file, or of `size` bytes of it. Rejects with file system errors. */
export async function sha256Of(file: string, offset = 0, size = Number.POSITIVE_INFINITY): Promise<string> {
  const hash = createHash('sha256');
  if (size > 0) {
    await pipeline(createReadStream(file, { start: offset, end: offset + size - 1, highWaterMark: 1 << 18 }), hash);
  }
  return hash.digest('hex');
}

/** Puts a file under its name at once and whole, unless the name is taken. */
export async function bringIn(dir: string, name: string, write: (draft: string) => Promise<void>): Promise<void> {
  const target = path.join(dir, name);
  if ((await stat(target).catch(() => null)) !== null) return;
  const draft = `${target}.${process.pid}.tmp`;
  try {
    await write(draft);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Sets the last write, and a last read before it, so that the next read shows. */
export async function stampUnread(file: string, writtenAt: number): Promise<void> {
  await utimes(file, new Date(writtenAt - 1000), new Date(writtenAt)).catch(() => {});
}

/** Whether this file system notes reads: not so under `noatime`, and mostly not on Windows. */
export async function readTimesShow(dir: string): Promise<boolean> {
  const probe = path.join(dir, `read-time.${process.pid}.tmp`);
  try {
    await writeFile(probe, 'x');
    await stampUnread(probe, Date.now() - 3600_000);
    await sha256Of(probe);
    const { atimeMs, mtimeMs } = await stat(probe);
    return atimeMs > mtimeMs;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true });
  }
}

/** Sets the last use. */
export async function touch(file: string, usedAt: number): Promise<void> {
  await utimes(file, new Date(usedAt), new Date(usedAt)).catch(() => {});
}

/** A small text file; '' where there is none, or none that is small. */
export async function readSmall(file: string, maxBytes = 65_536): Promise<string> {
  const facts = await lstat(file).catch(() => null);
  return facts?.isFile() === true && facts.size <= maxBytes ? readFile(file, 'utf8').catch(() => '') : '';
}

/** Writes a file so that readers see the old text or the new one. */
export async function replaceFile(dir: string, name: string, text: string): Promise<void> {
  await makeFolder(dir);
  const draft = path.join(dir, `${name}.${process.pid}.tmp`);
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, path.join(dir, name));
}
