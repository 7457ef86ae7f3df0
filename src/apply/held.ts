/**
 * Whose downloads are kept, asked before a mirror is chosen.
 *
 * The lead's calls, in order:
 *   const situation = cacheSituation(plan, pip, env);   // pure but for one look at pip's cache directory
 *   const held = lookUpHeld(situation);                  // Promise<Held>, at most HELD_DEADLINE_MS, never rejects
 *   rankMirrors(…, heldIndex(await held, candidates));   // string | null: breaks near-ties
 *   restoreCache({ situation, held: await held, … });    // see restore-cache.ts
 */
import path from 'node:path';
import { anyIndexPrefix, indexIdentity, indexOfKey, type JobIngredients, pythonTagOf } from '../decide/cache-key.ts';
import { type CachePlan, cachePolicy } from '../decide/cache-policy.ts';
import type { Candidate } from '../model/candidate.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import { hasCacheService, lookUp } from '../platform/cache-store.ts';
import { hasEntries } from '../platform/pip-cache/entry.ts';

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
  /** Which index the newest entry came from (`indexIdentity`); null where none was found. */
  readonly index: string | null;
}

/** Longer, and the answer would come after the decision anyway. */
export const HELD_DEADLINE_MS = 4000;

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
  if (mode === 'off' || mode === 'write-only') return { answer: 'not-asked', detail: '', index: null };
  const answer = await lookUp(situation.storeDir, [anyIndexPrefix(situation.job)], deadlineMs);
  return {
    answer: answer.outcome,
    detail: answer.outcome === 'failed' ? answer.detail : '',
    index: answer.outcome === 'found' ? indexOfKey(answer.key) : null,
  };
}

/** The candidate whose downloads are held, as its index URL: chosen again among equals, nothing has to be saved anew. */
export function heldIndex(held: Held, candidates: readonly Candidate[]): string | null {
  return candidates.find(({ indexUrl }) => indexIdentity(indexUrl) === held.index)?.indexUrl ?? null;
}
