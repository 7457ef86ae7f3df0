/** Issuers that many servers send: each is read, and its own signature checked, once. */
import { type Certificate, readCertificate } from './x509.ts';

/** A hostile server can send any number of certificates; the web has a few hundred intermediates in use. */
const MOST = 256;

const known = new Map<string, Certificate>();

/** As `readCertificate`, for a certificate that is not the peer's own. Equal bytes give the very same object. */
export function readIssuer(der: Uint8Array): Certificate {
  const bytes = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1');
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const certificate = readCertificate(der);
  if (known.size >= MOST) known.clear();
  known.set(bytes, certificate);
  return certificate;
}

const signatures = new WeakMap<Certificate, WeakMap<Certificate, boolean>>();

/** Whether `issuer`'s key made `subject`'s signature; remembered as long as both are in use. */
export function hasSigned(issuer: Certificate, subject: Certificate): boolean {
  const bySubject = signatures.get(issuer) ?? new WeakMap<Certificate, boolean>();
  signatures.set(issuer, bySubject);
  const before = bySubject.get(subject);
  if (before !== undefined) return before;
  const signed = verifies(issuer, subject);
  bySubject.set(subject, signed);
  return signed;
}

function verifies(issuer: Certificate, subject: Certificate): boolean {
  try {
    return subject.native.verify(issuer.native.publicKey);
  } catch {
    return false;
  }
}
