/** The X.509 extensions that decide whether a chain holds, read as OpenSSL reads them. */
import {
  booleanOf,
  childrenOf,
  contentOf,
  type DerNode,
  expect,
  hexOf,
  namedBitsOf,
  oidOf,
  readDer,
  smallIntegerOf,
  TAG,
} from './der.ts';
import { type GeneralName, readGeneralNames, readSubtrees, type Subtrees } from './general-name.ts';

/** Bits of the key usage extension, as `namedBitsOf` counts them. */
export const KEY_USAGE = {
  digitalSignature: 1 << 0,
  keyEncipherment: 1 << 2,
  keyAgreement: 1 << 4,
  keyCertSign: 1 << 5,
  crlSign: 1 << 6,
} as const;

/** Bits of Netscape's certificate type. */
export const NETSCAPE_TYPE = { sslServer: 1 << 1, sslCa: 1 << 5, anyCa: (1 << 5) | (1 << 6) | (1 << 7) } as const;

export interface AuthorityKeyId {
  readonly keyId: string | null;
  readonly issuer: readonly GeneralName[] | null;
  readonly serialNumber: string | null;
}

/** null: the extension is absent. */
export interface Extensions {
  readonly count: number;
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null;
  readonly keyUsage: number | null;
  readonly extendedKeyUsage: readonly string[] | null;
  readonly netscapeType: number | null;
  readonly subjectAltNames: readonly GeneralName[] | null;
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: AuthorityKeyId | null;
  readonly nameConstraints: Subtrees | null;
  /** Names of the extensions above that are marked critical. */
  readonly critical: ReadonlySet<string>;
  /** Critical extensions that OpenSSL does not know: it refuses the certificate. */
  readonly unknownCritical: readonly string[];
  readonly proxy: boolean;
  /** Some extension is malformed or there twice. */
  readonly malformed: boolean;
}

/** Object identifiers that OpenSSL accepts when they are critical. */
const SUPPORTED: ReadonlyMap<string, string> = new Map([
  ['2.5.29.14', 'subjectKeyId'],
  ['2.5.29.15', 'keyUsage'],
  ['2.5.29.17', 'subjectAltNames'],
  ['2.5.29.19', 'basicConstraints'],
  ['2.5.29.30', 'nameConstraints'],
  ['2.5.29.31', 'crlDistributionPoints'],
  ['2.5.29.32', 'certificatePolicies'],
  ['2.5.29.33', 'policyMappings'],
  ['2.5.29.35', 'authorityKeyId'],
  ['2.5.29.36', 'policyConstraints'],
  ['2.5.29.37', 'extendedKeyUsage'],
  ['2.5.29.54', 'inhibitAnyPolicy'],
  ['2.16.840.1.113730.1.1', 'netscapeType'],
  ['1.3.6.1.5.5.7.1.7', 'addressBlocks'],
  ['1.3.6.1.5.5.7.1.8', 'autonomousSystems'],
  ['1.3.6.1.5.5.7.1.14', 'proxy'],
  ['1.3.6.1.5.5.7.48.1.5', 'ocspNoCheck'],
]);

const isNegative = (node: DerNode) => (node.bytes[node.content] ?? 0) >= 0x80;

function readBasicConstraints(value: DerNode): Extensions['basicConstraints'] {
  const fields = childrenOf(expect(value, TAG.sequence));
  const ca = fields[0]?.tag === TAG.boolean ? booleanOf(fields[0]) : false;
  const length = fields.find(({ tag }) => tag === TAG.integer);
  // A length too large to count is none; OpenSSL treats a negative one as a malformed extension.
  const countable = length !== undefined && (length.end - length.content <= 4 || isNegative(length));
  return { ca, pathLength: countable ? smallIntegerOf(length) : null };
}

function readAuthorityKeyId(value: DerNode): AuthorityKeyId {
  const fields = childrenOf(expect(value, TAG.sequence));
  const keyId = fields.find(({ tag }) => tag === 0x80);
  const issuer = fields.find(({ tag }) => tag === 0xa1);
  const serialNumber = fields.find(({ tag }) => tag === 0x82);
  return {
    keyId: keyId === undefined ? null : hexOf(keyId),
    issuer: issuer === undefined ? null : readGeneralNames(issuer),
    serialNumber: serialNumber === undefined ? null : hexOf(serialNumber),
  };
}

const READERS: Readonly<Record<string, (value: DerNode) => unknown>> = {
  basicConstraints: readBasicConstraints,
  keyUsage: (value) => namedBitsOf(expect(value, TAG.bitString)),
  netscapeType: (value) => namedBitsOf(expect(value, TAG.bitString)),
  extendedKeyUsage: (value) => childrenOf(expect(value, TAG.sequence)).map((oid) => oidOf(expect(oid, TAG.oid))),
  subjectAltNames: (value) => readGeneralNames(expect(value, TAG.sequence)),
  subjectKeyId: (value) => hexOf(expect(value, TAG.octetString)),
  authorityKeyId: readAuthorityKeyId,
  nameConstraints: (value) => readSubtrees(expect(value, TAG.sequence)),
};

const NONE: Extensions = {
  count: 0,
  basicConstraints: null,
  keyUsage: null,
  extendedKeyUsage: null,
  netscapeType: null,
  subjectAltNames: null,
  subjectKeyId: null,
  authorityKeyId: null,
  nameConstraints: null,
  critical: new Set(),
  unknownCritical: [],
  proxy: false,
  malformed: false,
};

/** Reads the `[3]` field of a certificate; undefined when there is none. Bad extensions are told, not thrown. */
export function readExtensions(field: DerNode | undefined): Extensions {
  if (field === undefined) return NONE;
  const list = childrenOf(expect(childrenOf(field)[0], TAG.sequence));
  const values: Record<string, unknown> = {};
  const seen = new Set<string>();
  const critical = new Set<string>();
  const unknownCritical: string[] = [];
  let malformed = false;
  for (const extension of list) {
    const parts = childrenOf(expect(extension, TAG.sequence));
    const oid = oidOf(expect(parts[0], TAG.oid));
    const isCritical = parts[1]?.tag === TAG.boolean && booleanOf(parts[1]);
    const name = SUPPORTED.get(oid);
    if (name === undefined) {
      if (isCritical) unknownCritical.push(oid);
      continue;
    }
    if (isCritical) critical.add(name);
    try {
      if (seen.has(name)) malformed = true;
      seen.add(name);
      const read = READERS[name];
      if (read) values[name] = read(readDer(contentOf(expect(parts.at(-1), TAG.octetString))));
    } catch {
      malformed = true;
    }
  }
  return { ...NONE, ...values, count: list.length, critical, unknownCritical, proxy: seen.has('proxy'), malformed };
}
