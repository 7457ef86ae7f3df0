/** One X.509 certificate: what OpenSSL (through node:crypto) does not tell is read from the DER. */
import { X509Certificate } from 'node:crypto';
import {
  childrenOf,
  contentOf,
  type DerNode,
  expect,
  hexOf,
  readDer,
  smallIntegerOf,
  TAG,
  timeOf,
  wholeOf,
} from './der.ts';
import { type DistinguishedName, readIssuerName, readName } from './distinguished-name.ts';
import { type Extensions, readExtensions } from './x509-extensions.ts';
import { algorithmOf, type KeyFacts, keyFactsOf, type SignatureAlgorithm } from './x509-strength.ts';

export interface Certificate {
  readonly native: X509Certificate;
  readonly der: Uint8Array;
  readonly version: number;
  /** Lower-case hex of the INTEGER's octets. */
  readonly serialNumber: string;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** The issuer's name as it stands in the certificate: what OCSP hashes. */
  readonly issuerDer: Uint8Array;
  /** Epoch milliseconds; NaN where the field is no proper date. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly signature: SignatureAlgorithm;
  /** The algorithm is named twice in a certificate; false: the two differ. */
  readonly signatureConsistent: boolean;
  readonly key: KeyFacts;
  /** DER of SubjectPublicKeyInfo's bits, without the unused-bits octet: what key hashes are made of. */
  readonly keyBits: Uint8Array;
  /** Lower-case hex SHA-256 of the DER, without colons. */
  readonly fingerprint256: string;
  readonly extensions: Extensions;
  /** Subject and issuer are the same name. */
  readonly selfIssued: boolean;
  /** Self-issued, and the key identifiers do not say otherwise (OpenSSL's sense: the signature is not looked at). */
  readonly selfSigned: boolean;
}

/** Whether `certificate`'s authority key identifier, if any, points at `issuer`. */
export function keyIdsMatch(
  certificate: Pick<Certificate, 'extensions'>,
  issuer: Omit<Certificate, 'selfSigned'>,
): boolean {
  const id = certificate.extensions.authorityKeyId;
  if (id === null) return true;
  const subjectKeyId = issuer.extensions.subjectKeyId;
  if (id.keyId !== null && subjectKeyId !== null && id.keyId !== subjectKeyId) return false;
  if (id.serialNumber !== null && id.serialNumber !== issuer.serialNumber) return false;
  const directory = id.issuer?.find((name) => name.kind === 'directory');
  return directory === undefined || directory.name.key === issuer.issuer.key;
}

function readFields(der: Uint8Array): { tbs: DerNode[]; outer: DerNode | undefined } {
  const [tbs, outer] = childrenOf(expect(readDer(der), TAG.sequence));
  return { tbs: childrenOf(expect(tbs, TAG.sequence)), outer };
}

/** Reads one certificate. Throws on bytes that are none, also when OpenSSL alone would read them. */
export function readCertificate(der: Uint8Array): Certificate {
  const native = new X509Certificate(der);
  const { tbs, outer } = readFields(der);
  const tagged = tbs[0]?.tag === 0xa0 ? tbs.shift() : undefined;
  const version = tagged === undefined ? 1 : smallIntegerOf(expect(childrenOf(tagged)[0], TAG.integer)) + 1;
  const [serial, innerAlgorithm, issuerNode, validity, subjectNode, keyNode] = tbs;
  const [notBefore, notAfter] = childrenOf(expect(validity, TAG.sequence));
  const algorithm = expect(outer, TAG.sequence);
  const subject = readName(expect(subjectNode, TAG.sequence));
  const issuerField = expect(issuerNode, TAG.sequence);
  const issuer = readIssuerName(issuerField);
  const keyBits = expect(childrenOf(expect(keyNode, TAG.sequence))[1], TAG.bitString);
  const facts = {
    native,
    der,
    version,
    serialNumber: hexOf(expect(serial, TAG.integer)),
    subject,
    issuer,
    issuerDer: wholeOf(issuerField),
    notBefore: notBefore === undefined ? Number.NaN : timeOf(notBefore),
    notAfter: notAfter === undefined ? Number.NaN : timeOf(notAfter),
    signature: algorithmOf(algorithm),
    signatureConsistent: Buffer.compare(wholeOf(algorithm), wholeOf(expect(innerAlgorithm, TAG.sequence))) === 0,
    key: keyFactsOf(native),
    keyBits: contentOf(keyBits).subarray(1),
    fingerprint256: native.fingerprint256.replaceAll(':', '').toLowerCase(),
    extensions: readExtensions(tbs.slice(6).find(({ tag }) => tag === 0xa3)),
    selfIssued: subject.key === issuer.key,
  };
  return { ...facts, selfSigned: facts.selfIssued && keyIdsMatch(facts, facts) };
}
