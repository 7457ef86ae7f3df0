/** Which hosts the user accepts without certificate checks or over http: `trusted-hosts`, and nothing else. */
import type { TrustedHost } from '../model/plan.ts';

/** As pip matches `trusted-host`: `host` is every port, `host:port` that one; sub-domains do not count. */
export function isTrustedHost(trusted: readonly TrustedHost[], host: string, port: number): boolean {
  return trusted.some((entry) => entry.host === host.toLowerCase() && (entry.port === null || entry.port === port));
}
