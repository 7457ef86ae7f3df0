/** When waiting for the others cannot change the decision any more. */
import { bytesFrom, type InstallCost, MOST_BYTES_PER_SECOND, TIE_BAND_PERCENT } from './rank.ts';

/** A candidate that has not answered all of its questions yet. */
export interface Waiting {
  /** Milliseconds for which its network was waited for. */
  readonly waitedMs: number;
  /** Milliseconds of them for the answer that is outstanding. */
  readonly silentMs: number;
  /** Round trips begun in that time: name, TCP, TLS and requests. */
  readonly roundTrips: number;
  /** Milliseconds that TCP took to connect, which is one round trip; null where it has not yet. */
  readonly connectMs: number | null;
  /** Milliseconds that an answer took, where one came. */
  readonly latencyMs: number | null;
  /** The kept downloads came from it: it would win a near-tie. */
  readonly held?: boolean;
}

/** Round trips until a mirror may be chosen: name, TCP, TLS, page, file and metadata. */
const GATE_ROUND_TRIPS = 6;

/**
 * Whether the best expected time known stands whatever the waiting candidates answer. Each of them would need longer
 * than `bestMs` for the round trips of the install, at the pace that it has shown so far, and for those that are left of
 * its questions: the install waits for them too. Who has been silent for a while is expected to stay so for as long again:
 * nobody waits longer for an answer than it could save. One that would win a near-tie is not beaten by answering a
 * little later. `bestMs` null: nothing is known yet.
 */
export function isSettled(bestMs: number | null, waiting: readonly Waiting[], cost: InstallCost): boolean {
  if (bestMs === null) return waiting.length === 0;
  const transferMs = (bytesFrom({ listsDigests: true }, cost) / MOST_BYTES_PER_SECOND) * 1000;
  return waiting.every(({ waitedMs, silentMs, roundTrips, connectMs, latencyMs, held = false }) => {
    const roundTripMs = latencyMs ?? Math.max(connectMs ?? 0, waitedMs / Math.max(1, roundTrips));
    const installMs = roundTripMs * cost.requests + transferMs;
    // An answer on its way is no silence.
    if (held) return Math.max(0, silentMs - roundTripMs) + installMs > bestMs * (1 + TIE_BAND_PERCENT / 100);
    return silentMs + roundTripMs * Math.max(0, GATE_ROUND_TRIPS - roundTrips) + installMs > bestMs;
  });
}
