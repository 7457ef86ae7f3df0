/** A certificate verdict is dear (it checks signatures), and a run judges its mirrors many times over. */
import type { ConnectionFacts } from '../model/observation.ts';
import type { Trust } from '../model/trust.ts';
import type { CertificateVerdict } from '../model/verdict.ts';
import { judgeCertificate } from './certificate.ts';

/** What a certificate is held against. */
export interface CertificateYardstick {
  readonly trust: Trust;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly warnDays: readonly number[];
}

/** null where no TLS was reached. */
export type Certify = (connection: ConnectionFacts) => CertificateVerdict | null;

/** What was last said of a connection. */
const certified = new WeakMap<ConnectionFacts, { by: CertificateYardstick; verdict: CertificateVerdict | null }>();

/** Judges each connection once for the same trust, moment and thresholds. */
export function certifierOf(by: CertificateYardstick): Certify {
  return (connection) => {
    const known = certified.get(connection);
    if (known !== undefined && saysTheSame(known.by, by)) return known.verdict;
    const verdict = judgeCertificate(connection, by.trust, by.now, by.warnDays);
    certified.set(connection, { by, verdict });
    return verdict;
  };
}

function saysTheSame(a: CertificateYardstick, b: CertificateYardstick): boolean {
  return a.trust === b.trust && a.now === b.now && a.warnDays === b.warnDays;
}
