/** Outcomes for tests, in a few readable words: mirrors in any state, and the run around them. */
import type { Probe } from '../../../src/model/audit.ts';
import type { Candidate } from '../../../src/model/candidate.ts';
import type { Decision, Ranked } from '../../../src/model/decision.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { PipFacts } from '../../../src/model/pip-facts.ts';
import type { Inputs } from '../../../src/model/plan.ts';
import type {
  CertificateFault,
  CertificateStatus,
  CertificateVerdict,
  HostVerdict,
  Reason,
  Verdict,
} from '../../../src/model/verdict.ts';

/** The clock of every built outcome: 2026-11-22 08:00 UTC. */
export const now = Date.UTC(2026, 10, 22, 8);
const day = 86_400_000;

export function candidate(name: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    name,
    indexUrl: `https://${name}.example.org/simple/`,
    credentials: null,
    operator: name,
    family: name,
    origin: 'catalogue',
    order: 0,
    ...changes,
  };
}

/** A certificate that ends in `daysLeft` days; the status follows from days and faults. */
export function certificate(
  daysLeft: number,
  faults: readonly CertificateFault[] = daysLeft < 0 ? ['expired'] : [],
  changes: Partial<CertificateVerdict> = {},
): CertificateVerdict {
  const status: CertificateStatus = faults[0] ?? (daysLeft <= 7 ? 'expiring' : 'valid');
  const notAfter = now + daysLeft * day;
  const notBefore = Math.min(notAfter - 90 * day, now - 30 * day);
  return {
    status,
    faults,
    subject: 'CN=mirror.example.org',
    issuer: "CN=R11,O=Let's Encrypt,C=US",
    names: ['mirror.example.org'],
    notBefore,
    notAfter,
    daysLeft,
    fingerprint256: 'AB:'.repeat(31).concat('CD'),
    key: 'EC P-256',
    protocol: 'TLSv1.3',
    chain: [
      {
        subject: 'CN=mirror.example.org',
        issuer: "CN=R11,O=Let's Encrypt,C=US",
        notBefore,
        notAfter,
        serialNumber: '01',
        fingerprint256: 'AB:'.repeat(31).concat('CD'),
        faults,
      },
    ],
    disagreement: false,
    onlyExpired: faults.length === 1 && faults[0] === 'expired',
    ...changes,
  };
}

export function host(
  name: string,
  verdict: CertificateVerdict | null,
  role: HostVerdict['role'] = 'file',
): HostVerdict {
  return { host: name, port: 443, role, certificate: verdict };
}

/** A usable mirror. */
export function healthy(name: string, daysLeft = 60, changes: Partial<Verdict> = {}): Verdict {
  const own = certificate(daysLeft);
  return {
    candidate: candidate(name),
    usable: true,
    reasons: [],
    detail: null,
    certificate: own,
    hosts: [host(`${name}.example.org`, own, 'index')],
    timing: { dnsMs: 2, connectMs: 21, tlsMs: 23, firstByteMs: 25 },
    throughput: null,
    freshness: { serial: 33_000_000, behind: 0 },
    requirements: { checked: 8, missing: [] },
    unasked: false,
    ...changes,
  };
}

/** A mirror that pip would not install from. */
export function refused(name: string, reasons: readonly Reason[], changes: Partial<Verdict> = {}): Verdict {
  return { ...healthy(name), usable: false, reasons, requirements: null, freshness: null, ...changes };
}

/** A mirror whose certificate has the fault. */
export function badCertificate(name: string, faults: readonly CertificateFault[], daysLeft = 60): Verdict {
  const own = certificate(daysLeft, faults);
  const reasons = faults.map((fault): Reason => `certificate-${fault}`);
  return refused(name, reasons, { certificate: own, hosts: [host(`${name}.example.org`, own, 'index')] });
}

/** A mirror that gave no sign of life. */
export function silent(name: string, reason: Reason = 'timeout'): Verdict {
  return refused(name, [reason], { certificate: null, hosts: [], timing: null });
}

