/** After the job: keeps what pip downloaded. Reads what main left, and nothing else. */
import { type SaveOutcome, saveCache } from '../apply/save-cache.ts';
import { decodeState, STATE_NAME } from '../apply/saved-state.ts';
import type { Notice } from '../model/notice.ts';
import { logLine, readState } from '../platform/workflow.ts';
import { noticeLine } from '../report/log.ts';

/** Resolves to the exit code, which is always 0: trouble after the job is no reason to fail it. */
export async function runPost(): Promise<number> {
  const state = decodeState(readState(STATE_NAME));
  if (state === null) return 0;
  const saved = await saveCache(state, Date.now(), process.env);
  logLine(noticeLine(noticeOf(saved), state.language));
  return 0;
}

function noticeOf(saved: SaveOutcome): Notice {
  if (saved.outcome !== 'saved') {
    return { code: 'cache-unsaved', level: 'info', facts: { reason: saved.outcome, detail: saved.detail } };
  }
  const { key, files, bytes } = saved;
  return { code: 'cache-saved', level: 'info', facts: { key, files, bytes } };
}
