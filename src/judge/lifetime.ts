/** How long a certificate still has, and when that is worth a word. */

const DAY_MS = 86_400_000;

/** Days from `now` (epoch ms) to `end`, with fraction; negative once it has passed. */
export function daysUntil(end: number, now: number): number {
  return (end - now) / DAY_MS;
}

/**
 * The thresholds of `warnDays`, in days and descending, for a certificate that lives `lifetimeDays`: unchanged where
 * the largest is at most a third of its life, else shrunk in proportion, so that a 6-day certificate warns at
 * 2 days (not every day) and a 45-day one at 7.
 */
function thresholdsFor(lifetimeDays: number, warnDays: readonly number[]): number[] {
  const descending = [...warnDays].sort((a, b) => b - a);
  const largest = descending[0] ?? 0;
  const scale = largest > 0 ? Math.min(1, Math.max(0, lifetimeDays) / (3 * largest)) : 1;
  return descending.map((days) => days * scale);
}

/** The smallest threshold that has been reached, as the user wrote it; null when none has. */
export function reachedThreshold(daysLeft: number, lifetimeDays: number, warnDays: readonly number[]): number | null {
  const descending = [...warnDays].sort((a, b) => b - a);
  const limits = thresholdsFor(lifetimeDays, warnDays);
  return descending.filter((_, at) => daysLeft <= (limits[at] ?? 0)).at(-1) ?? null;
}
