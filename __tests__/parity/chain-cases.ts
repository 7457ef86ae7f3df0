/** Dates, trust and signatures: does the chain lead to an anchor, and does every link of it hold? */
import { type Issued, issue, toPem } from '../lab/certificate.ts';
import { certificateCase, disguised, type ParityCase, serving } from './case.ts';

const AUTHORITY = { authority: true, notAfter: 1825 } as const;
const LEAF = { names: ['localhost'] } as const;

const authorities = (count: number) => Array.from({ length: count }, () => ({}));

/** The same certificate with a later end, under the old signature. */
export function withLaterEnd(issued: Issued): Issued {
  const der = Buffer.from(issued.der);
  const end = new Date(issued.notAfter)
    .toISOString()
    .replace(/[-:T]|\.\d+/g, '')
    .slice(2);
  const later = new Date(issued.notAfter + 90 * 86_400_000)
    .toISOString()
    .replace(/[-:T]|\.\d+/g, '')
    .slice(2);
  der.write(later, der.indexOf(end), 'latin1');
  return { ...issued, der, pem: toPem(der) };
}

export const DATE_CASES: readonly ParityCase[] = [
  certificateCase('valid', [], {}),
  certificateCase('expired', ['expired'], { notAfter: -1 }),
  certificateCase('expired two years ago', ['expired'], { notBefore: -800, notAfter: -730 }),
  certificateCase('not yet valid', ['not-yet-valid'], { notBefore: 1 }),
  certificateCase('expired intermediate', ['expired'], { authorities: [{ notAfter: -1 }] }),
  certificateCase('intermediate not yet valid', ['not-yet-valid'], { authorities: [{ notBefore: 1 }] }),
  certificateCase('ten-year leaf', [], { notAfter: 3650 }),
  certificateCase('six-day leaf', [], { notBefore: -1, notAfter: 5 }),
  certificateCase('end after 2050', [], { notAfter: new Date('2051-01-01T00:00:00Z') }),
  {
    id: 'only anchor is an expired root',
    faults: ['expired'],
    build: () => {
      const root = issue({ ...AUTHORITY, commonName: 'Old Root', notBefore: -900, notAfter: -1 }, null);
      return { tls: serving(issue(LEAF, root)), anchors: [root] };
    },
  },
  {
    id: 'date without seconds',
    faults: ['invalid'],
    build: (lab) => {
      const leaf = issue(LEAF, lab.intermediate);
      const der = Buffer.from(leaf.der);
      // 'YYMMDDHHMMSSZ' to 'YYMMDDHHMM+0Z': the same length, no longer RFC 5280's form.
      const at = der.indexOf(
        new Date(leaf.notAfter)
          .toISOString()
          .replace(/[-:T]|\.\d+/g, '')
          .slice(2),
      );
      der.write('+0', at + 10, 'latin1');
      return { tls: serving({ ...leaf, der, pem: toPem(der) }, lab.intermediate) };
    },
  },
];

