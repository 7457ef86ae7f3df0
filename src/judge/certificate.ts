/** The certificate verdict: what pip would say of a connection, and every fault that holds, not the first only. */
import type { ConnectionFacts, TlsFacts } from '../model/observation.ts';
import type { Trust } from '../model/trust.ts';
import type { CertificateFault, CertificateVerdict, ChainEntry } from '../model/verdict.ts';
import { anchorsOf } from './anchors.ts';
import { faultsOfPath, worstFirst } from './certificate-faults.ts';
import { type Path, pathsFrom } from './certificate-path.ts';
import { cut } from './distinguished-name.ts';
import { addressText } from './general-name.ts';
import { isAddress, namesHost } from './host-name.ts';
import { readIssuer } from './known-issuers.ts';
import { daysUntil, reachedThreshold } from './lifetime.ts';
import { faultOfOpenSsl, isExplained } from './openssl-word.ts';
import { staplesRevocation } from './stapled-answer.ts';
import { type Certificate, readCertificate } from './x509.ts';

/** Names shown of one certificate, and characters of each. */
const MOST_NAMES = 200;
const LONGEST_NAME = 253;
/** Paths that are looked at before the best so far is taken. */
const MOST_PATHS = 24;

interface Judged {
  readonly path: Path;
  /** For each certificate of the path, leaf first. */
  readonly faults: readonly (readonly CertificateFault[])[];
}

const faultCount = ({ faults }: Judged) => faults.flat().length;

/** The path with no fault, or the one with the fewest. */
function bestPath(leaf: Certificate, sent: readonly Certificate[], trust: Trust, now: number): Judged {
  let best: Judged | null = null;
  let seen = 0;
  for (const path of pathsFrom(leaf, sent, anchorsOf(trust), now)) {
    const judged = { path, faults: faultsOfPath(path, trust, now) };
    if (best === null || better(judged, best)) best = judged;
    if (faultCount(best) === 0 || ++seen >= MOST_PATHS) break;
  }
  return best ?? { path: { certificates: [leaf], anchored: false, signed: [] }, faults: [['invalid']] };
}

function better(a: Judged, b: Judged): boolean {
  if (a.path.anchored !== b.path.anchored) return a.path.anchored;
  return faultCount(a) < faultCount(b);
}

/** What can be read of the chain; an issuer that cannot be read is as good as not sent. */
function readAll(chain: readonly Uint8Array[]): { certificates: Certificate[]; leafUnreadable: boolean } {
  let leafUnreadable = false;
  const certificates = chain.flatMap((der, depth) => {
    try {
      return [depth === 0 ? readCertificate(der) : readIssuer(der)];
    } catch {
      leafUnreadable ||= depth === 0;
      return [];
    }
  });
  return { certificates, leafUnreadable };
}

function namesOf({ extensions }: Certificate): string[] {
  const names = (extensions.subjectAltNames ?? []).flatMap((name) => {
    if (name.kind === 'dns') return [cut(name.text, LONGEST_NAME)];
    return name.kind === 'ip' ? [addressText(name.octets) ?? ''] : [];
  });
  return names.filter((name) => name !== '').slice(0, MOST_NAMES);
}

function entryOf(certificate: Certificate, faults: readonly CertificateFault[]): ChainEntry {
  return {
    subject: certificate.subject.display,
    issuer: certificate.issuer.display,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    serialNumber: cut(certificate.serialNumber, 64),
    fingerprint256: certificate.fingerprint256,
    faults,
  };
}

/** A verdict where no certificate was seen. */
function unseen(fault: CertificateFault, protocol: string | null): CertificateVerdict {
  return {
    status: fault,
    faults: [fault],
    subject: '',
    issuer: '',
    names: [],
    notBefore: Number.NaN,
    notAfter: Number.NaN,
    daysLeft: Number.NaN,
    fingerprint256: '',
    key: '',
    protocol,
    chain: [],
    disagreement: false,
    onlyExpired: false,
  };
}

