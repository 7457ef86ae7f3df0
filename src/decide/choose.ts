/** The ranking → one mirror, with the reason why. */
import type { Ranked, Why } from '../model/decision.ts';
import { type Ranking, TIE_BAND_PERCENT } from './rank.ts';

/** Why the first of the ranking is the first. */
export function whyBest(ranking: Ranking): Why {
  const [best, next] = ranking.ranked;
  if (next === undefined || best === undefined) return { code: 'only-usable' };
  if (ranking.tieBrokenBy !== null) {
    const others = ranking.ranked.filter((entry) => entry.tied && entry !== best);
    return {
      code: 'tie',
      bandPercent: TIE_BAND_PERCENT,
      by: ranking.tieBrokenBy,
      others: others.map((entry) => entry.verdict.candidate.name),
    };
  }
  if (best.expectedMs === null) return { code: 'first-usable' };
  return {
    code: 'fastest',
    expectedMs: best.expectedMs,
    nextName: next.verdict.candidate.name,
    nextMs: next.expectedMs,
  };
}

/**
 * The best mirror beside the chosen one that fails apart from it: another operator, and another family where there is
 * one. Null when none passed the gate.
 */
export function chooseFallback(ranked: readonly Ranked[], chosen: Ranked): Ranked | null {
  const { operator, family } = chosen.verdict.candidate;
  const others = ranked.filter((entry) => entry !== chosen && entry.verdict.candidate.operator !== operator);
  return others.find((entry) => entry.verdict.candidate.family !== family) ?? others[0] ?? null;
}
