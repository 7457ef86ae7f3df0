/** Which mirror, why, and the exact variables that follow. */
import type { Candidate } from './candidate.ts';
import type { Verdict } from './verdict.ts';

export interface Ranked {
  readonly verdict: Verdict;
  /** 1 is best. */
  readonly rank: number;
  /** The model's expected time for this job's install, milliseconds; null where unmeasured. */
  readonly expectedMs: number | null;
  /** True when within the tie band of the best. */
  readonly tied: boolean;
}

/** What breaks a near-tie. */
export type TieBreak = 'cache' | 'operator' | 'days-left' | 'freshness' | 'order';

export interface Ranking {
  /** Usable mirrors only, best first. */
  readonly ranked: readonly Ranked[];
  /** What put the best before the others in the band; null when it was not tied. */
  readonly tieBrokenBy: TieBreak | null;
}

/** Why this one: a closed set, so that prose stays in the message catalogue. */
export type Why =
  | {
      readonly code: 'fastest';
      readonly expectedMs: number;
      readonly nextName: string | null;
      readonly nextMs: number | null;
    }
  | {
      readonly code: 'tie';
      readonly bandPercent: number;
      readonly by: TieBreak;
      readonly others: readonly string[];
    }
  | { readonly code: 'only-usable' }
  | { readonly code: 'first-usable' }
  | { readonly code: 'expired-tolerated'; readonly until: number; readonly witness: string }
  | { readonly code: 'kept'; readonly usable: 0 }
  | { readonly code: 'offline' };

export interface Decision {
  readonly mirror: Candidate;
  readonly extraIndexes: readonly Candidate[];
  /** Second index beside the chosen one, already laid so that files come from `mirror`; null when not needed. */
  readonly fallback: Candidate | null;
  /** 'host' or 'host:port', only what policy and user allow. */
  readonly trustedHosts: readonly string[];
  readonly why: Why;
  readonly confirmedByPip: boolean;
  readonly reused: boolean;
}

/** Variables for later steps, in the order in which they are written. */
export type Variables = Readonly<Record<string, string>>;
