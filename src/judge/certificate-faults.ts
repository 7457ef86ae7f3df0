/** The faults of one path, each certificate's own and the chain's, in the contract's words. */
import type { Trust } from '../model/trust.ts';
import type { CertificateFault } from '../model/verdict.ts';
import type { Path } from './certificate-path.ts';
import { LONGEST_PATH, mayHaveIssued } from './certificate-path.ts';
import { purposeDefects, weaknesses } from './certificate-purpose.ts';
import { strictDefects } from './certificate-strict.ts';
import type { Certificate } from './x509.ts';

/** Worst first. Trust comes before form, form before dates: what only waits for a renewal is the least. */
const SEVERITY: readonly CertificateFault[] = [
  'handshake-failed',
  'none',
  'revoked',
  'self-signed',
  'untrusted-issuer',
  'incomplete-chain',
  'invalid',
  'weak',
  'hostname-mismatch',
  'not-yet-valid',
  'expired',
];

export function worstFirst(faults: Iterable<CertificateFault>): CertificateFault[] {
  return [...new Set(faults)].sort((a, b) => SEVERITY.indexOf(a) - SEVERITY.indexOf(b));
}

/** Why the path does not end at an anchor; null when it does. */
function trustFault({ certificates, anchored }: Path): CertificateFault | null {
  const top = certificates.at(-1);
  if (anchored || top === undefined) return null;
  if (certificates.length === 1) return mayHaveIssued(top, top) ? 'self-signed' : 'incomplete-chain';
  return 'untrusted-issuer';
}

function dateFault({ notBefore, notAfter }: Certificate, second: number): CertificateFault | null {
  if (Number.isNaN(notBefore) || Number.isNaN(notAfter)) return 'invalid';
  if (second < notBefore) return 'not-yet-valid';
  // The second of the end itself is no longer valid: X509_cmp_time counts equal as earlier.
  return notAfter <= second ? 'expired' : null;
}

/**
 * Faults of each certificate of `path` at `now` (epoch ms), leaf first. A chain that ends nowhere is its last
 * certificate's fault. The host name and the stapled answer are judged elsewhere.
 */
export function faultsOfPath(path: Path, trust: Trust, now: number): CertificateFault[][] {
  const { certificates, anchored, signed } = path;
  const second = Math.floor(now / 1000) * 1000;
  const purpose = purposeDefects(certificates);
  const weak = weaknesses(certificates, anchored);
  const strict = trust.rules.strict ? strictDefects(certificates) : [];
  return certificates.map((certificate, depth) => {
    const faults: CertificateFault[] = [];
    const date = dateFault(certificate, second);
    if (date !== null) faults.push(date);
    if (weak[depth]) faults.push('weak');
    if (purpose[depth]?.length || strict[depth]) faults.push('invalid');
    if (signed[depth] === false || depth >= LONGEST_PATH) faults.push('invalid');
    const trusted = depth === certificates.length - 1 ? trustFault(path) : null;
    if (trusted !== null) faults.push(trusted);
    return worstFirst(faults);
  });
}
