/** Several faults at once: each is named, none hides another. */
import { issue } from '../lab/certificate.ts';
import { certificateCase, type ParityCase, serving } from './case.ts';

const AUTHORITY = { authority: true, notAfter: 1825 } as const;

export const MIXED_CASES: readonly ParityCase[] = [
  certificateCase('expired, unknown root', ['untrusted-issuer', 'expired'], { notAfter: -1, root: 'unknown' }),
  certificateCase('expired, wrong name', ['hostname-mismatch', 'expired'], { notAfter: -1, names: ['other.test'] }),
  certificateCase('expired, self-signed', ['self-signed', 'expired'], { notAfter: -1, selfSigned: true }),
  certificateCase('expired, missing intermediate', ['incomplete-chain', 'expired'], { notAfter: -1, send: 'leaf' }),
  certificateCase('expired, RSA 1024', ['weak', 'expired'], { notAfter: -1, key: 'rsa-1024' }),
  certificateCase('expired, SHA-1', ['weak', 'expired'], { notAfter: -1, digest: 'sha1' }),
  certificateCase('expired, for clients', ['invalid', 'expired'], { notAfter: -1, extendedKeyUsage: ['clientAuth'] }),
  certificateCase('expired, bad signature', ['invalid', 'expired'], { notAfter: -1, badSignature: true }),
  certificateCase('expired, expired intermediate', ['expired'], { notAfter: -1, authorities: [{ notAfter: -1 }] }),
  certificateCase('expired, outside constraints', ['invalid', 'expired'], {
    notAfter: -1,
    authorities: [{ nameConstraints: { permitted: ['DNS:example.org'] } }],
  }),
  certificateCase('wrong name, unknown root', ['untrusted-issuer', 'hostname-mismatch'], {
    names: ['other.test'],
    root: 'unknown',
  }),
  certificateCase('wrong name, self-signed', ['self-signed', 'hostname-mismatch'], {
    names: ['other.test'],
    selfSigned: true,
  }),
  certificateCase('wrong name, not yet valid', ['hostname-mismatch', 'not-yet-valid'], {
    names: ['other.test'],
    notBefore: 1,
  }),
  certificateCase('unknown root, RSA 1024', ['untrusted-issuer', 'weak'], { root: 'unknown', key: 'rsa-1024' }),
  certificateCase('expired, wrong name, unknown root', ['untrusted-issuer', 'hostname-mismatch', 'expired'], {
    notAfter: -1,
    names: ['other.test'],
    root: 'unknown',
  }),
  certificateCase('expired, wrong name, SHA-1', ['weak', 'hostname-mismatch', 'expired'], {
    notAfter: -1,
    names: ['other.test'],
    digest: 'sha1',
  }),
  certificateCase(
    'expired, wrong name, for clients, self-signed',
    ['self-signed', 'invalid', 'hostname-mismatch', 'expired'],
    {
      notAfter: -1,
      names: ['other.test'],
      extendedKeyUsage: ['clientAuth'],
      selfSigned: true,
    },
  ),
  {
    id: 'expired under an expired and unknown intermediate',
    faults: ['untrusted-issuer', 'expired'],
    build: (lab) => {
      const middle = issue(
        { ...AUTHORITY, commonName: 'Lab Intermediate', organization: 'Lab', notAfter: -1 },
        lab.unknownRoot,
      );
      return { tls: serving(issue({ names: ['localhost'], notAfter: -1 }, middle), middle) };
    },
  },
  {
    id: "expired, self-signed with the true issuer's name",
    faults: ['self-signed', 'expired'],
    build: (lab) => {
      const { commonName, organization } = lab.root.spec as { commonName: string; organization: string };
      return { tls: serving(issue({ names: ['localhost'], notAfter: -1, commonName, organization }, null)) };
    },
  },
];
