/** Order of reasons: what says most about the mirror comes first. */
import type { Reason } from '../model/verdict.ts';

const ORDER: readonly string[] = [
  'not-allowed',
  'plain-http',
  'dns-failure',
  'connection-refused',
  'connection-reset',
  'timeout',
  'certificate-revoked',
  'certificate-untrusted-issuer',
  'certificate-self-signed',
  'certificate-incomplete-chain',
  'certificate-hostname-mismatch',
  'certificate-invalid',
  'certificate-weak',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-handshake-failed',
  'certificate-none',
  'hash-mismatch',
  'insecure-redirect',
  'redirect-loop',
  'blocked-user-agent',
  'auth-required',
  'http-',
  'not-an-index',
  'invalid-response',
  'truncated',
  'insecure-file-link',
  'file-host-',
  'file-unavailable',
  'metadata-missing',
  'missing-requirement',
  'stale',
  'pip-refused',
];

function place(reason: Reason): number {
  const exact = ORDER.indexOf(reason);
  if (exact >= 0) return exact;
  const prefix = ORDER.findIndex((entry) => entry.endsWith('-') && reason.startsWith(entry));
  return prefix < 0 ? ORDER.length : prefix;
}

/** Each reason once, worst first. */
export function sortReasons(reasons: Iterable<Reason>): Reason[] {
  return [...new Set(reasons)].sort((a, b) => place(a) - place(b));
}
