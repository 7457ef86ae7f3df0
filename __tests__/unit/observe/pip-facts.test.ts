/** Protects: which pips verify with truststore, and how pip's settings are read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLine, readConfig, usesTruststore } from '../../../src/observe/pip-facts.ts';
import { fallbackUserAgent, looksLikeCi } from '../../../src/observe/user-agent.ts';

test('truststore by default from 24.2, on demand from 22.2, never against the wish or where it is missing', () => {
  const cases: readonly [string, boolean, readonly string[], boolean][] = [
    ['24.2', true, [], true],
    ['26.2.1', true, [], true],
    ['25.0.dev0', true, [], true],
    ['24.1.2', true, [], false],
    ['24.1.2', true, ['truststore'], true],
    ['22.2', true, ['truststore'], true],
    ['22.1.2', true, ['truststore'], false],
    ['26.2.1', true, ['legacy-certs'], false],
    ['26.2.1', false, [], false],
  ];
  for (const [version, available, features, expected] of cases) {
    assert.equal(usesTruststore(version, available, features), expected, `${version} ${features}`);
  }
});

test('lists are split at any white space, switches read as pip reads them, unset is null', () => {
  const config = readConfig(
    { 'trusted-host': ' a\n b\t', 'no-index': 'TRUE', 'require-hashes': '0', 'use-deprecated': 'legacy-certs' },
    ['/etc/pip.conf'],
  );
  assert.deepEqual(config.trustedHosts, ['a', 'b']);
  assert.equal(config.noIndex, true);
  assert.equal(config.requireHashes, false);
  assert.deepEqual(config.features, ['legacy-certs']);
  assert.equal(config.indexUrl, null);
  assert.equal(readConfig({ 'pypi-url': 'https://x/' }, []).indexUrl, 'https://x/');
});

test('only marked lines with an object count', () => {
  assert.deepEqual(parseLine('@@pip-mirror-select@@ rest {"a": "b c"}'), { word: 'rest', facts: { a: 'b c' } });
  for (const noise of [
    '',
    '{}',
    '@@pip-mirror-select@@',
    '@@pip-mirror-select@@ rest [',
    '@@pip-mirror-select@@ rest 1',
  ]) {
    assert.equal(parseLine(noise), null, noise);
  }
});

test("without pip the User-Agent has the newest pip's shape", () => {
  const agent = fallbackUserAgent({ platform: 'linux', arch: 'x64', release: '6.1', ci: true });
  const found = /^pip\/(\d+\.\d+\S*) (\{.*\})$/.exec(agent);
  assert.ok(found !== null);
  const data = JSON.parse(found[2] ?? '');
  assert.deepEqual(Object.keys(data), Object.keys(data).sort());
  assert.equal(data.installer.version, found[1]);
  assert.deepEqual([data.ci, data.cpu, data.system.name], [true, 'x86_64', 'Linux']);
  assert.equal(looksLikeCi({ CI: '' }), true);
  assert.equal(looksLikeCi({}), false);
});
