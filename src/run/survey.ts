/**
 * Asks all candidates at once, as pip would ask them: index page, one file by range, its metadata. Stops asking when
 * the rest cannot change the decision, or when the politeness budget is spent.
 */

import { setImmediate } from 'node:timers/promises';
import { installCost } from '../decide/install-cost.ts';
import { expectedMs } from '../decide/rank.ts';
import { isSettled } from '../decide/settled.ts';
import { judgeMirror } from '../judge/mirror.ts';
import { latencyOf, paceOf } from '../judge/pace.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MirrorSession } from '../observe/session.ts';
import { type Field, isDemoted, sendsAwayTo } from './field.ts';
import { askGate, type GateQuestions } from './gate.ts';
import { LookOut } from './look-out.ts';
import { POLITENESS } from './politeness.ts';

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
  const lookOut = new LookOut();
  const isOver = (): boolean => {
    const open = asked.filter(({ verdict }) => verdict === null);
    if (open.length === 0) return true;
    if (questions.everybody) return false;
    const observations = asked.map(({ session }) => session.observation());
    const bytes = observations.reduce((sum, observation) => sum + observation.bytes, 0);
    const cost = installCost(field.job, observations, field.held());
    const expected = asked.flatMap(({ session, verdict }) => {
      if (!verdict?.usable || isDemoted(field, verdict.candidate)) return [];
      // It may have been measured since it was judged.
      const observation = session.observation();
      return expectedMs({ ...verdict, latencyMs: latencyOf(observation), ...paceOf(observation) }, cost) ?? [];
    });
    const waiting = open.map(({ session }) => {
      const { waitedMs, silentMs, roundTrips, connectMs } = session.pace;
      return {
        waitedMs: Math.max(0, waitedMs - lookOut.stalledMs),
        silentMs: Math.max(0, silentMs - lookOut.stalledMs),
        roundTrips,
        connectMs,
        latencyMs: latencyOf(session.observation()),
        held: session.candidate.indexUrl === field.held().indexUrl,
      };
    });
    const best = expected.length === 0 ? null : Math.min(...expected);
    return (bytes > POLITENESS.surveyBytes && best !== null) || isSettled(best, waiting, cost);
  };
  const all = Promise.all(
    asked.map(async (entry) => {
      await askGate(entry.session, questions, field.yardstick);
      const away = field.need.wanted.length === 0 ? null : sendsAwayTo(entry.session.observation());
      if (away !== null) field.away.set(entry.session.candidate, away);
      entry.verdict = judgeMirror(entry.session.observation(), field.yardstick);
      field.surveyed.add(entry.session);
      lookOut.answered();
    }),
  );
  return {
    settled: async (otherwise = () => false) => {
      for (;;) {
        const lookedAt = performance.now();
        if (otherwise()) return;
        if (isOver()) {
          // What has arrived meanwhile is read before the last word.
          await setImmediate();
          if (isOver()) return;
        }
        await lookOut.pause(performance.now() - lookedAt);
      }
    },
    finish: async () => {
      for (const { session, verdict } of asked) if (verdict === null) session.close();
      await all;
    },
  };
}