export const pip: PipFacts = {
  version: '26.1.2',
  python: '3.12.4',
  executable: '/usr/bin/python3',
  openssl: 'OpenSSL 3.0.15',
  userAgent: 'pip/26.1.2 {}',
  certifiPath: '/usr/lib/python3/certifi/cacert.pem',
  truststore: true,
  urllib3: '2.5.0',
  opensslCafile: '/etc/ssl/cert.pem',
  opensslCapath: '/etc/ssl/certs',
  cacheDir: null,
  config: {
    indexUrl: null,
    extraIndexUrls: [],
    trustedHosts: [],
    findLinks: [],
    noIndex: false,
    cert: null,
    clientCert: null,
    proxy: null,
    requireHashes: false,
    features: [],
    files: [],
  },
  tags: ['cp312-cp312-manylinux_2_17_x86_64', 'py3-none-any'],
  markers: {},
};

const inputs: Inputs = {
  mode: 'select',
  policy: 'verified',
  mirrors: [],
  requirements: [],
  packages: [],
  fallback: 'auto',
  extraIndexes: [],
  trustedHosts: [],
  expiredGraceDays: 7,
  requireHashes: false,
  caBundle: null,
  installers: ['pip'],
  pytorch: null,
  wheelhouse: null,
  python: null,
  confirm: true,
  timeoutMs: 5000,
  onNone: 'fail',
  reuseMinutes: 30,
  warnDays: [7, 3, 1],
  cache: 'auto',
  cacheSuffix: '',
  failOn: 'expired',
  reportFile: null,
  metricsFile: null,
  alerts: [],
  issue: false,
  githubToken: '',
  language: 'en',
};

/** Usable ones in the order given, best first. */
export function ranking(verdicts: readonly Verdict[]): readonly Ranked[] {
  return verdicts
    .filter((verdict) => verdict.usable)
    .map((verdict, index) => ({ verdict, rank: index + 1, expectedMs: 900 + index * 400, tied: false }));
}

/** One node of an audit, as it answers when all is well. */
export function probe(changes: Partial<Probe> = {}): Probe {
  return {
    mirror: 'lab',
    url: 'https://mirror.test/simple/',
    host: 'mirror.test',
    port: 443,
    role: 'index',
    address: '127.0.0.1',
    family: 4,
    certificate: null,
    reasons: [],
    cipher: null,
    timing: null,
    asked: true,
    http: null,
    durationMs: 1,
    ...changes,
  };
}

export function decision(mirror: Candidate, changes: Partial<Decision> = {}): Decision {
  return {
    mirror,
    extraIndexes: [],
    fallback: null,
    trustedHosts: [],
    why: { code: 'only-usable' },
    confirmedByPip: true,
    reused: false,
    ...changes,
  };
}

/** The run around the mirrors: the first usable one is chosen, unless an audit or `changes` say otherwise. */
export function outcome(
  verdicts: readonly Verdict[],
  changes: Partial<Omit<Outcome, 'plan'>> & { readonly inputs?: Partial<Inputs> } = {},
): Outcome {
  const { inputs: asked, ...rest } = changes;
  const placed = verdicts.map((verdict, order) => ({ ...verdict, candidate: { ...verdict.candidate, order } }));
  const ranked = ranking(placed);
  const best = asked?.mode === 'audit' ? undefined : ranked[0];
  const second = ranked[1];
  const why: Decision['why'] =
    second === undefined
      ? { code: 'only-usable' }
      : { code: 'fastest', expectedMs: 900, nextName: second.verdict.candidate.name, nextMs: 1300 };
  return {
    plan: {
      inputs: { ...inputs, ...asked },
      runner: {
        forge: 'github',
        hosted: true,
        os: 'linux',
        osVersion: 'ubuntu-24.04',
        arch: 'x64',
        event: 'push',
        ref: 'refs/heads/main',
        runId: '1',
        workspace: '/w',
        temp: '/tmp',
        toolCache: null,
      },
      candidates: placed.map((verdict) => verdict.candidate),
    },
    pip,
    trust: {
      source: 'truststore',
      path: '/etc/ssl/certs',
      anchors: [],
      rules: {
        commonName: 'never',
        names: 'openssl',
        strict: false,
        partialChain: true,
        ipLiterals: 'checked',
        alpn: true,
        ciphers: 'DEFAULT:@SECLEVEL=2',
      },
      clientCertificate: null,
      problem: null,
    },
    startedAt: now,
    durationMs: 840,
    verdicts: placed,
    beside: [],
    ranking: ranked,
    decision: best === undefined ? null : decision(best.verdict.candidate, { why }),
    variables: best === undefined ? {} : { PIP_INDEX_URL: best.verdict.candidate.indexUrl },
    cache: null,
    notices: [],
    ...rest,
  };
}
