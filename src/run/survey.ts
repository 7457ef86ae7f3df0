/**
 * Asks all candidates at once, as pip would ask them: index page, one file by range, its metadata. Stops asking when
 * the rest cannot change the decision, or when the politeness budget is spent.
 */

import { installCost } from '../decide/install-cost.ts';
import { expectedMs } from '../decide/rank.ts';
import { isSettled } from '../decide/settled.ts';
import { judgeMirror } from '../judge/mirror.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MirrorSession } from '../observe/session.ts';
import type { Field } from './field.ts';
import { askGate, type GateQuestions } from './gate.ts';
import { POLITENESS } from './politeness.ts';

/** How often a settled decision is looked for while nothing arrives, milliseconds. */
const LOOK_EVERY_MS = 20;

export interface SurveyQuestions extends GateQuestions {
  /** Ask everybody to the end, however certain the decision is. */
  readonly everybody: boolean;
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
      await askGate(entry.session, questions, field.yardstick, () => {
        entry.roundTrips += 1;
      });
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
