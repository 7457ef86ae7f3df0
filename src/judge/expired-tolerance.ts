/** Whether `allow-expired` may tolerate a mirror: its own certificate's end is all that speaks against it. */
import type { Verdict } from '../model/verdict.ts';

const DAY_MS = 86_400_000;

/**
 * @param graceDays how long after its end a certificate is tolerated.
 * @param now epoch milliseconds.
 * @returns until when the grace lasts, epoch milliseconds; null where anything else is wrong, on any host on pip's way.
 */
export function toleratedUntil(verdict: Verdict, graceDays: number, now: number): number | null {
  const { certificate, hosts, reasons } = verdict;
  if (certificate === null || !certificate.onlyExpired || certificate.disagreement) return null;
  if (reasons.length !== 1 || reasons[0] !== 'certificate-expired') return null;
  // Its trusted host would cover the index host alone: every other one must pass pip's full checks.
  const [index, ...others] = hosts;
  const othersPass = others.every((host) => host.certificate?.faults.length === 0);
  if (index?.role !== 'index' || index.certificate?.onlyExpired !== true || !othersPass) return null;
  const until = certificate.notAfter + graceDays * DAY_MS;
  return now <= until ? until : null;
}