export const TRUST_CASES: readonly ParityCase[] = [
  certificateCase('unknown root, not sent', ['untrusted-issuer'], { root: 'unknown' }),
  certificateCase('unknown root, sent', ['untrusted-issuer'], { root: 'unknown', send: 'with-root' }),
  certificateCase('self-signed', ['self-signed'], { selfSigned: true }),
  certificateCase('self-signed with CA:TRUE', ['self-signed'], { selfSigned: true, authority: true, keyUsage: null }),
  certificateCase('missing intermediate', ['incomplete-chain'], { send: 'leaf' }),
  certificateCase('no intermediate needed', [], { authorities: [] }),
  certificateCase('root sent too', [], { send: 'with-root' }),
  certificateCase(
    'intermediate in the bundle only',
    [],
    { send: 'leaf' },
    { anchors: (lab) => [lab.root, lab.intermediate] },
  ),
  certificateCase(
    'bundle holds the intermediate, no root',
    ['untrusted-issuer'],
    {},
    { anchors: (lab) => [lab.intermediate] },
  ),
  certificateCase('unrelated certificates sent', [], (lab) => ({ extra: [lab.unknownRoot] })),
  certificateCase('the same certificate sent twice', [], (lab) => ({ extra: [lab.intermediate] })),
  certificateCase('6 intermediates', [], { authorities: authorities(6) }),
  certificateCase('12 intermediates', [], { authorities: authorities(12) }),
  certificateCase('a chain of 100', [], { authorities: authorities(98) }),
  certificateCase('a chain of 104', ['untrusted-issuer'], { authorities: authorities(102) }),
  {
    id: 'wrong order',
    faults: [],
    build: (lab) => {
      const second = issue({ ...AUTHORITY, commonName: 'Second' }, lab.root);
      const third = issue({ ...AUTHORITY, commonName: 'Third' }, second);
      return { tls: serving(issue(LEAF, third), lab.root, second, third) };
    },
  },
  {
    id: 'self-signed and in the bundle',
    faults: [],
    build: () => {
      const leaf = issue(LEAF, null);
      return { tls: serving(leaf), anchors: [leaf] };
    },
  },
  {
    id: 'self-signed with CA:TRUE and in the bundle',
    faults: [],
    build: () => {
      const leaf = issue({ ...LEAF, authority: true, keyUsage: null, extendedKeyUsage: null }, null);
      return { tls: serving(leaf), anchors: [leaf] };
    },
  },
  {
    id: 'self-signed authority without constraints and in the bundle',
    faults: [],
    build: () => {
      const usage = ['digitalSignature', 'keyCertSign'] as const;
      const leaf = issue({ ...LEAF, authority: true, without: ['basicConstraints'], keyUsage: usage }, null);
      return { tls: serving(leaf), anchors: [leaf] };
    },
  },
  {
    id: 'self-signed, version 1 and in the bundle',
    faults: [],
    build: () => {
      const leaf = issue({ ...LEAF, version: 1, without: ['basicConstraints'], keyUsage: null }, null);
      return { tls: serving(leaf), anchors: [leaf] };
    },
  },
  {
    id: 'bundle holds just the leaf',
    faults: ['untrusted-issuer'],
    build: (lab) => {
      const leaf = issue(LEAF, lab.intermediate);
      return { tls: serving(leaf, lab.intermediate), anchors: [leaf] };
    },
  },
  {
    id: "a root of the true root's name",
    faults: ['untrusted-issuer'],
    build: (lab) => {
      const mimic = issue(lab.root.spec, null);
      const middle = issue({ ...AUTHORITY, commonName: 'Lab Intermediate', organization: 'Lab' }, mimic);
      return { tls: serving(issue(LEAF, middle), middle, mimic) };
    },
  },
  {
    id: "self-signed with the true issuer's name",
    faults: ['self-signed'],
    build: (lab) => {
      const { commonName, organization } = lab.root.spec as { commonName: string; organization: string };
      return { tls: serving(issue({ ...LEAF, commonName, organization }, null)) };
    },
  },
  {
    id: 'cross-signed, only the expired old root known',
    faults: ['expired'],
    build: (lab) => {
      const old = issue({ ...AUTHORITY, commonName: 'Old Root', notBefore: -900, notAfter: -1 }, null);
      const cross = issue({ ...lab.root.spec, keyPair: lab.root.keys, notAfter: 1000 }, old);
      return { tls: serving(issue(LEAF, lab.intermediate), lab.intermediate, cross), anchors: [old] };
    },
  },
  {
    id: 'cross-signed, expired old root beside the new one',
    faults: [],
    build: (lab) => {
      const old = issue({ ...AUTHORITY, commonName: 'Old Root', notBefore: -900, notAfter: -1 }, null);
      const cross = issue({ ...lab.root.spec, keyPair: lab.root.keys, notAfter: 1000 }, old);
      return { tls: serving(issue(LEAF, lab.intermediate), lab.intermediate, cross), anchors: [old, lab.root] };
    },
  },
  {
    id: 'expired cross certificate sent, new root known',
    faults: [],
    build: (lab) => {
      const cross = issue({ ...lab.root.spec, keyPair: lab.root.keys, notBefore: -900, notAfter: -1 }, lab.unknownRoot);
      return { tls: serving(issue(LEAF, lab.intermediate), lab.intermediate, cross) };
    },
  },
  {
    id: 'expired intermediate sent before its renewal',
    faults: [],
    build: (lab) => {
      const expired = issue({ ...lab.intermediate.spec, keyPair: lab.intermediate.keys, notAfter: -1 }, lab.root);
      return { tls: serving(issue(LEAF, lab.intermediate), expired, lab.intermediate) };
    },
  },
  {
    id: 'expired intermediate sent after its renewal',
    faults: [],
    build: (lab) => {
      const expired = issue({ ...lab.intermediate.spec, keyPair: lab.intermediate.keys, notAfter: -1 }, lab.root);
      return { tls: serving(issue(LEAF, lab.intermediate), lab.intermediate, expired) };
    },
  },
  {
    id: 'intermediate of the unknown root before the good one',
    faults: ['untrusted-issuer'],
    build: (lab) => {
      const other = issue({ ...lab.intermediate.spec, keyPair: lab.intermediate.keys }, lab.unknownRoot);
      return { tls: serving(issue(LEAF, lab.intermediate), other, lab.intermediate) };
    },
  },
  {
    id: 'intermediate of the unknown root after the good one',
    faults: [],
    build: (lab) => {
      const other = issue({ ...lab.intermediate.spec, keyPair: lab.intermediate.keys }, lab.unknownRoot);
      return { tls: serving(issue(LEAF, lab.intermediate), lab.intermediate, other) };
    },
  },
  {
    id: 'issuer named in another case and string type',
    faults: [],
    build: (lab) => {
      const subject = Buffer.from(
        lab.intermediate.subject.toString('latin1').replace('Lab Intermediate', 'LAB INTERMEDIATE'),
        'latin1',
      );
      return { tls: serving(issue(LEAF, disguised(lab.intermediate, { subject })), lab.intermediate) };
    },
  },
  {
    id: 'authority key identifier of another key',
    faults: ['incomplete-chain'],
    build: (lab) => {
      const keyIdentifier = Buffer.alloc(20, 7);
      return { tls: serving(issue(LEAF, disguised(lab.intermediate, { keyIdentifier })), lab.intermediate) };
    },
  },
];

