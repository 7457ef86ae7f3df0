/** The anchors of one Trust, parsed once and found by name, so that a thousand hosts cost one parse. */
import type { Trust } from '../model/trust.ts';
import { type Certificate, readCertificate } from './x509.ts';

const PEM = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END/g;

/** What ends a chain. */
export interface Anchors {
  readonly size: number;
  /** Certificates of the trust store with that subject (`DistinguishedName.key`). */
  named(subjectKey: string): readonly Certificate[];
  /**
   * Whether a chain may end at this certificate: it is in the store, and self-signed unless partial chains are
   * allowed.
   */
  endsAt(certificate: Certificate): boolean;
}

function indexed(trust: Trust): Anchors {
  const bySubject = new Map<string, Certificate[]>();
  const known = new Set<string>();
  for (const pem of trust.anchors) {
    for (const [, base64 = ''] of pem.matchAll(PEM)) {
      const anchor = readOrSkip(Buffer.from(base64, 'base64'));
      if (anchor === null || known.has(anchor.fingerprint256)) continue;
      known.add(anchor.fingerprint256);
      const same = bySubject.get(anchor.subject.key);
      if (same) same.push(anchor);
      else bySubject.set(anchor.subject.key, [anchor]);
    }
  }
  return {
    size: known.size,
    named: (subjectKey) => bySubject.get(subjectKey) ?? [],
    endsAt: ({ fingerprint256, selfSigned }) => known.has(fingerprint256) && (selfSigned || trust.rules.partialChain),
  };
}

/** A store may hold what no verifier can read; it is no anchor then. */
function readOrSkip(der: Uint8Array): Certificate | null {
  try {
    return readCertificate(der);
  } catch {
    return null;
  }
}

const cache = new WeakMap<Trust, Anchors>();

export function anchorsOf(trust: Trust): Anchors {
  const anchors = cache.get(trust) ?? indexed(trust);
  cache.set(trust, anchors);
  return anchors;
}
