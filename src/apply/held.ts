/**
 * Whose downloads are kept, asked before a mirror is chosen.
 *
 * The calls, in order:
 *   const situation = cacheSituation(plan, pip, env);   // pure but for one look at pip's cache directory
 *   const held = lookUpHeld(situation);                  // Promise<Held>, at most HELD_DEADLINE_MS, never rejects
 *   heldDownloads(situation, await held, …);             // for the ranking
 *   restoreCache({ situation, held: await held, … });    // see restore-cache.ts
 */
import path from 'node:path';
import {
  anyIndexPrefix,
  indexIdentity,
  indexOfKey,
  isOfRequirements,
  type JobIngredients,
  pythonTagOf,
} from '../decide/cache-key.ts';
import { type CachePlan, cachePolicy } from '../decide/cache-policy.ts';
import type { Candidate } from '../model/candidate.ts';
import { type HeldDownloads, NOTHING_HELD } from '../model/held-downloads.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import { hasCacheService, lookUp } from '../platform/cache-store.ts';
import { checksDigests, hasEntries } from '../platform/pip-cache/entry.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What this job may do, and what its keys begin with. */
export interface CacheSituation {
  readonly plan: CachePlan;
  readonly job: JobIngredients;
  /** pip's own; '' where there is none, and then `plan` is off. */
  readonly pipCacheDir: string;
  readonly storeDir: string;
}

export interface Held {
  /** 'none' also where the service refused; 'late' and 'failed' are not asked again by this job. */
  readonly answer: 'found' | 'none' | 'late' | 'failed' | 'not-asked';
  readonly detail: string;
  /** Of the newest entry, whatever index it came from; '' where none was found. */
  readonly key: string;
}

/** Longer, and the answer would come after the decision anyway. */
const HELD_DEADLINE_MS = 4000;

export function cacheSituation(plan: Plan, pip: PipFacts | null, env: Environment): CacheSituation {
  const { inputs, runner } = plan;
  const pipCacheDir = pip?.cacheDir ?? null;
  return {
    plan: cachePolicy({
      asked: inputs.cache,
      event: runner.event,
      ref: runner.ref,
      hosted: runner.hosted,
      platform: env.ACTIONS_CACHE_MODE,
      pipCacheDir,
      dirInUse: pipCacheDir !== null && hasEntries(pipCacheDir),
      service: hasCacheService(env),
    }),
    job: {
      os: runner.os,
      osVersion: runner.osVersion,
      arch: runner.arch,
      pythonTag: pythonTagOf(pip?.tags ?? []),
      pipVersion: pip?.version ?? '0',
      suffix: inputs.cacheSuffix,
    },
    pipCacheDir: pipCacheDir ?? '',
    // Inside pip's own folder: on the same file system, so that bytes are linked and not copied.
    storeDir: path.join(pipCacheDir ?? '', 'mirror-select'),
  };
}

/** Asks the service for the newest entry of this job, whatever index it came from. Nothing is downloaded. */
export async function lookUpHeld(situation: CacheSituation, deadlineMs = HELD_DEADLINE_MS): Promise<Held> {
  const { mode } = situation.plan;
  if (mode === 'off' || mode === 'write-only') return { answer: 'not-asked', detail: '', key: '' };
  const answer = await lookUp(situation.storeDir, [anyIndexPrefix(situation.job)], deadlineMs);
  return {
    answer: answer.outcome,
    detail: answer.outcome === 'failed' ? answer.detail : '',
    key: answer.outcome === 'found' ? answer.key : '',
  };
}

/**
 * What the ranking may count on. The candidate that the downloads came from, chosen again among equals, has nothing to
 * be saved anew. `requirements` is this job's `requirementsDigest`.
 */
export function heldDownloads(
  { job }: CacheSituation,
  { key }: Held,
  requirements: string,
  candidates: readonly Candidate[],
): HeldDownloads {
  // A pip that is given nothing saves nothing.
  if (key === '' || !checksDigests(job.pipVersion)) return NOTHING_HELD;
  const index = indexOfKey(key);
  return {
    indexUrl: candidates.find(({ indexUrl }) => indexIdentity(indexUrl) === index)?.indexUrl ?? null,
    everything: isOfRequirements(key, requirements),
  };
}
