/** Which pip verifies by which rules: each row was measured with `npm run parity`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atLeast, rulesOf } from '../../../src/observe/trust-rules.ts';

const rules = (python: string, urllib3: string, truststore: boolean) => {
  const { names, commonName, strict, partialChain, ipLiterals, alpn } = rulesOf({ python, urllib3, truststore });
  return [names, commonName, strict, partialChain, ipLiterals, alpn];
};

test('truststore: OpenSSL’s names; addresses only from urllib3 2 on', () => {
  assert.deepEqual(rules('3.13.0', '1.26.20', true), [
    'openssl',
    'without-dns-names',
    false,
    false,
    'unsupported',
    true,
  ]);
  assert.deepEqual(rules('3.11.7', '2.8.0', true), ['openssl', 'without-dns-names', false, false, 'checked', true]);
});

test('certifi with urllib3 2: no common names; strict from Python 3.13 on', () => {
  assert.deepEqual(rules('3.13.0', '2.8.0', false), ['openssl', 'never', true, true, 'checked', true]);
  assert.deepEqual(rules('3.12.1', '2.8.0', false), ['openssl', 'never', false, false, 'checked', true]);
});

test('certifi with urllib3 1: its own matcher, or Python’s where it was thought good enough', () => {
  assert.equal(rules('3.11.7', '1.26.16', false)[0], 'urllib3');
  assert.equal(rules('3.8.18', '1.26.12', false)[0], 'urllib3');
  assert.equal(rules('3.9.18', '1.26.7', false)[0], 'python');
  assert.equal(rules('3.11.7', '1.26.7', false)[0], 'urllib3');
  assert.equal(rules('3.11.7', '1.26.2', false)[0], 'python');
  assert.equal(rules('3.8.18', '1.25.7', false)[0], 'python');
  assert.equal(rules('3.6.15', '1.25.7', false)[0], 'urllib3');
});

test('ALPN is offered from urllib3 1.26 on', () => {
  assert.equal(rules('3.8.18', '1.25.7', false).at(-1), false);
  assert.equal(rules('3.8.18', '1.26.2', false).at(-1), true);
});

test('without pip the newest one’s rules hold', () => {
  assert.deepEqual(rulesOf(null), rulesOf({ python: '3.13.0', urllib3: '2.8.0', truststore: true }));
});

test('versions are compared by number', () => {
  assert.deepEqual(
    [atLeast('24.10', 24, 2), atLeast('24.2.dev0', 24, 2), atLeast('24.1.2', 24, 2), atLeast('3.13.0rc1', 3, 13)],
    [true, true, false, true],
  );
});