export const SIGNATURE_CASES: readonly ParityCase[] = [
  certificateCase('bad signature on the leaf', ['invalid'], { badSignature: true }),
  certificateCase('bad signature on the intermediate', ['invalid'], { authorities: [{ badSignature: true }] }),
  certificateCase('SHA-1 leaf', ['weak'], { digest: 'sha1', authorities: [{ key: 'rsa-2048' }] }),
  certificateCase('SHA-1 leaf, ECDSA', ['weak'], { digest: 'sha1' }),
  certificateCase('MD5 leaf', ['weak'], { digest: 'md5', authorities: [{ key: 'rsa-2048' }] }),
  certificateCase('SHA-384 leaf', [], { digest: 'sha384' }),
  certificateCase('SHA-1 intermediate', ['weak'], { authorities: [{ digest: 'sha1' }] }),
  certificateCase('RSA 1024 leaf', ['weak'], { key: 'rsa-1024' }),
  certificateCase('RSA 1536 leaf', ['weak'], { key: 'rsa-1536' }),
  certificateCase('RSA 2048 leaf', [], { key: 'rsa-2048' }),
  certificateCase('RSA 4096 leaf', [], { key: 'rsa-4096' }),
  certificateCase('RSA 1024 intermediate', ['weak'], { authorities: [{ key: 'rsa-1024' }] }),
  certificateCase('RSA-PSS leaf', [], { key: 'rsa-pss-2048' }),
  certificateCase('P-384 leaf', [], { key: 'ec-p384' }),
  certificateCase('P-521 leaf', [], { key: 'ec-p521' }),
  certificateCase('Ed25519 leaf', [], { key: 'ed25519' }),
  certificateCase('Ed25519 intermediate', [], { authorities: [{ key: 'ed25519' }] }),
  {
    id: 'RSA 1024 root',
    faults: ['weak'],
    build: () => {
      const root = issue({ ...AUTHORITY, commonName: 'Small Root', key: 'rsa-1024' }, null, 'small root');
      return { tls: serving(issue(LEAF, root)), anchors: [root] };
    },
  },
  {
    id: "SHA-1 in the root's own signature",
    faults: [],
    build: () => {
      const root = issue(
        { ...AUTHORITY, commonName: 'SHA-1 Root', key: 'rsa-2048', digest: 'sha1' },
        null,
        'sha1 root',
      );
      return { tls: serving(issue(LEAF, root)), anchors: [root] };
    },
  },
  {
    id: 'right key, altered dates',
    faults: ['invalid'],
    build: (lab) => ({
      tls: serving(withLaterEnd(issue({ ...LEAF, notAfter: -1 }, lab.intermediate)), lab.intermediate),
    }),
  },
];
