/** Every file of a wheelhouse, with its hash and what is inside it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { WheelhouseFacts, WheelhouseFile } from '../model/wheelhouse.ts';
import { readWheel } from './wheel-archive.ts';

/** What `mode: download` writes beside the wheels. */
export const SUMS_FILE = 'SHA256SUMS';
export const MANIFEST_FILE = 'manifest.json';

/** Files read at once: hashing keeps one core busy, inflating another. */
const AT_ONCE = 4;

/** Reads the top level of `folder`, as pip's --find-links does; never throws. */
export async function observeWheelhouse(folder: string): Promise<WheelhouseFacts> {
  const found = await stat(folder).catch(() => null);
  if (found === null || !found.isDirectory()) {
    return { folder, problem: found === null ? 'absent' : 'not-a-folder', files: [], sums: new Map() };
  }
  const names = (await readdir(folder)).sort();
  const sums = names.includes(SUMS_FILE) ? await readSums(join(folder, SUMS_FILE)) : new Map<string, string>();
  const waiting = names.filter((name) => name !== SUMS_FILE && name !== MANIFEST_FILE);
  const files: WheelhouseFile[] = [];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const file = await observeFile(folder, name);
      if (file !== null) files.push(file);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  files.sort((a, b) => (a.filename < b.filename ? -1 : 1));
  return { folder, problem: null, files, sums };
}

async function observeFile(folder: string, filename: string): Promise<WheelhouseFile | null> {
  const path = join(folder, filename);
  const found = await stat(path).catch(() => null);
  if (found !== null && !found.isFile()) return null;
  const wheel = filename.endsWith('.whl') ? await readWheel(path) : null;
  return { filename, bytes: found?.size ?? 0, sha256: await sha256Of(path), wheel };
}

/** @returns lower-case hex; null where the file cannot be read. */
export async function sha256Of(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** Lines as `sha256sum` writes and checks them: hash, a blank, a blank or an asterisk, name. */
async function readSums(path: string): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  const text = await readFile(path, 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const match = /^([0-9a-f]{64}) [ *](?:\.\/)?([^\r]+)\r?$/i.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) sums.set(match[2], match[1].toLowerCase());
  }
  return sums;
}
