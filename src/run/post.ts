/** After the job: keeps what pip downloaded. Reads what main left, and nothing else. */
import { saveCache } from '../apply/save-cache.ts';
import { decodeState, STATE_NAME } from '../apply/saved-state.ts';
import { logLine, readState } from '../platform/workflow.ts';

/** Resolves to the exit code, which is always 0: trouble after the job is no reason to fail it. */
export async function runPost(): Promise<number> {
  const state = decodeState(readState(STATE_NAME));
  if (state === null) return 0;
  const saved = await saveCache(state, Date.now());
  logLine(Object.values(saved).join(' '));
  return 0;
}
