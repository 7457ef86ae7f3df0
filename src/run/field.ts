/** The candidates in one run: their sessions, what was seen of them so far, and what it means so far. */

import { installCost } from '../decide/install-cost.ts';
import { type InstallCost, rankMirrors } from '../decide/rank.ts';
import { judgeAll, type Need } from '../judge/all-mirrors.ts';
import { judgeMirror, type Yardstick } from '../judge/mirror.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Ranking } from '../model/decision.ts';
import type { Observation } from '../model/observation.ts';
import type { JobRequirements } from '../model/requirement.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MirrorSession } from '../observe/session.ts';

export interface Field {
  readonly sessions: readonly MirrorSession[];
  /** Indexes beside the choice: asked the same, never chosen. */
  readonly beside: readonly MirrorSession[];
  readonly yardstick: Yardstick;
  readonly need: Need;
  readonly job: JobRequirements;
  /** Index whose downloads are kept, as far as is known by now; null where none. */
  readonly heldCache: () => string | null;
  /** Sessions that have answered all that the survey asks. */
  readonly surveyed: Set<MirrorSession>;
  /** Candidates that pip itself refused, with its words. */
  readonly refused: Map<Candidate, string>;
  /** Candidates that were asked for a throughput sample. */
  readonly sampled: Set<Candidate>;
  /** Candidates that lack one of the job's requirements. */
  readonly lacking: Set<Candidate>;
  /** Requirements, as written, that an index beside the choice has: no mirror needs to. */
  readonly hadBeside: Set<string>;
}

export interface Standing {
  readonly observations: readonly Observation[];
  /** In the order of the sessions. */
  readonly verdicts: readonly Verdict[];
  readonly ranking: Ranking;
  readonly cost: InstallCost;
  readonly beside: readonly Verdict[];
}

/** Everything judged anew from what has been seen up to now. */
export function standingOf(field: Field): Standing {
  const observations = field.sessions.map((session) => session.observation());
  const verdicts = judgeAll(observations, field.yardstick, needOf(field)).map((verdict, index): Verdict => {
    const session = field.sessions[index];
    const detail = field.refused.get(verdict.candidate);
    if (detail !== undefined) return { ...verdict, usable: false, reasons: ['pip-refused'], detail };
    const answered = session !== undefined && field.surveyed.has(session);
    return answered ? verdict : { ...verdict, usable: false, unasked: verdict.reasons.length === 0 };
  });
  const cost = installCost(field.job, observations);
  const beside = field.beside.map((session) => judgeMirror(session.observation(), privately(field.yardstick)));
  return { observations, verdicts, ranking: rankMirrors(verdicts, cost, field.heldCache()), cost, beside };
}

/** A private index may lack any public project. */
export function privately(yardstick: Yardstick): Yardstick {
  return { ...yardstick, probe: null };
}

function needOf({ need, hadBeside }: Field): Need {
  return { ...need, wanted: need.wanted.filter(({ raw }) => !hadBeside.has(raw)) };
}

/** Out of the running for what was learnt after the survey. */
export function isDemoted(field: Field, candidate: Candidate): boolean {
  return field.refused.has(candidate) || field.lacking.has(candidate);
}

export function sessionOf(field: Field, candidate: Candidate): MirrorSession | undefined {
  return field.sessions.find((session) => session.candidate === candidate);
}
