/** What main hands to post: one versioned value. Post reads nothing else, least of all inputs. */

import { LANGUAGES, type Language } from '../model/plan.ts';

export interface SavedState {
  /** pip's cache directory, absolute. */
  readonly pipCacheDir: string;
  /** Where the kept downloads lie; the very path that was restored, since the service keeps them by path. */
  readonly storeDir: string;
  readonly primaryKey: string;
  /** '' when nothing was restored. */
  readonly matchedKey: string;
  readonly exact: boolean;
  /** Epoch milliseconds: what pip wrote or read since is this job's. */
  readonly startedAt: number;
  readonly language: Language;
  /** Set where pip keeps nothing of the chosen mirror: whose pip installs, and where. */
  readonly fetchAgain: { readonly executable: string; readonly workspace: string } | null;
}

/** Name under which the runner keeps the value between main and post. */
export const STATE_NAME = 'cache';

const VERSION = 1;

export function encodeState(state: SavedState): string {
  return JSON.stringify({ v: VERSION, ...state });
}

/** null for no state, another version, or anything that is not whole. */
export function decodeState(text: string): SavedState | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const state = value as Record<string, unknown>;
  const { v, pipCacheDir, storeDir, primaryKey, matchedKey, exact, startedAt, language, fetchAgain } = state;
  if (v !== VERSION || typeof exact !== 'boolean' || typeof startedAt !== 'number') return null;
  if (!isText(pipCacheDir) || !isText(storeDir) || !isText(primaryKey) || typeof matchedKey !== 'string') return null;
  return {
    pipCacheDir,
    storeDir,
    primaryKey,
    matchedKey,
    exact,
    startedAt,
    language: LANGUAGES.find((known) => known === language) ?? 'en',
    fetchAgain: readFetchAgain(fetchAgain),
  };
}

function readFetchAgain(value: unknown): SavedState['fetchAgain'] {
  if (typeof value !== 'object' || value === null) return null;
  const { executable, workspace } = value as Record<string, unknown>;
  return isText(executable) && isText(workspace) ? { executable, workspace } : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
