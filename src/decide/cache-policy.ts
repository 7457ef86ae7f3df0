/** Whether this job may read and write the kept downloads, and why not. */
import type { CacheReason } from '../model/cache-notices.ts';
import type { CacheMode } from '../model/plan.ts';

export interface CacheSituation {
  /** The `cache` input. */
  readonly asked: CacheMode;
  /** GITHUB_EVENT_NAME and GITHUB_REF. */
  readonly event: string;
  readonly ref: string;
  readonly hosted: boolean;
  /** ACTIONS_CACHE_MODE: what the platform allows this job; undefined where it does not say. */
  readonly platform: string | undefined;
  /** pip's cache directory; null when pip is missing or its cache is turned off. */
  readonly pipCacheDir: string | null;
  /** pip's cache directory held entries before this step. */
  readonly dirInUse: boolean;
  /** The runner offers a cache service. */
  readonly service: boolean;
}

export type CachePlan =
  | { readonly mode: 'read-write' }
  | { readonly mode: 'read-only' | 'write-only' | 'off'; readonly reason: CacheReason };

/** Events whose jobs hold secrets or write access while they may run code of strangers. */
const PRIVILEGED_EVENTS: readonly string[] = ['pull_request_target', 'workflow_run'];

/** `auto` is off where a cache is a danger or of no use; a mode asked for by name is held back by the platform alone. */
export function cachePolicy(now: CacheSituation): CachePlan {
  if (now.asked === 'off') return { mode: 'off', reason: 'asked' };
  if (now.pipCacheDir === null) return { mode: 'off', reason: 'pip-without-cache' };
  if (now.asked === 'auto') {
    const reason = autoReason(now);
    if (reason !== null) return { mode: 'off', reason };
  }
  if (!now.service) return { mode: 'off', reason: 'no-service' };
  return limitedByPlatform(now);
}

function autoReason(now: CacheSituation): CacheReason | null {
  if (PRIVILEGED_EVENTS.includes(now.event)) return 'privileged-event';
  if (now.event === 'release') return 'release';
  if (now.ref.startsWith('refs/tags/')) return 'tag';
  return !now.hosted && now.dirInUse ? 'dir-persists' : null;
}

function limitedByPlatform(now: CacheSituation): CachePlan {
  switch (now.platform?.toLowerCase()) {
    case 'none':
      return { mode: 'off', reason: 'platform' };
    case 'read':
      return { mode: 'read-only', reason: 'platform' };
    case 'write-only':
      return now.asked === 'read-only'
        ? { mode: 'off', reason: 'platform' }
        : { mode: 'write-only', reason: 'platform' };
    default:
      return now.asked === 'read-only' ? { mode: 'read-only', reason: 'asked' } : { mode: 'read-write' };
  }
}
