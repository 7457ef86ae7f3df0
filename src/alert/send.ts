/** Sends one message and tries again where that helps. Never throws: trouble with a channel is a result. */
import type { AlertTarget } from '../model/plan.ts';
import type { Alert, AlertChannel, ChannelAnswer, ChannelRequest, Delivery } from './channel.ts';

/** What the network did instead of answering, by stable code. */
export interface NoAnswer {
  readonly failure: string;
}

/** Posts one request; never throws. */
export type Post = (request: ChannelRequest, timeoutMs: number) => Promise<ChannelAnswer | NoAnswer>;

/** Milliseconds. */
export interface Patience {
  readonly attempts: number;
  /** Of one attempt. */
  readonly timeoutMs: number;
  /** Before the second attempt; doubled before each further one. */
  readonly backOffMs: number;
  /** The longest time that a service may ask for within a run. */
  readonly mostWaitMs: number;
}

export const PATIENCE: Patience = { attempts: 3, timeoutMs: 10_000, backOffMs: 1000, mostWaitMs: 20_000 };

export interface SendResult {
  readonly delivered: boolean;
  /** Why not: 'errcode-93000', 'http-404', 'timeout' …; empty when delivered. */
  readonly code: string;
  readonly attempts: number;
}

/** `clock` gives epoch milliseconds: signatures are made anew for each attempt, they last an hour at most. */
export async function send(
  channel: AlertChannel,
  target: AlertTarget,
  alert: Alert,
  post: Post,
  clock: () => number,
  patience: Patience = PATIENCE,
): Promise<SendResult> {
  let backOffMs = patience.backOffMs;
  for (let attempt = 1; ; attempt++) {
    const answer = await post(channel.request(alert, target, clock()), patience.timeoutMs);
    const delivery = deliveryOf(channel, answer);
    if (delivery.state === 'delivered') return { delivered: true, code: '', attempts: attempt };
    const waitMs = delivery.state === 'busy' ? Math.max(delivery.afterMs ?? 0, backOffMs) : Number.POSITIVE_INFINITY;
    if (attempt >= patience.attempts || waitMs > patience.mostWaitMs) {
      return { delivered: false, code: delivery.code, attempts: attempt };
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    backOffMs *= 2;
  }
}

/** A hung or broken connection is worth another try: a message told twice is better than one never told. */
function deliveryOf(channel: AlertChannel, answer: ChannelAnswer | NoAnswer): Delivery {
  if ('failure' in answer) return { state: 'busy', code: answer.failure, afterMs: null };
  return channel.delivery(answer);
}
