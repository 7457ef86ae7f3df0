/** OpenSSL's own verdict beside ours: whether the two say the same. */
import type { CertificateFault } from '../model/verdict.ts';

/** Words of Node that are no verdict on the chain: its name check, which is not Python's. */
const NAME_CODES = new Set(['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']);

/** A certificate that OpenSSL cannot read as a whole is no issuer to it, and has none. */
const ISSUER_MISSING: readonly CertificateFault[] = ['self-signed', 'untrusted-issuer', 'incomplete-chain', 'invalid'];
const TRUST_FAULTS: readonly CertificateFault[] = ['self-signed', 'untrusted-issuer', 'incomplete-chain'];

/** Which faults of ours stand for OpenSSL's code; `UNSPECIFIED` is Node's word for all that it has no name for. */
const MEANING: Readonly<Record<string, readonly CertificateFault[]>> = {
  CERT_HAS_EXPIRED: ['expired'],
  CERT_NOT_YET_VALID: ['not-yet-valid'],
  UNABLE_TO_GET_ISSUER_CERT: ISSUER_MISSING,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ISSUER_MISSING,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ISSUER_MISSING,
  DEPTH_ZERO_SELF_SIGNED_CERT: TRUST_FAULTS,
  SELF_SIGNED_CERT_IN_CHAIN: TRUST_FAULTS,
  CERT_UNTRUSTED: TRUST_FAULTS,
  CERT_CHAIN_TOO_LONG: ISSUER_MISSING,
  UNSPECIFIED: ['invalid', 'weak'],
};

const meaningOf = (code: string): readonly CertificateFault[] => MEANING[code] ?? ['invalid'];

/**
 * Whether OpenSSL's code agrees with the faults that the walk found in the path.
 * Dates are no disagreement while OpenSSL accepts: it asks the machine's clock, we ask the one that we are given.
 *
 * @param code null: OpenSSL accepted
 * @param pathFaults faults of the path alone, without name and revocation
 * @param strict RFC 5280's form was demanded, which Node's OpenSSL is not asked for
 */
export function isExplained(code: string | null, pathFaults: readonly CertificateFault[], strict: boolean): boolean {
  if (code !== null && !NAME_CODES.has(code)) return meaningOf(code).some((fault) => pathFaults.includes(fault));
  const harmless: readonly CertificateFault[] = strict
    ? ['expired', 'not-yet-valid', 'invalid']
    : ['expired', 'not-yet-valid'];
  return pathFaults.every((fault) => harmless.includes(fault));
}

/** The fault to report when OpenSSL alone refuses: who is not trusted is said so, all else is `invalid`. */
export function faultOfOpenSsl(code: string | null): CertificateFault {
  return code !== null && meaningOf(code).includes('untrusted-issuer') ? 'untrusted-issuer' : 'invalid';
}
