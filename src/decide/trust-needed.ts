/** Which of the user's trusted hosts a mirror really needs; the others stay out of the variables. */
import type { TrustedHost } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import { pipTrustedHost } from './trusted-host.ts';

/** As pip wants them, for hosts on the mirror's way that pip would otherwise refuse. */
export function trustNeeded(verdict: Verdict, trusted: readonly TrustedHost[]): string[] {
  const refused = verdict.hosts.filter((host) => (host.certificate?.faults.length ?? 0) > 0);
  const needed = trusted.filter((entry) =>
    refused.some(({ host, port }) => entry.host === host && (entry.port === null || entry.port === port)),
  );
  const plain = refused.some(({ certificate }) => certificate?.status === 'none');
  return [...new Set(needed.map(({ host, port }) => pipTrustedHost(host, port, plain ? 'http' : 'https')))];
}
