/**
 * Asks all candidates at once, as pip would ask them: index page, one file by range, its metadata. Stops asking when
 * the rest cannot change the decision, or when the politeness budget is spent.
 */
import { expectedMs, type InstallCost } from '../decide/rank.ts';
import { isSettled, type Waiting } from '../decide/settled.ts';
import { judgeMirror, type Yardstick } from '../judge/mirror.ts';
import type { Candidate } from '../model/candidate.ts';
import type { FileLink, IndexPage, Observation } from '../model/observation.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MirrorSession } from '../observe/session.ts';

/** Promises to mirror operators; docs/for-mirror-operators.md repeats them. */
export const POLITENESS = {
  /** Bytes of one answer that are read at most. */
  bytesPerRequest: 512 * 1024,
  /** Bytes of all answers of all mirrors together. */
  bytesInAll: 4 * 1024 * 1024,
  requestsPerMirror: 6,
} as const;

/** Bytes of the file that every candidate is asked for; the best few are asked for more. */
const GATE_BYTES = 32 * 1024;

/** Bytes kept back for measuring the best few. */
const RESERVED_BYTES = 1024 * 1024;

/** How often a settled decision is looked for while nothing arrives, milliseconds. */
const LOOK_EVERY_MS = 20;

export interface SurveyQuestions {
  /** Index page to ask for: a PEP 503 normalised name. */
  readonly project: string;
  /** The file of that page that pip would take; null when there is none. */
  readonly choose: (page: IndexPage) => FileLink | null;
  readonly cost: InstallCost;
  /** Ask everybody to the end, however certain the decision is (audit). */
  readonly everybody: boolean;
}

export interface Surveyed {
  readonly candidate: Candidate;
  readonly session: MirrorSession;
  observation: Observation;
  verdict: Verdict;
}

interface Asked {
  readonly candidate: Candidate;
  readonly session: MirrorSession;
  readonly startedAt: number;
  roundTrips: number;
  done: boolean;
}

/** The caller opens the sessions and closes them. Resolves always. */
export async function survey(
  sessions: readonly MirrorSession[],
  questions: SurveyQuestions,
  yardstick: Yardstick,
): Promise<Surveyed[]> {
  const startedAt = performance.now();
  const asked: Asked[] = sessions.map((session) => ({
    candidate: session.candidate,
    session,
    startedAt,
    // Name, TCP, TLS and the page.
    roundTrips: 4,
    done: false,
  }));
  const judge = (entry: Asked): Verdict => judgeMirror(entry.session.observation(), yardstick);
  const spent = (): number => asked.reduce((sum, entry) => sum + entry.session.observation().bytes, 0);

  let settle: () => void = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const look = (): void => {
    if (questions.everybody) return;
    const bests = asked
      .filter((entry) => entry.done)
      .map(judge)
      .filter((verdict) => verdict.usable)
      .map((verdict) => expectedMs(verdict, questions.cost) ?? Number.POSITIVE_INFINITY);
    const waiting: Waiting[] = asked
      .filter((entry) => !entry.done)
      .map((entry) => ({ elapsedMs: performance.now() - entry.startedAt, roundTrips: entry.roundTrips }));
    const over = spent() > POLITENESS.bytesInAll - RESERVED_BYTES;
    if (over || isSettled(bests.length === 0 ? null : Math.min(...bests), waiting, questions.cost)) settle();
  };

  const all = Promise.all(
    asked.map(async (entry) => {
      await askOne(entry, questions, judge);
      entry.done = true;
      look();
    }),
  );
  const timer = setInterval(look, LOOK_EVERY_MS);
  await Promise.race([all, settled]);
  clearInterval(timer);

  return asked.map((entry) => {
    if (!entry.done) entry.session.close();
    const observation = entry.session.observation();
    return {
      candidate: entry.candidate,
      session: entry.session,
      observation,
      verdict: judgeMirror(observation, yardstick),
    };
  });
}

/** The three objects that pip needs of a mirror, as far as each is worth asking for. */
async function askOne(entry: Asked, questions: SurveyQuestions, judge: (entry: Asked) => Verdict): Promise<void> {
  const { session } = entry;
  const answer = await session.project(questions.project);
  const refusedBy = answer.exchanges.at(-1)?.status ?? 0;
  if (refusedBy === 403 || refusedBy === 405) await session.neutral(questions.project);
  if (answer.page === null || judge(entry).reasons.length > 0) return;
  const link = questions.choose(answer.page);
  if (link === null) return;
  entry.roundTrips += 1;
  await session.file(link, GATE_BYTES);
  if (link.metadata === null) return;
  entry.roundTrips += 1;
  await session.metadata(link);
}
