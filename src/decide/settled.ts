/** When waiting for the others cannot change the decision any more. */
import type { InstallCost } from './rank.ts';

/** A candidate that has not answered all of its questions yet. */
export interface Waiting {
  /** Milliseconds since it was first asked. */
  readonly elapsedMs: number;
  /** Round trips begun in that time, at least 1. */
  readonly roundTrips: number;
}

/**
 * Whether the best expected time known stands whatever the waiting candidates answer: each of them would need longer
 * for its round trips alone. `bestMs` null: nothing is known yet.
 */
export function isSettled(bestMs: number | null, waiting: readonly Waiting[], cost: InstallCost): boolean {
  if (bestMs === null) return waiting.length === 0;
  return waiting.every(({ elapsedMs, roundTrips }) => (elapsedMs / roundTrips) * cost.requests > bestMs);
}
