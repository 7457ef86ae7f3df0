/** Collects into the store what this job's pip downloaded, and tells what of the store it used. */
import { type CachedResponse, cachedResponses, extract } from '../../platform/pip-cache/entry.ts';
import { bringIn, makeFolder, readTimesShow, sha256Of } from '../../platform/stored-files.ts';
import { bodyProject } from './archive-project.ts';
import { heldName, readHeldName } from './held-file.ts';
import { HELD_HEADER, listStore } from './lay-back.ts';
import type { Kept } from './prune.ts';

export interface Gathered {
  readonly kept: readonly Kept[];
  /** Bytes of files that were not in the store when the job began. */
  readonly newBytes: number;
}

/**
 * `startedAt`: epoch milliseconds of the restore. `fetched`: names in the store that came after the job, for it.
 * Trouble with one entry loses that entry alone.
 */
export async function gather(
  pipCacheDir: string,
  storeDir: string,
  startedAt: number,
  fetched: readonly string[] = [],
): Promise<Gathered> {
  await makeFolder(storeDir);
  const before = new Set((await listStore(storeDir)).map(({ name }) => name));
  const readsShow = await readTimesShow(storeDir);
  for (const name of fetched) before.delete(name);
  const used = new Set(fetched);
  for (const response of cachedResponses(pipCacheDir)) {
    const name = await nameOf(response, readsShow, startedAt, storeDir).catch(() => null);
    if (name !== null) used.add(name);
  }
  const kept = (await listStore(storeDir)).map(({ name, size, usedAt }) => {
    return { name, size, usedAt, used: used.has(name) };
  });
  const fresh = kept.filter(({ name }) => !before.has(name));
  return { kept, newBytes: fresh.reduce((sum, { size }) => sum + size, 0) };
}

/** Name in the store of an answer that this job used; null for pages, refusals and what others left. */
async function nameOf(
  response: CachedResponse,
  readsShow: boolean,
  startedAt: number,
  storeDir: string,
): Promise<string | null> {
  const laid = response.headers[HELD_HEADER];
  if (laid !== undefined) {
    const used = !readsShow || response.readAt > response.writtenAt;
    return used && readHeldName(laid) !== null ? laid : null;
  }
  // The clocks of file systems are coarse.
  const since = startedAt - 2000;
  if (response.writtenAt < since && !(readsShow && response.readAt >= since)) return null;
  return (response.headers['content-encoding'] ?? 'identity') === 'identity' && response.status === 200
    ? keep(response, storeDir)
    : null;
}

async function keep({ body }: CachedResponse, storeDir: string): Promise<string | null> {
  const known = await bodyProject(body);
  if (known === null) return null;
  const name = heldName({ ...known, sha256: await sha256Of(body.file, body.offset, body.size) });
  await bringIn(storeDir, name, (draft) => extract(body, draft));
  return name;
}
