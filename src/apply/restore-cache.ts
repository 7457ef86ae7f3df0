/** Brings back what earlier runs downloaded, and gives pip what the chosen index lists of it. Nothing here rejects. */
import { type CacheKey, cacheKey, matchOf } from '../decide/cache-key.ts';
import { pipKeeps } from '../decide/pip-keeps.ts';
import type { CacheReason } from '../model/cache-notices.ts';
import type { Notice } from '../model/notice.ts';
import type { CacheOutcome } from '../model/outcome.ts';
import type { Language } from '../model/plan.ts';
import { restore } from '../platform/cache-store.ts';
import { checksDigests, layoutOf } from '../platform/pip-cache/entry.ts';
import type { CacheSituation, Held } from './held.ts';
import type { SavedState } from './saved-state.ts';
import { type LaidBack, layBack, type PageReader } from './wheel-store/lay-back.ts';

export interface RestoreAsking {
  readonly situation: CacheSituation;
  readonly held: Held;
  readonly mirror: { readonly name: string; readonly indexUrl: string };
  /** `requirementsDigest` of the files that the job installs from. */
  readonly requirements: string;
  readonly page: PageReader;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly language: Language;
  /** What the mirror answered to a file: whether pip itself keeps its files; null where no file was asked for. */
  readonly fileHeaders: Readonly<Record<string, string>> | null;
  /** Whose pip installs, and where. */
  readonly installs: { readonly executable: string; readonly workspace: string } | null;
  readonly deadlines?: { readonly restoreMs: number; readonly pagesMs: number };
}

export interface Restored {
  /** null: the cache is off. */
  readonly outcome: CacheOutcome | null;
  /** For post; null: nothing is to be saved. */
  readonly state: SavedState | null;
  readonly notices: readonly Notice[];
}

/** A gigabyte at 20 MB/s fits; what is slower than that costs more than it saves. */
const DEADLINES = { restoreMs: 60_000, pagesMs: 20_000 };

export async function restoreCache(asking: RestoreAsking): Promise<Restored> {
  const { situation, mirror, now } = asking;
  const { plan, storeDir, pipCacheDir } = situation;
  const skipped = plan.mode === 'read-write' ? [] : skipNotice(plan.reason, '');
  if (plan.mode === 'off') return { outcome: null, state: null, notices: skipped };
  const key = cacheKey({ ...situation.job, indexUrl: mirror.indexUrl, requirements: asking.requirements });
  const { matched, notices } = await bringBack(asking, key);
  const checked = checksDigests(situation.job.pipVersion);
  const laid = matched === '' || !checked ? null : await layBackWithin(asking);
  const exact = matchOf(key, matched) === 'exact';
  const kept = asking.fileHeaders === null || pipKeeps(asking.fileHeaders);
  return {
    outcome: { hit: exact, primaryKey: key.primary, matchedKey: matched, dir: pipCacheDir },
    state:
      plan.mode === 'read-only'
        ? null
        : {
            pipCacheDir,
            storeDir,
            primaryKey: key.primary,
            matchedKey: matched,
            exact,
            startedAt: now,
            language: asking.language,
            fetchAgain: kept ? null : asking.installs,
          },
    notices: [
      ...skipped,
      ...notices,
      ...(checked ? [] : skipNotice('pip-unchecked', '')),
      ...(kept ? [] : [headersNotice(mirror.name)]),
      keyNotice(key, matched),
      ...laidNotices(laid, mirror.name),
    ],
  };
}

/** The key that was found, '' for none. A service that was silent before is not asked again. */
async function bringBack(
  { situation, held, deadlines }: RestoreAsking,
  key: CacheKey,
): Promise<{ matched: string; notices: readonly Notice[] }> {
  if (held.answer === 'late' || held.answer === 'failed') {
    return { matched: '', notices: skipNotice(held.answer, held.detail) };
  }
  if (held.answer !== 'found') return { matched: '', notices: [] };
  const answer = await restore(situation.storeDir, key.asked, (deadlines ?? DEADLINES).restoreMs);
  if (answer.outcome === 'found') return { matched: answer.key, notices: [] };
  if (answer.outcome === 'none') return { matched: '', notices: [] };
  return { matched: '', notices: skipNotice(answer.outcome, answer.outcome === 'failed' ? answer.detail : '') };
}

async function layBackWithin(asking: RestoreAsking): Promise<LaidBack | null> {
  const { situation, deadlines } = asking;
  return layBack({
    storeDir: situation.storeDir,
    pipCacheDir: situation.pipCacheDir,
    layout: layoutOf(situation.job.pipVersion),
    page: asking.page,
    now: asking.now,
    signal: AbortSignal.timeout((deadlines ?? DEADLINES).pagesMs),
  }).catch(() => null);
}

function skipNotice(reason: CacheReason, detail: string): readonly Notice[] {
  // What the user asked for needs no telling.
  return reason === 'asked' ? [] : [{ code: 'cache-skipped', level: 'info', facts: { reason, detail } }];
}

function headersNotice(mirror: string): Notice {
  return { code: 'cache-headers', level: 'info', facts: { mirror } };
}

function keyNotice({ primary, ingredients }: CacheKey, matched: string): Notice {
  return { code: 'cache-key', level: 'info', facts: { key: primary, ingredients, matched } };
}

function laidNotices(laid: LaidBack | null, mirror: string): readonly Notice[] {
  const notices: Notice[] = [];
  if (laid !== null && laid.laid > 0) {
    notices.push({
      code: 'cache-laid-back',
      level: 'info',
      facts: { mirror, files: laid.laid, bytes: laid.laidBytes },
    });
  }
  if (laid !== null && laid.refused > 0) {
    notices.push({ code: 'cache-refused', level: 'warning', facts: { files: laid.refused } });
  }
  return notices;
}
