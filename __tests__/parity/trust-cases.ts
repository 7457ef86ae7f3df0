/** Settings that decide whom pip trusts: the same healthy server, every way to name (or misname) a bundle. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Authorities } from '../lab/authority.ts';
import { issue } from '../lab/certificate.ts';
import { oid, sequence, set, utf8 } from '../lab/der.ts';

/** Paths that the settings name. */
export interface TrustFiles {
  /** Holds the server's root. */
  readonly good: string;
  /** Holds another root. */
  readonly bad: string;
  /** A folder with the server's root under OpenSSL's hashed name. */
  readonly folder: string;
  /** The same folder without hashed names. */
  readonly unhashed: string;
  readonly missing: string;
  readonly empty: string;
  /** pip.conf that names `good`. */
  readonly pipConf: string;
  /** pip.conf that names `good` as '~/good.pem'. */
  readonly tildeConf: string;
  /** HOME of the tilde. */
  readonly home: string;
}

export interface TrustCase {
  readonly id: string;
  /** Only pips that know the setting: major * 100 + minor. */
  readonly since?: number;
  readonly env: (files: TrustFiles) => Readonly<Record<string, string>>;
}

export const TRUST_CASES: readonly TrustCase[] = [
  { id: 'nothing set', env: () => ({}) },
  { id: 'PIP_CERT', env: ({ good }) => ({ PIP_CERT: good }) },
  { id: 'PIP_CERT, another root', env: ({ bad }) => ({ PIP_CERT: bad }) },
  { id: 'PIP_CERT, a hashed folder', env: ({ folder }) => ({ PIP_CERT: folder }) },
  { id: 'PIP_CERT, a folder without hashes', env: ({ unhashed }) => ({ PIP_CERT: unhashed }) },
  { id: 'PIP_CERT, missing', env: ({ missing }) => ({ PIP_CERT: missing }) },
  { id: 'PIP_CERT, no certificate inside', env: ({ empty }) => ({ PIP_CERT: empty }) },
  { id: 'REQUESTS_CA_BUNDLE', env: ({ good }) => ({ REQUESTS_CA_BUNDLE: good }) },
  { id: 'REQUESTS_CA_BUNDLE, empty', env: ({ good }) => ({ REQUESTS_CA_BUNDLE: '', PIP_CERT: good }) },
  { id: 'REQUESTS_CA_BUNDLE, missing', env: ({ good, missing }) => ({ REQUESTS_CA_BUNDLE: missing, PIP_CERT: good }) },
  { id: 'CURL_CA_BUNDLE', env: ({ good }) => ({ CURL_CA_BUNDLE: good }) },
  { id: 'REQUESTS_CA_BUNDLE over PIP_CERT', env: ({ good, bad }) => ({ REQUESTS_CA_BUNDLE: good, PIP_CERT: bad }) },
  { id: 'PIP_CERT under REQUESTS_CA_BUNDLE', env: ({ good, bad }) => ({ REQUESTS_CA_BUNDLE: bad, PIP_CERT: good }) },
  {
    id: 'CURL_CA_BUNDLE under REQUESTS_CA_BUNDLE',
    env: ({ good, bad }) => ({ REQUESTS_CA_BUNDLE: bad, CURL_CA_BUNDLE: good }),
  },
  { id: 'PIP_CERT under CURL_CA_BUNDLE', env: ({ good, bad }) => ({ CURL_CA_BUNDLE: bad, PIP_CERT: good }) },
  { id: 'SSL_CERT_FILE', env: ({ good }) => ({ SSL_CERT_FILE: good }) },
  { id: 'SSL_CERT_FILE beside another PIP_CERT', env: ({ good, bad }) => ({ SSL_CERT_FILE: good, PIP_CERT: bad }) },
  { id: 'SSL_CERT_FILE, missing', env: ({ good, missing }) => ({ SSL_CERT_FILE: missing, PIP_CERT: good }) },
  { id: 'SSL_CERT_DIR', env: ({ folder }) => ({ SSL_CERT_DIR: folder }) },
  { id: 'SSL_CERT_DIR without hashes', env: ({ unhashed }) => ({ SSL_CERT_DIR: unhashed }) },
  {
    id: 'SSL_CERT_DIR, two folders',
    env: ({ folder, unhashed, bad }) => ({ SSL_CERT_DIR: `${unhashed}:${folder}`, SSL_CERT_FILE: bad }),
  },
  { id: 'pip.conf', env: ({ pipConf }) => ({ PIP_CONFIG_FILE: pipConf }) },
  { id: 'pip.conf under PIP_CERT', env: ({ pipConf, bad }) => ({ PIP_CONFIG_FILE: pipConf, PIP_CERT: bad }) },
  { id: 'pip.conf, below HOME', env: ({ tildeConf, home }) => ({ PIP_CONFIG_FILE: tildeConf, HOME: home }) },
  {
    id: 'legacy-certs, SSL_CERT_FILE',
    since: 2402,
    env: ({ good }) => ({ PIP_USE_DEPRECATED: 'legacy-certs', SSL_CERT_FILE: good }),
  },
  {
    id: 'legacy-certs, PIP_CERT',
    since: 2402,
    env: ({ good }) => ({ PIP_USE_DEPRECATED: 'legacy-certs', PIP_CERT: good }),
  },
  {
    id: 'truststore by use-feature, SSL_CERT_FILE',
    since: 2303,
    env: ({ good }) => ({ PIP_USE_FEATURE: 'truststore', SSL_CERT_FILE: good }),
  },
  {
    id: 'proxy set, REQUESTS_CA_BUNDLE',
    env: ({ good, bad }) => ({ PIP_PROXY: 'PROXY', REQUESTS_CA_BUNDLE: bad, PIP_CERT: good }),
  },
  {
    id: 'proxy in the environment, REQUESTS_CA_BUNDLE',
    env: ({ good, bad }) => ({ HTTPS_PROXY: 'PROXY', REQUESTS_CA_BUNDLE: bad, PIP_CERT: good }),
  },
  { id: 'client certificate, missing', env: ({ good, missing }) => ({ PIP_CERT: good, PIP_CLIENT_CERT: missing }) },
];

