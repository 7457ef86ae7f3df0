/** Our side of the table: the real pipeline from the network to the verdict. */
import { judgeCertificate } from '../../src/judge/certificate.ts';
import type { Candidate } from '../../src/model/candidate.ts';
import type { Trust } from '../../src/model/trust.ts';
import type { CertificateVerdict } from '../../src/model/verdict.ts';
import { openSession } from '../../src/observe/session.ts';
import { type PipTrustFacts, readTrust } from '../../src/observe/trust.ts';
import { proxySettings } from '../../src/platform/proxy.ts';
import { PROJECT, type ServedCase } from './case-server.ts';

export interface OurVerdict {
  /** The certificate has no fault and the page came. */
  readonly accepted: boolean;
  readonly certificate: CertificateVerdict | null;
}

const NO_PROXY = proxySettings(null, {});

export async function askCase(one: ServedCase, trust: Trust, proxies = NO_PROXY): Promise<OurVerdict> {
  const candidate: Candidate = {
    name: one.id,
    indexUrl: new URL(one.indexUrl).href,
    credentials: null,
    operator: one.id,
    family: one.id,
    origin: 'input',
    order: 0,
  };
  const session = openSession(candidate, {
    userAgent: 'pip/26.3',
    trust,
    proxies,
    timeoutMs: 8000,
    address: one.host.endsWith('.test') ? '127.0.0.1' : null,
  });
  try {
    const { exchanges, page } = await session.project(PROJECT);
    const connection = exchanges[0]?.connection;
    const certificate = connection === undefined ? null : judgeCertificate(connection, trust, Date.now(), [7, 3, 1]);
    return { accepted: certificate !== null && certificate.faults.length === 0 && page !== null, certificate };
  } finally {
    session.close();
  }
}

/** The trust that a pip with these facts has in this case. */
export function trustFor(one: ServedCase, pip: PipTrustFacts): Promise<Trust> {
  const config = { ...pip.config, cert: one.bundle, clientCert: one.clientCertificate };
  return readTrust({ ...pip, config }, {}, null);
}
