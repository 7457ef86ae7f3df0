/** Judges a chain without a network: the facts that a connection would have given. */
import { judgeCertificate } from '../../../src/judge/certificate.ts';
import type { ConnectionFacts, TlsFacts } from '../../../src/model/observation.ts';
import type { Trust, TrustRules } from '../../../src/model/trust.ts';
import type { CertificateVerdict } from '../../../src/model/verdict.ts';
import { rulesOf } from '../../../src/observe/trust-rules.ts';
import type { Issued } from '../../lab/certificate.ts';

export const NOW = Date.now();

export function trustIn(anchors: readonly Pick<Issued, 'pem'>[], rules: Partial<TrustRules> = {}): Trust {
  return {
    source: 'file',
    path: 'test',
    anchors: anchors.map(({ pem }) => pem),
    rules: { ...rulesOf(null), ...rules },
    clientCertificate: null,
    problem: null,
  };
}

export function connectionOf(
  chain: readonly Uint8Array[],
  tls: Partial<TlsFacts> = {},
  facts: Partial<ConnectionFacts> = {},
): ConnectionFacts {
  return {
    scheme: 'https',
    host: 'localhost',
    port: 443,
    address: '127.0.0.1',
    family: 4,
    proxy: null,
    tls: {
      protocol: 'TLSv1.3',
      cipher: 'TLS_AES_128_GCM_SHA256',
      chain,
      opensslError: null,
      ocspResponse: null,
      ...tls,
    },
    failure: null,
    ...facts,
  };
}

/** The verdict on `chain` (leaf first). Throws where there is none. */
export function judge(
  chain: readonly Pick<Issued, 'der'>[],
  trust: Trust,
  { opensslError = null, now = NOW }: { opensslError?: string | null; now?: number } = {},
): CertificateVerdict {
  const facts = connectionOf(
    chain.map(({ der }) => der),
    { opensslError },
  );
  const verdict = judgeCertificate(facts, trust, now, [7, 3, 1]);
  if (verdict === null) throw new Error('no verdict');
  return verdict;
}
