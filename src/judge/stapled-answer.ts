/** A stapled OCSP answer (RFC 6960): proof that a certificate was revoked, if its signature holds. */
import { createHash, verify } from 'node:crypto';
import { childrenOf, contentOf, type DerNode, expect, hexOf, oidOf, readDer, TAG, timeOf, wholeOf } from './der.ts';
import { hasSigned } from './known-issuers.ts';
import { type Certificate, readCertificate } from './x509.ts';
import { algorithmOf } from './x509-strength.ts';

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
/** Certificates inside an answer that are tried as its signer. */
const MOST_SIGNERS = 4;

const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** The BasicOCSPResponse inside a successful answer. */
function basicResponseOf(answer: Uint8Array): DerNode {
  const [status, wrapped] = childrenOf(expect(readDer(answer), TAG.sequence));
  if (hexOf(expect(status, TAG.enumerated)) !== '00') throw new Error('not a successful answer');
  const [type, octets] = childrenOf(expect(childrenOf(expect(wrapped, 0xa0))[0], TAG.sequence));
  if (oidOf(expect(type, TAG.oid)) !== BASIC_RESPONSE) throw new Error('not a basic answer');
  return expect(readDer(contentOf(expect(octets, TAG.octetString))), TAG.sequence);
}

function concerns(certificateId: DerNode, leaf: Certificate, issuer: Certificate): boolean {
  const [algorithm, nameHash, keyHash, serial] = childrenOf(certificateId);
  const hash = HASHES[oidOf(expect(childrenOf(expect(algorithm, TAG.sequence))[0], TAG.oid))];
  if (hash === undefined || hexOf(expect(serial, TAG.integer)) !== leaf.serialNumber) return false;
  const hashed = (bytes: Uint8Array) => createHash(hash).update(bytes).digest('hex');
  return (
    hexOf(expect(nameHash, TAG.octetString)) === hashed(leaf.issuerDer) &&
    hexOf(expect(keyHash, TAG.octetString)) === hashed(issuer.keyBits)
  );
}

/** Whether one SingleResponse says that `leaf` was revoked by `now`. */
function saysRevoked(single: DerNode, leaf: Certificate, issuer: Certificate, now: number): boolean {
  const [certificateId, status, thisUpdate] = childrenOf(expect(single, TAG.sequence));
  if (status?.tag !== 0xa1 || !concerns(expect(certificateId, TAG.sequence), leaf, issuer)) return false;
  return timeOf(expect(thisUpdate, TAG.generalizedTime)) <= now;
}

/** The issuer itself, and those whom it authorised to answer for it. */
function signersOf(field: DerNode | undefined, issuer: Certificate, now: number): Certificate[] {
  if (field === undefined) return [issuer];
  const enclosed = childrenOf(expect(childrenOf(field)[0], TAG.sequence)).slice(0, MOST_SIGNERS);
  const delegates = enclosed.map((node) => readCertificate(wholeOf(node)));
  const authorised = delegates.filter(
    (one) =>
      one.extensions.extendedKeyUsage?.includes(OCSP_SIGNING) &&
      one.notBefore <= now &&
      now < one.notAfter &&
      hasSigned(issuer, one),
  );
  return [issuer, ...authorised];
}

/**
 * Whether `answer` (DER, from the handshake) proves that `leaf` is revoked: signed by its issuer or by a responder
 * that the issuer authorised. Anything that cannot be read or verified proves nothing. Never throws.
 */
export function staplesRevocation(answer: Uint8Array, leaf: Certificate, issuer: Certificate, now: number): boolean {
  try {
    const [data, algorithmNode, signature, certificates] = childrenOf(basicResponseOf(answer));
    const body = expect(data, TAG.sequence);
    const singles = childrenOf(body).find(({ tag }) => tag === TAG.sequence);
    if (!childrenOf(expect(singles, TAG.sequence)).some((single) => saysRevoked(single, leaf, issuer, now)))
      return false;
    const { digest } = algorithmOf(expect(algorithmNode, TAG.sequence));
    const bits = contentOf(expect(signature, TAG.bitString)).subarray(1);
    return signersOf(certificates, issuer, now).some(({ native }) =>
      verify(digest, wholeOf(body), native.publicKey, bits),
    );
  } catch {
    return false;
  }
}
