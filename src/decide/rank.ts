/** Usable mirrors in order: the expected time of this install, and a fixed order among near-ties. */
import type { Ranking, TieBreak } from '../model/decision.ts';
import type { Verdict } from '../model/verdict.ts';

/** What this install will ask of a mirror. */
export interface InstallCost {
  /** Round trips: index pages, metadata and files, one after the other. */
  readonly requests: number;
  /** Bytes of files to download. */
  readonly bytes: number;
  /** Those of them that an index which lists digests need not send, because earlier runs kept them; absent: none. */
  readonly heldBytes?: number;
}

/** What an ordinary environment costs, where the job does not say: 30 packages of 1.5 MB, three requests each. */
export const TYPICAL_INSTALL: InstallCost = { requests: 90, bytes: 45_000_000 };

/** Bytes a second that no mirror exceeds towards one runner. */
export const MOST_BYTES_PER_SECOND = 125e6;

/** Expected times this near to the best are a tie: repeated measurements of one mirror differ as much. */
export const TIE_BAND_PERCENT = 8;

/** What breaks a near-tie, in this order. */
const TIE_BREAKS: readonly TieBreak[] = ['cache', 'operator', 'days-left', 'freshness', 'order'];

/**
 * Milliseconds for the whole install; null where the mirror was not measured. Without a rate of its own it counts with
 * `assumedRate` (bytes a second), or by its round trips alone.
 */
export function expectedMs(verdict: Verdict, cost: InstallCost, assumedRate: number | null = null): number | null {
  return timeAt(verdict, cost, verdict.throughput?.bytesPerSecond ?? assumedRate);
}

/** Whoever's rate is unknown is taken for as slow as the slowest one known; null where none is. */
function slowestRate(verdicts: readonly Verdict[]): number | null {
  const known = verdicts.flatMap(({ throughput }) => throughput?.bytesPerSecond ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

/** The least that it may be in truth: for a mirror whose rate is known from its first range only, at its highest. */
export function leastMs(verdict: Verdict, cost: InstallCost): number | null {
  const { mostBytesPerSecond, throughput } = verdict;
  if (mostBytesPerSecond === undefined) return timeAt(verdict, cost, throughput?.bytesPerSecond ?? null);
  return timeAt(verdict, cost, Math.min(mostBytesPerSecond, MOST_BYTES_PER_SECOND));
}

function timeAt(verdict: Verdict, cost: InstallCost, bytesPerSecond: number | null): number | null {
  const latency = verdict.latencyMs ?? verdict.timing?.firstByteMs ?? null;
  if (latency === null) return null;
  return cost.requests * latency + (bytesPerSecond === null ? 0 : (bytesFrom(verdict, cost) / bytesPerSecond) * 1000);
}

/** What this mirror would have to send. */
export function bytesFrom({ listsDigests }: Pick<Verdict, 'listsDigests'>, cost: InstallCost): number {
  return cost.bytes - (listsDigests === true ? (cost.heldBytes ?? 0) : 0);
}

/** How `a` and `b` compare by one tie-break; negative when `a` comes first. */
function compareBy(by: TieBreak, a: Verdict, b: Verdict, heldCache: string | null): number {
  switch (by) {
    case 'cache':
      return Number(b.candidate.indexUrl === heldCache) - Number(a.candidate.indexUrl === heldCache);
    case 'operator':
      // A mirror that serves another one's content fails with it.
      return Number(isDerived(a)) - Number(isDerived(b));
    case 'days-left':
      return wholeWeeks(b) - wholeWeeks(a);
    case 'freshness':
      return (a.freshness?.behind ?? 0) - (b.freshness?.behind ?? 0);
    case 'order':
      return a.candidate.order - b.candidate.order;
  }
}

function isDerived(verdict: Verdict): boolean {
  return verdict.candidate.operator !== verdict.candidate.family;
}

/** Only a certificate that ends soon is a reason to prefer another mirror. */
function wholeWeeks(verdict: Verdict): number {
  const days = verdict.certificate?.daysLeft ?? 0;
  return Math.min(2, Math.floor(days / 7));
}

/** `heldCache` is the index that the kept downloads came from, or null. */
export function rankMirrors(verdicts: readonly Verdict[], cost: InstallCost, heldCache: string | null): Ranking {
  const all = verdicts.filter((verdict) => verdict.usable);
  const assumedRate = slowestRate(all);
  const usable = all
    .map((verdict) => ({ verdict, expected: expectedMs(verdict, cost, assumedRate) }))
    .sort((a, b) => (a.expected ?? Number.MAX_VALUE) - (b.expected ?? Number.MAX_VALUE));
  const best = usable[0];
  if (best === undefined) return { ranked: [], tieBrokenBy: null };
  const limit = (best.expected ?? Number.MAX_VALUE) * (1 + TIE_BAND_PERCENT / 100);
  const band = usable.filter((entry) => (entry.expected ?? Number.MAX_VALUE) <= limit);
  band.sort((a, b) => {
    for (const by of TIE_BREAKS) {
      const order = compareBy(by, a.verdict, b.verdict, heldCache);
      if (order !== 0) return order;
    }
    return 0;
  });
  const [winner, second] = band;
  const tieBrokenBy =
    winner === undefined || second === undefined
      ? null
      : (TIE_BREAKS.find((by) => compareBy(by, winner.verdict, second.verdict, heldCache) !== 0) ?? 'order');
  const rest = usable.filter((entry) => !band.includes(entry));
  return {
    ranked: [...band, ...rest].map((entry, index) => ({
      verdict: entry.verdict,
      rank: index + 1,
      expectedMs: entry.expected,
      tied: band.length > 1 && band.includes(entry),
    })),
    tieBrokenBy,
  };
}
