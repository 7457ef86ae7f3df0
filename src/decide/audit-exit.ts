/** Whether an audit fails the step. */

import { isTrustedHost } from '../judge/host-trust.ts';
import type { Outcome } from '../model/outcome.ts';

/**
 * As `fail-on` says: any certificate that pip refuses, or also one that ends soon; unreachable hosts show none. An alert
 * that must arrive and did not fails it, whatever `fail-on` says.
 */
export function auditFails({ plan, verdicts, notices }: Outcome): boolean {
  const { failOn, trustedHosts } = plan.inputs;
  if (notices.some(({ code, level }) => code === 'alert-failed' && level === 'error')) return true;
  if (failOn === 'never') return false;
  const certificates = verdicts.flatMap(({ hosts }) =>
    hosts.flatMap(({ host, port, certificate }) =>
      certificate === null || isTrustedHost(trustedHosts, host, port) ? [] : [certificate],
    ),
  );
  return certificates.some(
    ({ faults, status }) => faults.length > 0 || (failOn === 'expiring' && status === 'expiring'),
  );
}
