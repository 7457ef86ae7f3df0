/** Strength of keys and signatures as OpenSSL 3 counts it: security level 2 wants 112 bits. */
import type { X509Certificate } from 'node:crypto';
import { childrenOf, contentOf, type DerNode, expect, oidOf, readDer, TAG } from './der.ts';

/** What security level 2 demands of every key and of every signature but the anchor's own. */
export const LEVEL_2_BITS = 112;

export interface KeyFacts {
  /** 'EC P-256', 'RSA 2048', 'Ed25519' …; 'unknown' where OpenSSL cannot read the key. */
  readonly label: string;
  /** node:crypto's word: 'rsa', 'ec' …; null where the key cannot be read. */
  readonly type: string | null;
  readonly securityBits: number;
}

export interface SignatureAlgorithm {
  readonly oid: string;
  /** Bits of security of its digest; 0 for an algorithm that is not known. */
  readonly securityBits: number;
  /** The kind of key that can make it, in node:crypto's words; null where any or unknown. */
  readonly keyType: string | null;
  /** node:crypto's word for its digest; null where the algorithm has none of its own, or is not known. */
  readonly digest: string | null;
}

const CURVES: Readonly<Record<string, readonly [label: string, bits: number]>> = {
  prime192v1: ['P-192', 96],
  secp224r1: ['P-224', 112],
  prime256v1: ['P-256', 128],
  secp384r1: ['P-384', 192],
  secp521r1: ['P-521', 256],
  secp256k1: ['secp256k1', 128],
};

/** RSA and DSA: NIST SP 800-56B's estimate, rounded as OpenSSL rounds it. */
function factoringBits(modulusBits: number): number {
  if (modulusBits < 8) return 0;
  const nats = modulusBits * Math.LN2;
  const estimate = (1.923 * Math.cbrt(nats * Math.log(nats) ** 2) - 4.69) / Math.LN2;
  return (Math.floor(estimate) + 4) & ~7;
}

/** Never throws: a key that OpenSSL cannot read has no strength. */
export function keyFactsOf(certificate: X509Certificate): KeyFacts {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
    const modulus = details?.modulusLength;
    if (modulus !== undefined) {
      return {
        label: `${(type ?? '').toUpperCase()} ${modulus}`,
        type: type ?? null,
        securityBits: factoringBits(modulus),
      };
    }
    if (type === 'ec') {
      const name = details?.namedCurve ?? '';
      // Curves outside the table carry their size in their name: 'brainpoolP256r1', 'sect283k1'.
      const [label, bits] = CURVES[name] ?? [
        name || 'explicit parameters',
        Math.floor(Number(/\d{3}/.exec(name)?.[0] ?? 0) / 2),
      ];
      return { label: `EC ${label}`, type, securityBits: bits };
    }
    if (type === 'ed25519') return { label: 'Ed25519', type, securityBits: 128 };
    if (type === 'ed448') return { label: 'Ed448', type, securityBits: 224 };
    return { label: type ?? 'unknown', type: type ?? null, securityBits: /^(ml|slh)-dsa/.test(type ?? '') ? 128 : 0 };
  } catch {
    return { label: 'unknown', type: null, securityBits: 0 };
  }
}

const DIGEST_BITS: Readonly<Record<string, number>> = {
  md5: 39,
  sha1: 63,
  sha224: 112,
  sha256: 128,
  sha384: 192,
  sha512: 256,
};

const ALGORITHMS: ReadonlyMap<string, readonly [keyType: string, digest: string]> = new Map([
  ['1.2.840.113549.1.1.4', ['rsa', 'md5']],
  ['1.2.840.113549.1.1.5', ['rsa', 'sha1']],
  ['1.2.840.113549.1.1.14', ['rsa', 'sha224']],
  ['1.2.840.113549.1.1.11', ['rsa', 'sha256']],
  ['1.2.840.113549.1.1.12', ['rsa', 'sha384']],
  ['1.2.840.113549.1.1.13', ['rsa', 'sha512']],
  ['1.2.840.113549.1.1.15', ['rsa', 'sha224']],
  ['1.2.840.113549.1.1.16', ['rsa', 'sha256']],
  ['1.2.840.10045.4.1', ['ec', 'sha1']],
  ['1.2.840.10045.4.3.1', ['ec', 'sha224']],
  ['1.2.840.10045.4.3.2', ['ec', 'sha256']],
  ['1.2.840.10045.4.3.3', ['ec', 'sha384']],
  ['1.2.840.10045.4.3.4', ['ec', 'sha512']],
  ['1.2.840.10040.4.3', ['dsa', 'sha1']],
  ['2.16.840.1.101.3.4.3.1', ['dsa', 'sha224']],
  ['2.16.840.1.101.3.4.3.2', ['dsa', 'sha256']],
  ['2.16.840.1.101.3.4.3.9', ['ec', 'sha224']],
  ['2.16.840.1.101.3.4.3.10', ['ec', 'sha256']],
  ['2.16.840.1.101.3.4.3.11', ['ec', 'sha384']],
  ['2.16.840.1.101.3.4.3.12', ['ec', 'sha512']],
  ['2.16.840.1.101.3.4.3.13', ['rsa', 'sha224']],
  ['2.16.840.1.101.3.4.3.14', ['rsa', 'sha256']],
  ['2.16.840.1.101.3.4.3.15', ['rsa', 'sha384']],
  ['2.16.840.1.101.3.4.3.16', ['rsa', 'sha512']],
  ['1.3.101.112', ['ed25519', 'sha256']],
  ['1.3.101.113', ['ed448', 'sha512']],
]);

const PSS = '1.2.840.113549.1.1.10';
const PSS_DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
};

/** RSASSA-PSS names its digest in `[0]` of its parameters; SHA-1 when it does not. */
function pssDigestOf(parameters: DerNode | undefined): string {
  if (parameters?.tag !== TAG.sequence) return 'sha1';
  const hash = childrenOf(parameters).find(({ tag }) => tag === 0xa0);
  if (hash === undefined) return 'sha1';
  const [oid] = childrenOf(expect(readDer(contentOf(hash)), TAG.sequence));
  return PSS_DIGESTS[oidOf(expect(oid, TAG.oid))] ?? 'sha1';
}

/** Reads an AlgorithmIdentifier of a signature. Throws on bytes that are none. */
export function algorithmOf(node: DerNode): SignatureAlgorithm {
  const [first, parameters] = childrenOf(node);
  const oid = oidOf(expect(first, TAG.oid));
  if (oid === PSS) return { oid, keyType: null, digest: null, securityBits: DIGEST_BITS[pssDigestOf(parameters)] ?? 0 };
  const known = ALGORITHMS.get(oid);
  if (known !== undefined) {
    const digest = known[0].startsWith('ed') ? null : known[1];
    return { oid, keyType: known[0], digest, securityBits: DIGEST_BITS[known[1]] ?? 0 };
  }
  // ML-DSA and SLH-DSA (FIPS 204, 205): only a peer whose OpenSSL knows them gets this far.
  const postQuantum = /^2\.16\.840\.1\.101\.3\.4\.3\.(1[7-9]|2\d|3[01])$/.test(oid);
  return { oid, keyType: null, digest: null, securityBits: postQuantum ? 128 : 0 };
}
