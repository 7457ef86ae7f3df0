/**
 * Asks all candidates at once, as pip would ask them: index page, one file by range, its metadata. Stops asking when
 * the rest cannot change the decision, or when the politeness budget is spent.
 */

import { installCost } from '../decide/install-cost.ts';
import { expectedMs } from '../decide/rank.ts';
import { isSettled } from '../decide/settled.ts';
import { judgeMirror } from '../judge/mirror.ts';
import type { FileLink, IndexPage } from '../model/observation.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MirrorSession } from '../observe/session.ts';
import type { Field } from './field.ts';
import { POLITENESS } from './politeness.ts';

/** How often a settled decision is looked for while nothing arrives, milliseconds. */
const LOOK_EVERY_MS = 20;

export interface SurveyQuestions {
  /** Index page to ask for: a PEP 503 normalised name. */
  readonly project: string;
  /** The file of that page that pip would take; null when there is none. */
  readonly choose: (page: IndexPage) => FileLink | null;
  /** Ask everybody to the end, however certain the decision is. */
  readonly everybody: boolean;
  /** An expired certificate alone does not end the questions. */
  readonly tolerateExpired: boolean;
}

interface Asked {
  readonly session: MirrorSession;
  /** Round trips begun: name, TCP, TLS and the page at first. */
  roundTrips: number;
  /** Set once all was asked that is worth asking. */
  verdict: Verdict | null;
}

/** What goes on in the background once the decision is settled. */
export interface Survey {
  /** Ends the questions still open; resolves when each has said so in its observation. */
  finish(): Promise<void>;
}

/** Resolves, always, as soon as the rest cannot change the decision. */
export async function survey(field: Field, questions: SurveyQuestions): Promise<Survey> {
  const startedAt = performance.now();
  const asked: Asked[] = field.sessions.map((session) => ({ session, roundTrips: 4, verdict: null }));
  let settle: () => void = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const look = (): void => {
    if (questions.everybody) return;
    const observations = asked.map(({ session }) => session.observation());
    const bytes = observations.reduce((sum, observation) => sum + observation.bytes, 0);
    const cost = installCost(field.job, observations);
    const expected = asked
      .map(({ verdict }) => (verdict?.usable ? expectedMs(verdict, cost) : null))
      .filter((ms) => ms !== null);
    const waiting = asked
      .filter(({ verdict }) => verdict === null)
      .map(({ roundTrips }) => ({ elapsedMs: performance.now() - startedAt, roundTrips }));
    const best = expected.length === 0 ? null : Math.min(...expected);
    if (bytes > POLITENESS.surveyBytes || isSettled(best, waiting, cost)) settle();
  };
  const all = Promise.all(
    asked.map(async (entry) => {
      await askOne(entry, field, questions);
      entry.verdict = judgeMirror(entry.session.observation(), field.yardstick);
      field.surveyed.add(entry.session);
      look();
    }),
  );
  const timer = setInterval(look, LOOK_EVERY_MS);
  await Promise.race([all, settled]);
  clearInterval(timer);
  return {
    finish: async () => {
      for (const { session, verdict } of asked) if (verdict === null) session.close();
      await all;
    },
  };
}

/** The three objects that pip needs of a mirror, as far as each is worth asking for. */
async function askOne(entry: Asked, field: Field, questions: SurveyQuestions): Promise<void> {
  const { session } = entry;
  let answer = await session.project(questions.project);
  const { probe } = field.yardstick;
  // The job's first requirement may be a private one: any index of PyPI's content has the probe.
  if (answer.exchanges.at(-1)?.status === 404 && probe !== null && probe !== questions.project) {
    answer = await session.project(probe);
  }
  const refusedBy = answer.exchanges.at(-1)?.status ?? 0;
  if (refusedBy === 403 || refusedBy === 405) await session.neutral(questions.project);
  const { reasons } = judgeMirror(session.observation(), field.yardstick);
  const inTheWay = questions.tolerateExpired ? reasons.filter((reason) => reason !== 'certificate-expired') : reasons;
  const link = answer.page === null || inTheWay.length > 0 ? null : questions.choose(answer.page);
  if (link === null) return;
  entry.roundTrips += 1;
  await session.file(link, POLITENESS.gateBytes);
  if (link.metadata === null) return;
  entry.roundTrips += 1;
  await session.metadata(link);
}
