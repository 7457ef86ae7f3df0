/** OCSP answers (RFC 6960) for the lab's certificates: good, revoked, forged. */
import { createHash, sign } from 'node:crypto';
import type { Issued } from '../lab/certificate.ts';
import { bits, explicit, implicit, integer, nothing, octets, oid, sequence, tlv } from '../lab/der.ts';

export interface Answer {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Who signs; default: the issuer of the certificate. */
  readonly signer?: Issued;
  /** Certificates put into the answer. */
  readonly enclosed?: readonly Issued[];
  /** Days from now; default an hour ago. */
  readonly thisUpdate?: number;
  /** The certificate that it speaks of; default: the one asked for. */
  readonly about?: Issued;
}

const DAY = 86_400_000;

const moment = (days: number): Buffer =>
  tlv(0x18, Buffer.from(new Date(Date.now() + days * DAY).toISOString().replace(/[-:T]|\.\d+/g, '')));

const sha1 = (bytes: Uint8Array): Buffer => createHash('sha1').update(bytes).digest();

/** The bits of a public key, as OCSP hashes them: SubjectPublicKeyInfo's BIT STRING for an EC P-256 key. */
const pointOf = (issued: Issued): Buffer => issued.keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(26);

/** A DER answer about `leaf`, whose issuer (and that of the whole lab) has an EC P-256 key. */
export function ocspAnswer(leaf: Issued, issuer: Issued, answer: Answer): Buffer {
  const about = answer.about ?? leaf;
  const serial = serialOf(about);
  const certificateId = sequence(
    sequence(oid('1.3.14.3.2.26'), nothing()),
    octets(sha1(issuer.subject)),
    octets(sha1(pointOf(issuer))),
    serial,
  );
  const updated = answer.thisUpdate ?? -1 / 24;
  const status = {
    good: implicit(0, Buffer.alloc(0)),
    revoked: explicit(1, moment(updated)),
    unknown: implicit(2, Buffer.alloc(0)),
  }[answer.status];
  const signer = answer.signer ?? issuer;
  const data = sequence(
    explicit(2, octets(sha1(pointOf(signer)))),
    moment(updated),
    sequence(sequence(certificateId, status, moment(updated), explicit(0, moment(7)))),
  );
  const enclosed = (answer.enclosed ?? []).map(({ der }) => der);
  const basic = sequence(
    data,
    sequence(oid('1.2.840.10045.4.3.2')),
    bits(sign('sha256', data, signer.keys.privateKey)),
    ...(enclosed.length > 0 ? [explicit(0, sequence(...enclosed))] : []),
  );
  return sequence(tlv(0x0a, Buffer.from([0])), explicit(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))));
}

/** The INTEGER of a certificate's serial number, cut from its DER. */
function serialOf({ der }: Issued): Buffer {
  const at = der.indexOf(Buffer.from([0xa0, 0x03, 0x02, 0x01, 0x02, 0x02])) + 5;
  return integer(der.subarray(at + 2, at + 2 + (der[at + 1] ?? 0)));
}
