/** What the certificate verdict says beside the faults: parity with pip is tested in e2e/certificate-parity. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeCertificate } from '../../../src/judge/certificate.ts';
import type { Failure } from '../../../src/model/observation.ts';
import { rulesOf } from '../../../src/observe/trust-rules.ts';
import { Authorities } from '../../lab/authority.ts';
import { issue } from '../../lab/certificate.ts';
import { connectionOf, judge, NOW, trustIn } from './judged.ts';

const lab = new Authorities();
const trust = trustIn([lab.root]);
const DAY = 86_400_000;

const leaf = (spec: Parameters<typeof issue>[0] = {}) => issue({ names: ['localhost'], ...spec }, lab.intermediate);

describe('two verdicts that disagree', () => {
  test('OpenSSL refuses what the walk accepts: refused, and said so', () => {
    const verdict = judge([leaf(), lab.intermediate], trust, { opensslError: 'CERT_REJECTED' });
    assert.deepEqual([verdict.status, verdict.faults, verdict.disagreement], ['invalid', ['invalid'], true]);
  });
  test('OpenSSL finds no way to an anchor where the walk does: the fault says which', () => {
    const verdict = judge([leaf(), lab.intermediate], trust, { opensslError: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' });
    assert.deepEqual([verdict.faults, verdict.disagreement], [['untrusted-issuer'], true]);
  });
  test('OpenSSL accepts what the walk refuses: refused, and said so', () => {
    const verdict = judge([leaf(), lab.intermediate], trustIn([lab.unknownRoot]));
    assert.deepEqual([verdict.faults, verdict.disagreement], [['untrusted-issuer'], true]);
  });
  test('the same fault under two names is no disagreement', () => {
    const verdict = judge([leaf({ digest: 'sha1' }), lab.intermediate], trust, { opensslError: 'UNSPECIFIED' });
    assert.deepEqual([verdict.faults, verdict.disagreement], [['weak'], false]);
  });
  test('an expired certificate is not tolerated when OpenSSL speaks of something else', () => {
    const verdict = judge([leaf({ notAfter: -1 }), lab.intermediate], trust, {
      opensslError: 'CERT_SIGNATURE_FAILURE',
    });
    assert.deepEqual([verdict.disagreement, verdict.onlyExpired], [true, false]);
  });
});

describe('the lifetime', () => {
  test('the soonest end of the whole chain counts', () => {
    const soon = issue({ commonName: 'Soon', authority: true, notBefore: -400, notAfter: 2 }, lab.root);
    const verdict = judge([issue({ names: ['localhost'], notAfter: 60 }, soon), soon], trust);
    assert.equal(Math.round(verdict.daysLeft * 10) / 10, 2);
    assert.equal(verdict.status, 'expiring');
  });
  test('the end of the anchor counts, as it does for pip', () => {
    const root = issue({ commonName: 'Root', authority: true, notBefore: -400, notAfter: 1.5 }, null);
    assert.equal(judge([issue({ names: ['localhost'] }, root)], trustIn([root])).status, 'expiring');
  });
  test('an end that is far away is no warning, one within the largest threshold is', () => {
    assert.equal(judge([leaf({ notAfter: 8 }), lab.intermediate], trust).status, 'valid');
    assert.equal(judge([leaf({ notAfter: 6.9 }), lab.intermediate], trust).status, 'expiring');
  });
  test('a six-day certificate does not warn all its life', () => {
    assert.equal(judge([leaf({ notBefore: -1, notAfter: 5 }), lab.intermediate], trust).status, 'valid');
    assert.equal(judge([leaf({ notBefore: -4.5, notAfter: 1.5 }), lab.intermediate], trust).status, 'expiring');
  });
  test('the second of the end is over, the one before is not', () => {
    const one = leaf({ notAfter: 1 });
    const at = (now: number) => judge([one, lab.intermediate], trust, { now }).faults;
    assert.deepEqual(at(one.notAfter - 1), []);
    assert.deepEqual(at(one.notAfter), ['expired']);
    assert.deepEqual(at(one.notBefore), []);
    assert.deepEqual(at(one.notBefore - 1), ['not-yet-valid']);
  });
  test('days left are negative once it has passed', () => {
    assert.equal(Math.round(judge([leaf({ notAfter: -3 }), lab.intermediate], trust).daysLeft), -3);
  });
});

describe('onlyExpired', () => {
  test('holds for the end of the leaf alone, whatever OpenSSL’s clock says', () => {
    for (const opensslError of ['CERT_HAS_EXPIRED', null]) {
      assert.equal(judge([leaf({ notAfter: -1 }), lab.intermediate], trust, { opensslError }).onlyExpired, true);
    }
  });
  test('does not hold for an intermediate’s end', () => {
    const middle = issue({ commonName: 'Middle', authority: true, notAfter: -1 }, lab.root);
    const chain = [issue({ names: ['localhost'] }, middle), middle];
    assert.equal(judge(chain, trust, { opensslError: 'CERT_HAS_EXPIRED' }).onlyExpired, false);
  });
  test('does not hold when the chain was not whole at the moment before', () => {
    const later = issue({ ...lab.intermediate.spec, keyPair: lab.intermediate.keys, notBefore: -0.5 }, lab.root);
    const chain = [leaf({ notAfter: -1 }), later];
    assert.equal(judge(chain, trust, { opensslError: 'CERT_HAS_EXPIRED' }).onlyExpired, false);
  });
});

describe('each certificate of the chain', () => {
  test('carries its own faults, and the anchor ends the list', () => {
    const middle = issue({ commonName: 'Middle', authority: true, notAfter: -1 }, lab.root);
    const chain = [issue({ names: ['other.test'] }, middle), middle];
    const verdict = judge(chain, trust, { opensslError: 'CERT_HAS_EXPIRED' });
    assert.deepEqual(
      verdict.chain.map(({ subject, faults }) => [subject, faults]),
      [
        ['CN=other.test', ['hostname-mismatch']],
        ['CN=Middle', ['expired']],
        ['CN=Lab Root,O=Lab', []],
      ],
    );
    assert.deepEqual(verdict.faults, ['hostname-mismatch', 'expired']);
  });
  test('names, key and fingerprint are the leaf’s', () => {
    const one = issue(
      { names: ['localhost', '192.0.2.7', '2001:db8::1', 'URI:https://x/'], key: 'rsa-2048' },
      lab.intermediate,
    );
    const verdict = judge([one, lab.intermediate], trust);
    assert.deepEqual(verdict.names, ['localhost', '192.0.2.7', '2001:db8:0:0:0:0:0:1']);
    assert.equal(verdict.key, 'RSA 2048');
    assert.equal(verdict.fingerprint256, one.fingerprint256);
  });
});

describe('text of a peer', () => {
  test('is cut to a sane length', () => {
    const huge = 'x'.repeat(65_536);
    const one = issue({ commonName: huge, organization: huge, names: ['localhost', huge] }, lab.intermediate);
    const verdict = judge([one, lab.intermediate], trust);
    assert.ok(verdict.subject.length <= 512);
    assert.ok(verdict.names.every((name) => name.length <= 253));
  });
  test('lists at most 200 names', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `n${n}.test`);
    assert.equal(judge([issue({ names }, lab.intermediate), lab.intermediate], trust).names.length, 200);
  });
  test('cannot forge a second part of a name', () => {
    const one = issue({ commonName: 'a,O=Bank', names: ['localhost'] }, lab.intermediate);
    assert.equal(judge([one, lab.intermediate], trust).subject, 'CN=a\\,O=Bank');
  });
});

describe('where no certificate was seen', () => {
  const failure = (code: Failure['code'], phase: Failure['phase']): Failure => ({ code, phase, detail: '' });
  const of = (what: Failure | null, scheme: 'https' | 'http' = 'https') =>
    judgeCertificate(connectionOf([], {}, { scheme, tls: null, failure: what }), trust, NOW, [7]);
  test('plain http has none', () => assert.equal(of(null, 'http')?.status, 'none'));
  test('a handshake that failed is a fault', () => {
    assert.equal(of(failure('handshake-failed', 'tls'))?.status, 'handshake-failed');
    assert.equal(of(failure('connection-reset', 'tls'))?.status, 'handshake-failed');
  });
  test('a time-out, a refusal or an unknown name is no word on certificates', () => {
    assert.equal(of(failure('timeout', 'tls')), null);
    assert.equal(of(failure('connection-refused', 'connect')), null);
    assert.equal(of(failure('dns-failure', 'resolve')), null);
  });
  test('bytes that are no certificate are invalid, and nothing throws', () => {
    const verdict = judgeCertificate(connectionOf([Buffer.from('30 not DER')]), trust, NOW, [7]);
    assert.deepEqual(verdict?.faults, ['invalid']);
  });
});

test('pip 24.2 to 26.0 cannot use an address, whatever its certificate', () => {
  const rules = rulesOf({ truststore: true, python: '3.12.1', urllib3: '1.26.20' });
  const one = issue({ names: ['127.0.0.1'] }, lab.intermediate);
  const facts = connectionOf([one.der, lab.intermediate.der], {}, { host: '127.0.0.1' });
  assert.deepEqual(judgeCertificate(facts, trustIn([lab.root], rules), NOW, [7])?.faults, ['invalid']);
  assert.deepEqual(judgeCertificate(facts, trust, NOW, [7])?.faults, []);
});

test('a thousand peers under one trust read its anchors once', () => {
  let reads = 0;
  const counted = {
    ...trust,
    get anchors() {
      reads++;
      return trust.anchors;
    },
  };
  const one = leaf({ notAfter: 30 });
  for (let peer = 0; peer < 1000; peer++) judge([one, lab.intermediate], counted, { now: NOW + (peer * DAY) / 1000 });
  assert.equal(reads, 1);
});
