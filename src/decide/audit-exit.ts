/** Whether an audit fails the step. */

import { isTrustedHost } from '../judge/host-trust.ts';
import type { Outcome } from '../model/outcome.ts';

/** As `fail-on` says: any certificate that pip refuses, or also one that ends soon. Unreachable hosts show none. */
export function auditFails({ plan, verdicts }: Outcome): boolean {
  const { failOn, trustedHosts } = plan.inputs;
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
