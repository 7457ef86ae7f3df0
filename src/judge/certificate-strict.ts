/** `VERIFY_X509_STRICT`: RFC 5280's form, which only some pips demand (urllib3 2 on Python 3.13+, no truststore). */
import type { Certificate } from './x509.ts';
import { KEY_USAGE } from './x509-extensions.ts';

function isStrict(certificate: Certificate, isTop: boolean): boolean {
  const { version, subject, issuer, signatureConsistent } = certificate;
  const { basicConstraints, keyUsage, subjectAltNames, subjectKeyId, authorityKeyId, critical, count } =
    certificate.extensions;
  const ca = basicConstraints?.ca ?? false;
  const signs = keyUsage !== null && (keyUsage & KEY_USAGE.keyCertSign) !== 0;
  const signsLists = keyUsage !== null && (keyUsage & KEY_USAGE.crlSign) !== 0;
  const nameless = subject.canonical.length === 0;

  if (basicConstraints !== null && basicConstraints.pathLength !== null && (!ca || (keyUsage !== null && !signs)))
    return false;
  if (ca && !critical.has('basicConstraints')) return false;
  if (ca ? keyUsage === null : signs) return false;
  if (issuer.canonical.length === 0) return false;
  if (nameless && (ca || signsLists || subjectAltNames === null || !critical.has('subjectAltNames'))) return false;
  if (subjectAltNames?.length === 0 || !signatureConsistent) return false;
  if (critical.has('authorityKeyId') || critical.has('subjectKeyId')) return false;
  if (version < 3) return count === 0;
  return (isTop || (authorityKeyId?.keyId ?? null) !== null) && (!ca || subjectKeyId !== null);
}

/** OpenSSL's `X509_check_ca` above 1: an authority by an older custom than basicConstraints. */
function isAuthorityByCustom({ version, selfSigned, extensions }: Certificate): boolean {
  const { basicConstraints, keyUsage } = extensions;
  if (basicConstraints !== null) return false;
  return (version < 3 && selfSigned) || (keyUsage !== null && (keyUsage & KEY_USAGE.keyCertSign) !== 0);
}

/** For each certificate of `path`, leaf first: whether strict verification refuses it. */
export function strictDefects(path: readonly Certificate[]): boolean[] {
  // RFC 6818: the form of a lone self-signed certificate is not looked at.
  if (path.length === 1) return path.map(isAuthorityByCustom);
  return path.map(
    (certificate, depth) => isAuthorityByCustom(certificate) || !isStrict(certificate, depth === path.length - 1),
  );
}
