/** After a job that succeeded: keeps what its pip downloaded, if that is more than is kept already. Never rejects. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { refreshKey } from '../decide/cache-key.ts';
import type { UnsavedReason } from '../model/cache-notices.ts';
import { save } from '../platform/cache-store.ts';
import { removeFile, touch } from '../platform/stored-files.ts';
import type { SavedState } from './saved-state.ts';
import { fetchAgain } from './wheel-store/fetch-again.ts';
import { type Gathered, gather } from './wheel-store/gather.ts';
import { type Kept, prune } from './wheel-store/prune.ts';

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly key: string; readonly files: number; readonly bytes: number }
  | { readonly outcome: UnsavedReason; readonly detail: string };

export interface SaveLimits {
  readonly maxBytes: number;
  readonly deadlineMs: number;
}

/** A fifth of what a repository may keep for nothing; two minutes, since nobody waits for a cache. */
const LIMITS: SaveLimits = { maxBytes: 2 * 1024 ** 3, deadlineMs: 120_000 };

/** For all that is fetched once more after the job. */
const FETCH_AGAIN_MS = 60_000;

/** Under an exact key, less than this is not worth another upload. */
const SMALLEST_REFRESH_BYTES = 1 << 20;
const SMALLEST_REFRESH_SHARE = 0.05;

/** `env`: the job's, with what was exported. */
export async function saveCache(
  state: SavedState,
  now: number,
  env: Readonly<Record<string, string | undefined>>,
  limits: SaveLimits = LIMITS,
): Promise<SaveOutcome> {
  try {
    const fetched = await fetchUnkept(state, env);
    const gathered = await gather(state.pipCacheDir, state.storeDir, state.startedAt, fetched);
    const { keep, drop } = prune(gathered.kept, limits.maxBytes, now);
    await Promise.all(drop.map(({ name }) => removeFile(path.join(state.storeDir, name))));
    await Promise.all(keep.filter(({ used }) => used).map(({ name }) => touch(path.join(state.storeDir, name), now)));
    if (keep.length === 0) return unsaved('nothing-to-keep');
    const key = keyFor(state, gathered, keep);
    if (key === null) return unsaved('unchanged');
    const answer = await save(state.storeDir, key, limits.deadlineMs);
    switch (answer.outcome) {
      case 'found':
        return { outcome: 'saved', key, files: keep.length, bytes: sizeOf(keep) };
      case 'none':
        return unsaved('refused');
      case 'late':
        return unsaved('late');
      case 'failed':
        return unsaved('failed', answer.detail);
    }
  } catch (error) {
    return unsaved('failed', error instanceof Error ? error.message : String(error));
  }
}

/** What pip keeps nothing of, so that it must be fetched to be kept. */
async function fetchUnkept(
  { fetchAgain: by, storeDir, startedAt }: SavedState,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  if (by === null) return [];
  return fetchAgain({ ...by, storeDir, startedAt, env, deadlineMs: FETCH_AGAIN_MS }).catch(() => []);
}

function unsaved(outcome: UnsavedReason, detail = ''): SaveOutcome {
  return { outcome, detail };
}

/** null: what is kept under the exact key is as good. */
function keyFor(state: SavedState, { newBytes }: Gathered, keep: readonly Kept[]): string | null {
  if (!state.exact) return state.primaryKey;
  if (newBytes < Math.max(SMALLEST_REFRESH_BYTES, sizeOf(keep) * SMALLEST_REFRESH_SHARE)) return null;
  const names = keep.map(({ name }) => name).sort();
  return refreshKey(state.primaryKey, createHash('sha256').update(names.join('\n')).digest('hex'));
}

function sizeOf(keep: readonly Kept[]): number {
  return keep.reduce((sum, { size }) => sum + size, 0);
}
