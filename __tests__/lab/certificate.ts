/** One X.509 certificate from a plain description, with any fault that the description asks for. */
import { createHash, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import {
  bits,
  boolean,
  explicit,
  flags,
  implicit,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  set,
  time,
  utf8,
} from './der.ts';
import { type KeyKind, type KeyPair, keyPair } from './keys.ts';

export type Digest = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** Bits of the key usage extension, RFC 5280 4.2.1.3. */
export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const;
export type KeyUsage = (typeof KEY_USAGES)[number];

export const PURPOSES = {
  any: '2.5.29.37.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const;
export type Purpose = keyof typeof PURPOSES;

export interface RawExtension {
  readonly oid: string;
  readonly critical: boolean;
  /** DER of the value, without the OCTET STRING around it. */
  readonly value: Uint8Array;
}

/** What a certificate says. Everything has a healthy default. */
export interface CertificateSpec {
  /** Default: the first name. null: an empty subject. */
  readonly commonName?: string | null;
  readonly organization?: string;
  /** Subject alternative names: 'mirror.test', '127.0.0.1', or with a kind: 'DNS:…', 'IP:…', 'URI:…', 'email:…'. */
  readonly names?: readonly string[];
  /** Start and end in days from now (default -30 and 60), or as an exact date. */
  readonly notBefore?: number | Date;
  readonly notAfter?: number | Date;
  readonly key?: KeyKind;
  /** Digest of the signature on this certificate (made by its issuer). */
  readonly digest?: Digest;
  /** CA:TRUE; default false for a leaf, true for an authority. */
  readonly authority?: boolean;
  readonly pathLength?: number;
  /** null: no such extension. */
  readonly keyUsage?: readonly KeyUsage[] | null;
  readonly extendedKeyUsage?: readonly Purpose[] | null;
  readonly nameConstraints?: { readonly permitted?: readonly string[]; readonly excluded?: readonly string[] };
  /** Extensions to leave out although they are usual. */
  readonly without?: readonly (
    | 'basicConstraints'
    | 'subjectKeyIdentifier'
    | 'authorityKeyIdentifier'
    | 'subjectAltName'
  )[];
  /** Extensions whose criticality is turned round. */
  readonly flipCritical?: readonly ('basicConstraints' | 'keyUsage' | 'extendedKeyUsage' | 'subjectAltName')[];
  readonly extensions?: readonly RawExtension[];
  readonly version?: 1 | 3;
  /** Big-endian; default random. */
  readonly serialNumber?: Uint8Array;
  /** One bit of the signature is turned round. */
  readonly badSignature?: boolean;
  /** Use this pair, e.g. to renew or cross-sign a certificate. */
  readonly keyPair?: KeyPair;
}

/** A certificate with all that is needed to serve it or to sign with it. */
export interface Issued {
  readonly spec: CertificateSpec;
  readonly der: Buffer;
  readonly pem: string;
  readonly keys: KeyPair;
  readonly subject: Buffer;
  readonly keyIdentifier: Buffer;
  /** Epoch milliseconds, whole seconds. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Lower-case hex of the DER's sha256. */
  readonly fingerprint256: string;
  /** null when self-signed. */
  readonly issuer: Issued | null;
}

const DAY = 86_400_000;
const NAME_KINDS = { email: 1, DNS: 2, URI: 6, IP: 7 } as const;

const moment = (value: number | Date): number => {
  const ms = typeof value === 'number' ? Date.now() + value * DAY : value.getTime();
  return Math.floor(ms / 1000) * 1000;
};

export const toPem = (der: Uint8Array, label = 'CERTIFICATE'): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`;

/** Address bytes of an IP literal; with '/bits' the mask follows (name constraints). */
export function addressBytes(text: string): Buffer {
  const [address = '', prefix] = text.split('/');
  let bytes: number[];
  if (isIP(address) === 4) bytes = address.split('.').map(Number);
  else {
    const [head = '', tail] = address.split('::');
    const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
    const left = groups(head);
    const right = tail === undefined ? [] : groups(tail);
    const all = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
    bytes = all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]);
  }
  if (prefix === undefined) return Buffer.from(bytes);
  const mask = bytes.map((_, index) => (0xff00 >> Math.min(8, Math.max(0, Number(prefix) - index * 8))) & 0xff);
  return Buffer.from([...bytes, ...mask]);
}

function generalName(name: string): Buffer {
  const [, given, rest = name] = /^(DNS|IP|URI|email):(.*)$/s.exec(name) ?? [];
  const kind = (given ?? (isIP(name.split('/')[0] ?? '') ? 'IP' : 'DNS')) as keyof typeof NAME_KINDS;
  return implicit(NAME_KINDS[kind], kind === 'IP' ? addressBytes(rest) : Buffer.from(rest, 'latin1'));
}

function distinguishedName(spec: CertificateSpec): Buffer {
  const commonName = spec.commonName === undefined ? spec.names?.[0]?.replace(/^\w+:(?=\w)/, '') : spec.commonName;
  const part = (type: string, value: string | null | undefined): Buffer[] =>
    value === undefined || value === null ? [] : [set(sequence(oid(type), utf8(value)))];
  return sequence(...part('2.5.4.10', spec.organization), ...part('2.5.4.3', commonName));
}

function signatureAlgorithm(issuer: KeyPair, digest: Digest): { algorithm: Buffer; hash: string | null } {
  const type = issuer.privateKey.asymmetricKeyType;
  if (type === 'ed25519') return { algorithm: sequence(oid('1.3.101.112')), hash: null };
  if (type === 'ec') {
    const arc = { md5: '4.1', sha1: '4.1', sha256: '4.3.2', sha384: '4.3.3', sha512: '4.3.4' }[digest];
    return { algorithm: sequence(oid(`1.2.840.10045.${arc}`)), hash: digest === 'md5' ? 'sha1' : digest };
  }
  const arc = { md5: 4, sha1: 5, sha256: 11, sha384: 12, sha512: 13 }[digest];
  return { algorithm: sequence(oid(`1.2.840.113549.1.1.${arc}`), nothing()), hash: digest };
}

function extensionsOf(spec: CertificateSpec, keyIdentifier: Buffer, issuerKeyIdentifier: Buffer): Buffer {
  const authority = spec.authority ?? false;
  const flipped = new Set<string>(spec.flipCritical);
  const wanted = (name: NonNullable<CertificateSpec['without']>[number]): boolean => !spec.without?.includes(name);
  const list: Buffer[] = [];
  const add = (id: string, critical: boolean, value: Uint8Array): void => {
    list.push(sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value)));
  };
  if (wanted('subjectKeyIdentifier')) add('2.5.29.14', false, octets(keyIdentifier));
  if (wanted('authorityKeyIdentifier')) add('2.5.29.35', false, sequence(implicit(0, issuerKeyIdentifier)));
  if (wanted('basicConstraints')) {
    const path = spec.pathLength === undefined ? [] : [integer(spec.pathLength)];
    add('2.5.29.19', !flipped.has('basicConstraints'), sequence(...(authority ? [boolean(true), ...path] : path)));
  }
  const usage = spec.keyUsage === undefined ? defaultUsage(authority) : spec.keyUsage;
  if (usage !== null) {
    add('2.5.29.15', !flipped.has('keyUsage'), flags(usage.map((name) => KEY_USAGES.indexOf(name))));
  }
  const purposes =
    spec.extendedKeyUsage === undefined ? (authority ? null : ['serverAuth' as const]) : spec.extendedKeyUsage;
  if (purposes !== null) {
    add('2.5.29.37', flipped.has('extendedKeyUsage'), sequence(...purposes.map((name) => oid(PURPOSES[name]))));
  }
  if (spec.names !== undefined && spec.names.length > 0 && wanted('subjectAltName')) {
    add('2.5.29.17', flipped.has('subjectAltName'), sequence(...spec.names.map(generalName)));
  }
  if (spec.nameConstraints !== undefined) {
    const trees = (number: number, names: readonly string[] | undefined): Buffer[] =>
      names === undefined ? [] : [explicit(number, ...names.map((name) => sequence(generalName(name))))];
    add(
      '2.5.29.30',
      true,
      sequence(...trees(0, spec.nameConstraints.permitted), ...trees(1, spec.nameConstraints.excluded)),
    );
  }
  for (const raw of spec.extensions ?? []) add(raw.oid, raw.critical, raw.value);
  return explicit(3, sequence(...list));
}

const defaultUsage = (authority: boolean): readonly KeyUsage[] =>
  authority ? ['keyCertSign', 'cRLSign'] : ['digitalSignature', 'keyEncipherment'];

/** Makes one certificate, signed by `issuer` or by itself (null). `slot` names its place in a chain, for RSA keys. */
export function issue(spec: CertificateSpec, issuer: Issued | null, slot = 'leaf'): Issued {
  const keys = spec.keyPair ?? keyPair(spec.key ?? 'ec-p256', slot);
  const signer = issuer?.keys ?? keys;
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' });
  const keyIdentifier = createHash('sha1').update(publicKey).digest();
  const subject = distinguishedName(spec);
  const { algorithm, hash } = signatureAlgorithm(signer, spec.digest ?? 'sha256');
  const notBefore = moment(spec.notBefore ?? -30);
  const notAfter = moment(spec.notAfter ?? 60);
  const serial = spec.serialNumber ?? Buffer.concat([Buffer.from([0x40]), randomBytes(15)]);
  const toBeSigned = sequence(
    ...(spec.version === 1 ? [] : [explicit(0, integer(2))]),
    integer(serial),
    algorithm,
    issuer?.subject ?? subject,
    sequence(time(notBefore), time(notAfter)),
    subject,
    publicKey,
    ...(spec.version === 1 ? [] : [extensionsOf(spec, keyIdentifier, issuer?.keyIdentifier ?? keyIdentifier)]),
  );
  const signature = sign(hash, toBeSigned, signer.privateKey);
  if (spec.badSignature === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
  const der = sequence(toBeSigned, algorithm, bits(signature));
  const fingerprint256 = createHash('sha256').update(der).digest('hex');
  return { spec, der, pem: toPem(der), keys, subject, keyIdentifier, notBefore, notAfter, fingerprint256, issuer };
}
