/**
 * Asks all candidates at once, as pip would ask them: index page, one file by range, its metadata. Stops asking when
 * the rest cannot change the decision, or when the politeness budget is spent.
 */

import { installCost } from '../decide/install-cost.ts';
import { expectedMs } from '../decide/rank.ts';
import { isSettled } from '../decide/settled.ts';
import { judgeMirror } from '../judge/mirror.ts';
import { latencyOf } from '../judge/pace.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MirrorSession } from '../observe/session.ts';
import { type Field, isDemoted } from './field.ts';
import { askGate, type GateQuestions } from './gate.ts';
import { POLITENESS } from './politeness.ts';

/** How often a settled decision is looked for while nothing arrives, milliseconds. */
const LOOK_EVERY_MS = 20;

/** A look that takes longer is followed by a pause: among hundreds of candidates looking must not hold up answers. */
const CHEAP_LOOK_MS = 3;

export interface SurveyQuestions extends GateQuestions {
  /** Ask everybody to the end, however certain the decision is. */
  readonly everybody: boolean;
}

interface Asked {
  readonly session: MirrorSession;
  /** Set once all was asked that is worth asking. */
  verdict: Verdict | null;
}

/** Questions under way; they go on in the background once the decision is settled. */
export interface Survey {
  /**
   * Resolves, always, as soon as the rest cannot change the decision: at once when called again while nothing has
   * changed, later when the leader was demoted meanwhile. Sooner, when `otherwise` says that there is something to do.
   */
  settled(otherwise?: () => boolean): Promise<void>;
  /** Ends the questions still open; resolves when each has said so in its observation. */
  finish(): Promise<void>;
}

export function survey(field: Field, questions: SurveyQuestions): Survey {
  const asked: Asked[] = field.sessions.map((session) => ({ session, verdict: null }));
  const isOver = (): boolean => {
    const open = asked.filter(({ verdict }) => verdict === null);
    if (open.length === 0) return true;
    if (questions.everybody) return false;
    const observations = asked.map(({ session }) => session.observation());
    const bytes = observations.reduce((sum, observation) => sum + observation.bytes, 0);
    const cost = installCost(field.job, observations);
    const leaders = asked.filter(({ verdict }) => verdict?.usable && !isDemoted(field, verdict.candidate));
    const expected = leaders
      .map(({ verdict }) => (verdict === null ? null : expectedMs(verdict, cost)))
      .filter((ms) => ms !== null);
    const waiting = open.map(({ session }) => ({ ...session.pace, latencyMs: latencyOf(session.observation()) }));
    const best = expected.length === 0 ? null : Math.min(...expected);
    return (bytes > POLITENESS.surveyBytes && best !== null) || isSettled(best, waiting, cost);
  };
  let answers = 0;
  let wake: () => void = () => {};
  const all = Promise.all(
    asked.map(async (entry) => {
      await askGate(entry.session, questions, field.yardstick);
      entry.verdict = judgeMirror(entry.session.observation(), field.yardstick);
      field.surveyed.add(entry.session);
      answers += 1;
      wake();
    }),
  );
  return {
    settled: async (otherwise = () => false) => {
      for (;;) {
        const lookedAt = performance.now();
        if (otherwise() || isOver()) return;
        const tookMs = performance.now() - lookedAt;
        const answered = answers;
        if (tookMs > CHEAP_LOOK_MS) await new Promise((resolve) => setTimeout(resolve, tookMs * 4));
        if (answers > answered) continue;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_EVERY_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
    finish: async () => {
      for (const { session, verdict } of asked) if (verdict === null) session.close();
      await all;
    },
  };
}
