/** Sixty mirrors in every state that an audit can find, each with what it must say of it. */

import type { CertificateFault, CertificateStatus } from '../../src/model/verdict.ts';
import { wantsCredentials } from '../lab/faults/access.ts';
import { blocksPip } from '../lab/faults/blocked.ts';
import { truncated } from '../lab/faults/body.ts';
import { noLinks } from '../lab/faults/page.ts';
import { redirectLoop, redirectTo } from '../lab/faults/redirect.ts';
import { status } from '../lab/faults/status.ts';
import { garbageHandshake, resets } from '../lab/faults/wire.ts';
import type { Lab, Nobody } from '../lab/lab.ts';
import type { MirrorOptions } from '../lab/mirror-options.ts';

/** What one mirror is, and what an audit must say of it. */
export interface AuditHost {
  readonly name: string;
  readonly indexUrl: string;
  /** Worst status of all its hosts and addresses; null where no certificate was seen. */
  readonly status: CertificateStatus | null;
  /** Of all its hosts and addresses together. */
  readonly faults: readonly CertificateFault[];
  /** First reason; null when usable. */
  readonly reason: string | null;
  /** 'expired', 'refused', 'expiring7' …; null: nothing to tell. */
  readonly alert: string | null;
}

type Row = readonly [
  name: string,
  options: MirrorOptions,
  status: AuditHost['status'],
  faults: AuditHost['faults'],
  reason: string | null,
  alert: string | null,
];

/** Server names are '<name>.test'. */
const ROWS: readonly Row[] = [
  ...Array.from({ length: 12 }, (_, index): Row => [`valid-${index}`, {}, 'valid', [], null, null]),
  ['ends-in-10', { certificate: { notAfter: 10 } }, 'valid', [], null, null],
  ['ends-in-7', { certificate: { notAfter: 6.9 } }, 'expiring', [], null, 'expiring7'],
  ['ends-in-5', { certificate: { notAfter: 5 } }, 'expiring', [], null, 'expiring7'],
  ['ends-in-3', { certificate: { notAfter: 2.9 } }, 'expiring', [], null, 'expiring3'],
  ['ends-in-2', { certificate: { notAfter: 2 } }, 'expiring', [], null, 'expiring3'],
  ['ends-in-1', { certificate: { notAfter: 0.9 } }, 'expiring', [], null, 'expiring1'],
  ['ends-today', { certificate: { notAfter: 0.1 } }, 'expiring', [], null, 'expiring1'],
  ['ended-today', { certificate: { notAfter: -0.1 } }, 'expired', ['expired'], 'certificate-expired', 'expired'],
  ['ended-1-ago', { certificate: { notAfter: -1 } }, 'expired', ['expired'], 'certificate-expired', 'expired'],
  [
    'ended-30-ago',
    { certificate: { notBefore: -90, notAfter: -30 } },
    'expired',
    ['expired'],
    'certificate-expired',
    'expired',
  ],
  ['six-days-fresh', { certificate: { notBefore: -1, notAfter: 5 } }, 'valid', [], null, null],
  ['six-days-late', { certificate: { notBefore: -4.2, notAfter: 1.8 } }, 'expiring', [], null, 'expiring7'],
  [
    'not-yet',
    { certificate: { notBefore: 1 } },
    'not-yet-valid',
    ['not-yet-valid'],
    'certificate-not-yet-valid',
    'refused',
  ],
  [
    'wrong-name',
    { certificate: { names: ['other.test'] } },
    'hostname-mismatch',
    ['hostname-mismatch'],
    'certificate-hostname-mismatch',
    'refused',
  ],
  [
    'wildcard',
    { certificate: { names: ['*.other.test'] } },
    'hostname-mismatch',
    ['hostname-mismatch'],
    'certificate-hostname-mismatch',
    'refused',
  ],
  [
    'self-signed',
    { certificate: { selfSigned: true } },
    'self-signed',
    ['self-signed'],
    'certificate-self-signed',
    'refused',
  ],
  [
    'unknown-root',
    { certificate: { root: 'unknown' } },
    'untrusted-issuer',
    ['untrusted-issuer'],
    'certificate-untrusted-issuer',
    'refused',
  ],
  [
    'unknown-root-sent',
    { certificate: { root: 'unknown', send: 'with-root' } },
    'untrusted-issuer',
    ['untrusted-issuer'],
    'certificate-untrusted-issuer',
    'refused',
  ],
  [
    'leaf-only',
    { certificate: { send: 'leaf' } },
    'incomplete-chain',
    ['incomplete-chain'],
    'certificate-incomplete-chain',
    'refused',
  ],
  ['rsa-1024', { certificate: { key: 'rsa-1024' } }, 'weak', ['weak'], 'certificate-weak', 'refused'],
  ['sha1', { certificate: { digest: 'sha1' } }, 'weak', ['weak'], 'certificate-weak', 'refused'],
  [
    'client-only',
    { certificate: { extendedKeyUsage: ['clientAuth'] } },
    'invalid',
    ['invalid'],
    'certificate-invalid',
    'refused',
  ],
  [
    'old-intermediate',
    { certificate: { authorities: [{ notBefore: -60, notAfter: -2 }] } },
    'expired',
    ['expired'],
    'certificate-expired',
    'expired',
  ],
  [
    'ending-intermediate',
    { certificate: { authorities: [{ notBefore: -60, notAfter: 2.5 }] } },
    'expiring',
    [],
    null,
    'expiring3',
  ],
  [
    'expired-unknown',
    { certificate: { root: 'unknown', send: 'with-root', notAfter: -1 } },
    'untrusted-issuer',
    ['untrusted-issuer', 'expired'],
    'certificate-untrusted-issuer',
    'expired',
  ],
  [
    'expired-misnamed',
    { certificate: { names: ['other.test'], notAfter: -1 } },
    'hostname-mismatch',
    ['hostname-mismatch', 'expired'],
    'certificate-hostname-mismatch',
    'expired',
  ],
  [
    'tls-1-1',
    { tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } },
    'handshake-failed',
    ['handshake-failed'],
    'certificate-handshake-failed',
    'refused',
  ],
  ['tls-1-2', { tls: { maxVersion: 'TLSv1.2' } }, 'valid', [], null, null],
  [
    'garbage',
    { faults: [garbageHandshake] },
    'handshake-failed',
    ['handshake-failed'],
    'certificate-handshake-failed',
    'refused',
  ],
  ['resets', { faults: [resets] }, null, [], 'connection-reset', null],
  ['plain-http', { scheme: 'http' }, 'none', ['none'], 'plain-http', 'refused'],
  ['forbidden', { faults: [status(403)] }, 'valid', [], 'http-403', null],
  ['forbidden-to-pip', { faults: [blocksPip] }, 'valid', [], 'blocked-user-agent', null],
  ['missing', { faults: [status(404)] }, 'valid', [], 'http-404', null],
  ['broken', { faults: [status(503)] }, 'valid', [], 'http-503', null],
  ['no-index', { faults: [noLinks] }, 'valid', [], 'not-an-index', null],
  ['login', { faults: [wantsCredentials('a', 'b')] }, 'valid', [], 'auth-required', null],
  ['loop', { faults: [redirectLoop] }, 'valid', [], 'redirect-loop', null],
  ['cut-short', { faults: [truncated()] }, 'valid', [], 'truncated', null],
  [
    'expired-and-forbidden',
    { certificate: { notAfter: -1 }, faults: [status(403)] },
    'expired',
    ['expired'],
    'certificate-expired',
    'expired',
  ],
];

