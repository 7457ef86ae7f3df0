/** The verification rules of each pip: measured against real ones, see `docs/certificates.md`. */
import type { TrustRules } from '../model/trust.ts';

/** What the rules depend on; null: no pip, then the newest one's. */
export interface RuleFacts {
  readonly python: string;
  readonly truststore: boolean;
  readonly urllib3: string;
  /** What a plain SSLContext of that Python offers; CPython's own list where unknown. */
  readonly ciphers?: readonly string[];
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

/** urllib3 1 took Python's own matcher where that was good enough; from 1.26.8 on it always brings one. */
function namesOf({ urllib3, python }: RuleFacts): TrustRules['names'] {
  const [, minor = 0, patch = 0] = urllib3.split('.').map(Number);
  const own = minor > 26 || (minor === 26 && patch >= 8) || !atLeast(python, 3, 7) || atLeast(python, 3, 12);
  return own || (minor === 26 && patch >= 6 && atLeast(python, 3, 10)) ? 'urllib3' : 'python';
}

/** Security level 2 is what Python 3.10+ and all distributions set. */
function plainCiphers(names: readonly string[] = []): string {
  return names.length > 0 ? `${names.join(':')}:@SECLEVEL=2` : PYTHON;
}

export function rulesOf(pip: RuleFacts | null): TrustRules {
  const modern = pip === null || atLeast(pip.urllib3, 2, 0);
  if (pip === null || pip.truststore) {
    return {
      commonName: 'without-dns-names',
      names: 'openssl',
      strict: false,
      partialChain: false,
      ipLiterals: modern ? 'checked' : 'unsupported',
      alpn: true,
      ciphers: plainCiphers(pip?.ciphers),
    };
  }
  // urllib3 2 builds its context as Python 3.13 recommends; urllib3 1.26 matches names by itself.
  const strict = modern && atLeast(pip.python, 3, 13);
  return {
    commonName: modern ? 'never' : 'without-any-name',
    names: modern ? 'openssl' : namesOf(pip),
    strict,
    partialChain: strict,
    ipLiterals: 'checked',
    alpn: atLeast(pip.urllib3, 1, 26),
    ciphers: modern ? plainCiphers(pip.ciphers) : URLLIB3_1,
  };
}
