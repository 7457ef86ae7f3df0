/** `allow-expired` must not be talked into trusting a forgery: whatever is wrong beside the end, it is refused. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toleratedUntil } from '../../../src/judge/expired-tolerance.ts';
import type { CertificateVerdict, Verdict } from '../../../src/model/verdict.ts';
import { Authorities } from '../../lab/authority.ts';
import { type Issued, issue, toPem } from '../../lab/certificate.ts';
import { disguised } from '../../parity/case.ts';
import { withLaterEnd } from '../../parity/chain-cases.ts';
import { judge, NOW, trustIn } from './judged.ts';

const lab = new Authorities();
const trust = trustIn([lab.root]);
const CA = { authority: true, notAfter: 1825 } as const;
const LAB_INTERMEDIATE = { commonName: 'Lab Intermediate', organization: 'Lab' } as const;
const ENDED = { names: ['localhost'], notAfter: -1 } as const;

/** What Node says of most of these: the last error of the chain, which hides the others. */
const masked = (chain: readonly Pick<Issued, 'der'>[]) => judge(chain, trust, { opensslError: 'CERT_HAS_EXPIRED' });

function tolerated(certificate: CertificateVerdict): number | null {
  const verdict = {
    certificate,
    hosts: [{ host: 'localhost', port: 443, role: 'index', certificate }],
    reasons: certificate.faults.map((fault) => `certificate-${fault}`),
  };
  return toleratedUntil(verdict as unknown as Verdict, 7, NOW);
}

test('the honest expired certificate is tolerated: the others fail for their own reason', () => {
  assert.notEqual(tolerated(masked([issue(ENDED, lab.intermediate), lab.intermediate])), null);
});

const forgeries: Readonly<Record<string, () => readonly Pick<Issued, 'der'>[]>> = {
  'expired, unknown root': () => {
    const middle = issue({ ...CA, ...LAB_INTERMEDIATE }, lab.unknownRoot);
    return [issue(ENDED, middle), middle, lab.unknownRoot];
  },
  'expired, wrong name': () => [issue({ ...ENDED, names: ['other.test'] }, lab.intermediate), lab.intermediate],
  'expired, self-signed with the true issuer’s name copied': () => [
    issue({ ...ENDED, ...LAB_INTERMEDIATE }, null),
    lab.intermediate,
  ],
  'expired, self-made issuer with the true issuer’s name and key identifier': () => {
    const mimic = issue({ ...CA, ...LAB_INTERMEDIATE }, lab.root);
    const stolen = disguised(mimic, { keyIdentifier: lab.intermediate.keyIdentifier });
    return [issue(ENDED, stolen), lab.intermediate];
  },
  'expired leaf under an expired and unknown intermediate': () => {
    const middle = issue({ ...CA, ...LAB_INTERMEDIATE, notAfter: -1 }, lab.unknownRoot);
    return [issue(ENDED, middle), middle];
  },
  'expired leaf under an expired intermediate of the true root': () => {
    const middle = issue({ ...CA, commonName: 'Old', notAfter: -1 }, lab.root);
    return [issue(ENDED, middle), middle];
  },
  'right key but altered dates: the end moved into the grace': () => [
    withLaterEnd(issue({ ...ENDED, notAfter: -91 }, lab.intermediate)),
    lab.intermediate,
  ],
  'expired, a root of the true root’s name sent along': () => {
    const root = issue(lab.root.spec, null);
    const middle = issue({ ...CA, ...LAB_INTERMEDIATE }, root);
    return [issue(ENDED, middle), middle, root];
  },
  'expired, issued by another leaf of the true issuer': () => {
    const other = issue({ names: ['evil.test'] }, lab.intermediate);
    return [issue(ENDED, other), other, lab.intermediate];
  },
  'expired, issued by a leaf that calls itself an authority without one’s signature': () => {
    const other = issue({ ...CA, commonName: 'Lab Intermediate', organization: 'Lab', badSignature: true }, lab.root);
    return [issue(ENDED, other), other];
  },
  'expired, weak signature': () => [issue({ ...ENDED, digest: 'sha1' }, lab.intermediate), lab.intermediate],
  'expired, weak key': () => [issue({ ...ENDED, key: 'rsa-1024' }, lab.intermediate), lab.intermediate],
  'expired, for clients': () => [
    issue({ ...ENDED, extendedKeyUsage: ['clientAuth'] }, lab.intermediate),
    lab.intermediate,
  ],
  'expired, outside the issuer’s constraints': () => {
    const middle = issue({ ...CA, commonName: 'Bound', nameConstraints: { permitted: ['DNS:example.org'] } }, lab.root);
    return [issue(ENDED, middle), middle];
  },
  'expired, missing intermediate': () => [issue(ENDED, lab.intermediate)],
};

describe('refused under allow-expired', () => {
  for (const [what, chain] of Object.entries(forgeries)) {
    test(what, () => {
      const certificate = masked(chain());
      assert.equal(certificate.onlyExpired, false);
      assert.notEqual(certificate.faults.length, 0);
      assert.equal(tolerated(certificate), null);
    });
  }
});

describe('any byte of an honest expired chain changed', () => {
  const leaf = issue(ENDED, lab.intermediate);
  const changed = (one: Issued, at: number, bit: number): Issued => {
    const der = Buffer.from(one.der);
    const place = at % der.length;
    der[place] = (der[place] ?? 0) ^ (1 << bit);
    return { ...one, der, pem: toPem(der) };
  };
  const anywhere = fc.tuple(fc.nat({ max: 4095 }), fc.nat({ max: 7 }));
  test('in the leaf: never tolerated, never accepted, nothing throws', () => {
    fc.assert(
      fc.property(anywhere, ([at, bit]) => {
        const verdict = masked([changed(leaf, at, bit), lab.intermediate]);
        assert.equal(verdict.onlyExpired, false);
        assert.notEqual(verdict.faults.length, 0);
      }),
      { numRuns: 400 },
    );
  });
  test('in the intermediate: never tolerated', () => {
    fc.assert(
      fc.property(anywhere, ([at, bit]) => {
        assert.equal(masked([leaf, changed(lab.intermediate, at, bit)]).onlyExpired, false);
      }),
      { numRuns: 400 },
    );
  });
});
