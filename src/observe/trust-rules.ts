/** The verification rules of each pip: measured against real ones, see `docs/certificates.md`. */
import type { TrustRules } from '../model/trust.ts';

/** What the rules depend on; null: no pip, then the newest one's. */
export interface RuleFacts {
  readonly python: string;
  readonly truststore: boolean;
  readonly urllib3: string;
}

/** Whether a version ('26.1.2', '3.13.0rc1') is at least major.minor. */
export function atLeast(version: string, major: number, minor: number): boolean {
  const [first = 0, second = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return first > major || (first === major && second >= minor);
}

const TLS_13 = 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256';
/** CPython's own list. */
const PYTHON = `ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM:@SECLEVEL=2:${TLS_13}`;
/** urllib3 1.26 sets a wider one: RSA key exchange is in it. */
const URLLIB3_1 = `ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:DHE+CHACHA20:ECDH+AESGCM:DH+AESGCM:ECDH+AES:DH+AES:RSA+AESGCM:RSA+AES:!aNULL:!eNULL:!MD5:!DSS:@SECLEVEL=2:${TLS_13}`;

export function rulesOf(pip: RuleFacts | null): TrustRules {
  const modern = pip === null || atLeast(pip.urllib3, 2, 0);
  if (pip === null || pip.truststore) {
    return {
      commonName: 'without-dns-names',
      looseWildcards: false,
      strict: false,
      partialChain: false,
      ipLiterals: modern ? 'checked' : 'unsupported',
      ciphers: PYTHON,
    };
  }
  // urllib3 2 builds its context as Python 3.13 recommends; urllib3 1.26 matches names by itself.
  const strict = modern && atLeast(pip.python, 3, 13);
  return {
    commonName: modern ? 'never' : 'without-any-name',
    looseWildcards: !modern,
    strict,
    partialChain: strict,
    ipLiterals: 'checked',
    ciphers: modern ? PYTHON : URLLIB3_1,
  };
}