/** OpenSSL's hash of a root whose subject is O and CN in UTF-8: its canonical form, lower case. */
function subjectHash(organization: string, commonName: string): string {
  const part = (type: string, value: string) => set(sequence(oid(type), utf8(value.toLowerCase())));
  const digest = createHash('sha1').update(part('2.5.4.10', organization)).update(part('2.5.4.3', commonName)).digest();
  return digest.readUInt32LE(0).toString(16).padStart(8, '0');
}

export async function writeTrustFiles(lab: Authorities, at: string): Promise<TrustFiles> {
  const files: TrustFiles = {
    good: join(at, 'good.pem'),
    bad: join(at, 'bad.pem'),
    folder: join(at, 'hashed'),
    unhashed: join(at, 'unhashed'),
    missing: join(at, 'missing.pem'),
    empty: join(at, 'empty.pem'),
    pipConf: join(at, 'pip.conf'),
    tildeConf: join(at, 'tilde.conf'),
    home: at,
  };
  await Promise.all([mkdir(files.folder, { recursive: true }), mkdir(files.unhashed, { recursive: true })]);
  await Promise.all([
    writeFile(files.good, lab.root.pem),
    writeFile(files.bad, issue({ commonName: 'Other Root', authority: true }, null).pem),
    writeFile(join(files.folder, `${subjectHash('Lab', 'Lab Root')}.0`), lab.root.pem),
    writeFile(join(files.unhashed, 'root.pem'), lab.root.pem),
    writeFile(files.empty, 'no certificate\n'),
    writeFile(files.pipConf, `[global]\ncert = ${files.good}\n`),
    writeFile(files.tildeConf, '[global]\ncert = ~/good.pem\n'),
  ]);
  return files;
}