/** Starts them all. Ends with those that take more than one server. */
export async function auditHosts(lab: Lab): Promise<readonly AuditHost[]> {
  const hosts = await Promise.all(
    ROWS.map(async ([name, options, state, faults, reason, alert]): Promise<AuditHost> => {
      const { indexUrl } = await lab.mirror({ host: `${name}.test`, ...options });
      return { name, indexUrl, status: state, faults, reason, alert };
    }),
  );
  return [...hosts, ...(await severalServers(lab)), ...(await nobodies(lab))];
}

async function severalServers(lab: Lab): Promise<AuditHost[]> {
  const expired = { notAfter: -1 };
  // One stale node behind a name, in IPv4 and in IPv6.
  const v4 = await lab.mirror({ host: 'stale-node.test', address: '127.0.2.1' });
  await lab.mirror({ host: 'stale-node.test', address: '127.0.2.2', port: v4.port, certificate: expired });
  const dual = await lab.mirror({ host: 'dual.test', address: '127.0.2.3' });
  await lab.mirror({ host: 'dual.test', address: '::1', port: dual.port, certificate: { notAfter: 2.5 } });
  const whole = await lab.mirror({ host: 'both-nodes.test', address: '127.0.2.4' });
  await lab.mirror({ host: 'both-nodes.test', address: '127.0.2.5', port: whole.port });
  const oldFiles = await lab.mirror({ host: 'old-files-at.test', certificate: expired });
  const oldFilesIndex = await lab.mirror({ host: 'old-files.test', filesAt: oldFiles });
  const target = await lab.mirror({ host: 'ending-target-at.test', certificate: { notAfter: 2.5 } });
  const redirect = await lab.mirror({ host: 'ending-target.test', faults: [redirectTo(target.origin)] });
  return [
    {
      name: 'stale-node',
      indexUrl: v4.indexUrl,
      status: 'expired',
      faults: ['expired'],
      reason: 'certificate-expired',
      alert: 'expired',
    },
    { name: 'dual', indexUrl: dual.indexUrl, status: 'expiring', faults: [], reason: null, alert: 'expiring3' },
    { name: 'both-nodes', indexUrl: whole.indexUrl, status: 'valid', faults: [], reason: null, alert: null },
    {
      name: 'old-files',
      indexUrl: oldFilesIndex.indexUrl,
      status: 'expired',
      faults: ['expired'],
      reason: 'file-host-certificate-expired',
      alert: 'expired',
    },
    {
      name: 'ending-target',
      indexUrl: redirect.indexUrl,
      status: 'expiring',
      faults: [],
      reason: null,
      alert: 'expiring3',
    },
  ];
}

async function nobodies(lab: Lab): Promise<AuditHost[]> {
  const host = (name: string, { indexUrl }: Nobody, reason: string): AuditHost => ({
    name,
    indexUrl,
    status: null,
    faults: [],
    reason,
    alert: null,
  });
  return [
    host('black-hole', await lab.blackHole('black-hole.test'), 'timeout'),
    host('refused', lab.refused('refused.test'), 'connection-refused'),
    host('nowhere', lab.unresolvable('nowhere.test'), 'dns-failure'),
  ];
}
