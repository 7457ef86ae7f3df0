/** The candidates in one run: their sessions, what was seen of them so far, and what it means so far. */

import { installCost } from '../decide/install-cost.ts';
import { bytesFrom, type InstallCost, MOST_BYTES_PER_SECOND, rankMirrors } from '../decide/rank.ts';
import { judgeAll, type Need } from '../judge/all-mirrors.ts';
import { judgeMirror, type Yardstick } from '../judge/mirror.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Ranking } from '../model/decision.ts';
import type { HeldDownloads } from '../model/held-downloads.ts';
import type { FileLink, IndexPage, Observation } from '../model/observation.ts';
import type { JobRequirements } from '../model/requirement.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MirrorSession } from '../observe/session.ts';
import { isPrivate } from '../plan/public-hosts.ts';

export interface Field {
  readonly sessions: readonly MirrorSession[];
  /** Indexes beside the choice: asked the same, never chosen. */
  readonly beside: readonly MirrorSession[];
  readonly yardstick: Yardstick;
  readonly need: Need;
  readonly job: JobRequirements;
  /** What earlier runs kept, as far as is known by now. */
  readonly held: () => HeldDownloads;
  /** Settles when no more will be known of it. */
  readonly heldKnown: Promise<unknown>;
  /** Bytes that all answers together may have. */
  readonly bytesInAll: number;
  /** What tells the rate of a mirror whose first file was too small to tell it; null where no index need have it. */
  readonly rateProbe: RateProbe | null;
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
  /** Candidates that send each name of the job on to a host that the policy forbids, with that host. */
  readonly away: Map<Candidate, string>;
}

export interface RateProbe {
  /** PEP 503 normalised name. */
  readonly project: string;
  readonly choose: (page: IndexPage) => FileLink | null;
}

/** What is learnt while the field is asked, before anything is. */
export const nothingKnown = (): Pick<Field, 'surveyed' | 'refused' | 'sampled' | 'lacking' | 'hadBeside' | 'away'> => ({
  surveyed: new Set(),
  refused: new Map(),
  sampled: new Set(),
  lacking: new Set(),
  hadBeside: new Set(),
  away: new Map(),
});

/** Below so many bytes of an install no mirror's rate matters: round trips are what it waits for. */
const RATE_MATTERS_BYTES = 1024 * 1024;

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
  const cost = installCost(field.job, observations, field.held());
  const verdicts = judgeAll(observations, field.yardstick, needOf(field)).map((verdict, index): Verdict => {
    const session = field.sessions[index];
    const observation = observations[index];
    const detail = field.refused.get(verdict.candidate);
    if (detail !== undefined) return { ...verdict, usable: false, reasons: ['pip-refused'], detail };
    const host = field.away.get(verdict.candidate);
    if (host !== undefined) return { ...verdict, usable: false, reasons: ['not-allowed'], detail: host };
    const answered = session !== undefined && field.surveyed.has(session);
    if (!answered) return { ...verdict, usable: false, unasked: verdict.reasons.length === 0 };
    return observation !== undefined && tellsNoRate(observation, verdict, cost) ? withoutRate(field, verdict) : verdict;
  });
  const beside = field.beside.map((session) => judgeMirror(gateOf(session.observation()), privately(field.yardstick)));
  return { observations, verdicts, ranking: rankMirrors(verdicts, cost, field.held().indexUrl), cost, beside };
}

/** The file that was asked for is too small to tell a rate, and the install is not small. */
export function tellsNoRate({ file, throughput }: Observation, verdict: Verdict, cost: InstallCost): boolean {
  const isSmall = throughput.length === 0 && file !== null && file.sha256 !== null;
  return isSmall && bytesFrom(verdict, cost) > RATE_MATTERS_BYTES;
}

/** Nothing is known of its rate: anything is possible until it was asked for a sample, and unknown afterwards. */
function withoutRate({ rateProbe, sampled }: Field, verdict: Verdict): Verdict {
  const { mostBytesPerSecond: _, ...rest } = verdict;
  const open = rateProbe !== null && !sampled.has(verdict.candidate);
  return { ...rest, throughput: null, ...(open ? { mostBytesPerSecond: MOST_BYTES_PER_SECOND } : {}) };
}

/** A private index may lack any public project. */
export function privately(yardstick: Yardstick): Yardstick {
  return { ...yardstick, probe: null };
}

/** The first page speaks for an index beside the choice: how it answers for names that it lacks is its own affair. */
function gateOf(observation: Observation): Observation {
  return { ...observation, projects: observation.projects.slice(0, 1) };
}

function needOf({ need, hadBeside }: Field): Need {
  return { ...need, wanted: need.wanted.filter(({ raw }) => !hadBeside.has(raw)) };
}

/** Bytes that public mirrors may still be asked for. */
export function bytesLeft({ sessions, beside, bytesInAll }: Field): number {
  const publics = beside.filter(({ candidate }) => !isPrivate(candidate));
  return [...sessions, ...publics].reduce((left, session) => left - session.observation().bytes, bytesInAll);
}

/** The forbidden host that a mirror sends pip to for every name of the job; null where it has one itself, or lacks one. */
export function sendsAwayTo({ projects }: Observation): string | null {
  const ends = projects.map(({ exchanges }) => exchanges.at(-1));
  const isAway = ends.length > 0 && ends.every((end) => end?.failure?.code === 'not-allowed');
  return isAway ? (ends[0]?.connection.host ?? null) : null;
}

/** Out of the running for what was learnt after the survey. */
export function isDemoted(field: Field, candidate: Candidate): boolean {
  return field.refused.has(candidate) || field.lacking.has(candidate) || field.away.has(candidate);
}

export function sessionOf(field: Field, candidate: Candidate): MirrorSession | undefined {
  return field.sessions.find((session) => session.candidate === candidate);
}
