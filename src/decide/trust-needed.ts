/** Which of the user's trusted hosts a mirror really needs; the others stay out of the variables. */
import type { TrustedHost } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';

/** `host` or `host:port` as the user wrote them, for hosts on the mirror's way that pip would otherwise refuse. */
export function trustNeeded(verdict: Verdict, trusted: readonly TrustedHost[]): string[] {
  const refused = verdict.hosts.filter((host) => (host.certificate?.faults.length ?? 0) > 0);
  const needed = trusted.filter((entry) =>
    refused.some(({ host, port }) => entry.host === host && (entry.port === null || entry.port === port)),
  );
  return needed.map(({ host, port }) => {
    const name = host.includes(':') ? `[${host}]` : host;
    return port === null ? name : `${name}:${port}`;
  });
}
