/** The standing → one mirror, what goes beside it, and why. */
import type { Candidate } from '../model/candidate.ts';
import type { Decision, Ranked, Ranking, Why } from '../model/decision.ts';
import type { Inputs } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import { type InstallCost, rankMirrors, TIE_BAND_PERCENT } from './rank.ts';
import { trustNeeded } from './trust-needed.ts';

/** What is known of all candidates when a choice is made. */
export interface Standing {
  readonly verdicts: readonly Verdict[];
  readonly ranking: Ranking;
  readonly cost: InstallCost;
  readonly beside: readonly Verdict[];
}

/** Verified mirrors first; else the best of those that only lack something which a second index has. */
export function chooseMirror(standing: Standing, inputs: Inputs): Decision | null {
  const complete = preferUntrusting(standing.ranking, inputs);
  const partial = complete.ranked.length > 0 ? null : rankPartial(standing);
  const ranking = partial ?? complete;
  const best = ranking.ranked[0];
  if (best === undefined) return null;
  const fallback = fallbackFor(best, ranking, [...standing.verdicts, ...standing.beside], inputs);
  return decisionFor(best, ranking, fallback, inputs);
}

function decisionFor(best: Ranked, ranking: Ranking, fallback: Candidate | null, inputs: Inputs): Decision {
  return {
    mirror: best.verdict.candidate,
    extraIndexes: inputs.extraIndexes,
    fallback,
    trustedHosts: trustNeeded(best.verdict, inputs.trustedHosts),
    why: whyBest(ranking),
    confirmedByPip: false,
    reused: false,
  };
}

/** A mirror that needs no trusted host comes before any that does. */
function preferUntrusting(ranking: Ranking, inputs: Inputs): Ranking {
  const needs = (entry: Ranked): boolean => trustNeeded(entry.verdict, inputs.trustedHosts).length > 0;
  const verified = ranking.ranked.filter((entry) => !needs(entry));
  if (verified.length === 0 || verified.length === ranking.ranked.length) return ranking;
  const rest = ranking.ranked.filter(needs);
  const ranked = [...verified, ...rest].map((entry, index) => ({ ...entry, rank: index + 1 }));
  const stillTied = verified[0] === ranking.ranked[0] && (verified[1]?.tied ?? false);
  return { ranked, tieBrokenBy: stillTied ? ranking.tieBrokenBy : null };
}

function rankPartial(standing: Standing): Ranking {
  const partial = standing.verdicts
    .filter(
      (verdict) => !verdict.unasked && verdict.reasons.length === 1 && verdict.reasons[0] === 'missing-requirement',
    )
    .map((verdict) => ({ ...verdict, usable: true }));
  const [first] = partial;
  return first === undefined ? { ranked: [], tieBrokenBy: null } : rankMirrors(partial, standing.cost, null);
}

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

/** The second index: the one that the user names, or one that has what the chosen mirror lacks; it passed the gate. */
function fallbackFor(best: Ranked, ranking: Ranking, verdicts: readonly Verdict[], inputs: Inputs): Candidate | null {
  const { fallback } = inputs;
  if (fallback === 'none') return null;
  if (fallback !== 'auto') {
    const passed = verdicts.find(({ candidate, usable }) => usable && candidate.indexUrl === fallback.indexUrl);
    return passed === undefined || passed.candidate === best.verdict.candidate ? null : passed.candidate;
  }
  const missing = best.verdict.requirements?.missing ?? [];
  if (!best.verdict.reasons.includes('missing-requirement')) return null;
  const having = ranking.ranked.filter(({ verdict }) => hasSome(verdict, missing));
  return chooseFallback(having, best)?.verdict.candidate ?? null;
}

function hasSome(verdict: Verdict, wanted: readonly string[]): boolean {
  return wanted.some((raw) => !(verdict.requirements?.missing ?? []).includes(raw));
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