/** Faults of the leaf that are no matter of the path: its name, and what the server itself says of it. */
function leafFaults(
  path: Path,
  connection: ConnectionFacts,
  tls: TlsFacts,
  trust: Trust,
  now: number,
): CertificateFault[] {
  const [leaf, issuer] = path.certificates;
  if (leaf === undefined) return [];
  const faults: CertificateFault[] = [];
  if (!namesHost(leaf, connection.host, trust.rules)) faults.push('hostname-mismatch');
  // pip 24.2 to 26.0 crash on any https URL with an address: no certificate could be right.
  if (trust.rules.ipLiterals === 'unsupported' && isAddress(connection.host)) faults.push('invalid');
  if (tls.ocspResponse !== null && issuer !== undefined && path.signed[0] === true) {
    if (staplesRevocation(tls.ocspResponse, leaf, issuer, now)) faults.push('revoked');
  }
  return faults;
}

/** Whether the leaf's end is all that is wrong: every other check holds at the last second before it. */
function isOnlyExpired(judged: Judged, tls: TlsFacts, connection: ConnectionFacts, trust: Trust): boolean {
  const [leaf, ...others] = judged.faults;
  const certificate = judged.path.certificates[0];
  if (certificate === undefined || leaf?.length !== 1 || leaf[0] !== 'expired' || others.flat().length > 0)
    return false;
  const before = certificate.notAfter - 1000;
  const then = faultsOfPath(judged.path, trust, before).flat();
  return then.length === 0 && leafFaults(judged.path, connection, tls, trust, before).length === 0;
}

/**
 * What pip would make of this connection, with all faults of all certificates.
 *
 * @param connection what the handshake showed; nothing here trusts its own words but OpenSSL's
 * @param trust pip's anchors and rules
 * @param now epoch milliseconds
 * @param warnDays thresholds in days, any order
 * @returns null where no TLS was reached (DNS, TCP or proxy failed before); never throws
 */
export function judgeCertificate(
  connection: ConnectionFacts,
  trust: Trust,
  now: number,
  warnDays: readonly number[],
): CertificateVerdict | null {
  if (connection.scheme === 'http') return unseen('none', null);
  const { tls, failure } = connection;
  const failed = failure?.phase === 'tls' && !['timeout', 'cancelled'].includes(failure.code);
  const { certificates, leafUnreadable } = readAll(tls?.chain ?? []);
  const leaf = certificates[0];
  if (leafUnreadable) return unseen('invalid', tls?.protocol ?? null);
  if (tls === null || leaf === undefined) return failed ? unseen('handshake-failed', tls?.protocol ?? null) : null;

  const judged = bestPath(leaf, certificates.slice(1), trust, now);
  const own = leafFaults(judged.path, connection, tls, trust, now);
  const first = worstFirst([...(judged.faults[0] ?? []), ...own]);
  const perCertificate = [first, ...judged.faults.slice(1)];
  const found = worstFirst(perCertificate.flat());
  const disagreement = !isExplained(tls.opensslError, judged.faults.flat(), trust.rules.strict);
  const faults = worstFirst([
    ...found,
    ...(disagreement && found.length === 0 ? [faultOfOpenSsl(tls.opensslError)] : []),
    ...(failed ? (['handshake-failed'] as const) : []),
  ]);

  const soonest = judged.path.certificates.reduce((a, b) => (b.notAfter < a.notAfter ? b : a), leaf);
  const daysLeft = daysUntil(soonest.notAfter, now);
  const lifetime = daysUntil(soonest.notAfter, soonest.notBefore);
  const expiring = reachedThreshold(daysLeft, lifetime, warnDays) !== null;
  return {
    status: faults[0] ?? (expiring ? 'expiring' : 'valid'),
    faults,
    subject: leaf.subject.display,
    issuer: leaf.issuer.display,
    names: namesOf(leaf),
    notBefore: leaf.notBefore,
    notAfter: leaf.notAfter,
    daysLeft,
    fingerprint256: leaf.fingerprint256,
    key: leaf.key.label,
    protocol: tls.protocol,
    chain: judged.path.certificates.map((certificate, depth) => entryOf(certificate, perCertificate[depth] ?? [])),
    disagreement,
    onlyExpired:
      faults.length === 1 &&
      !disagreement &&
      isOnlyExpired({ ...judged, faults: perCertificate }, tls, connection, trust),
  };
}
