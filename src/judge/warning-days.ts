/** When a certificate's end is worth a warning: the user's days, scaled down for certificates that live shortly. */

const DAY_MS = 86_400_000;

/** The first warning comes at the latest when this share of the life is left. */
const SHARE = 1 / 3;

/**
 * Days before the end at which to warn, in the order of `warnDays` (descending).
 *
 * A certificate of six days would be in its last seven days from its first hour on: where the largest entry is more
 * than a third of the lifetime, all entries shrink by the same factor (7, 3, 1 become 2, 0.86, 0.29 days).
 * Dates are epoch milliseconds.
 */
export function warningDays(notBefore: number, notAfter: number, warnDays: readonly number[]): number[] {
  const largest = Math.max(0, ...warnDays);
  const allowed = (Math.max(0, notAfter - notBefore) / DAY_MS) * SHARE;
  const factor = largest > allowed ? allowed / largest : 1;
  return warnDays.map((days) => days * factor);
}
