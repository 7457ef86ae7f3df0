/** Outputs say what was exported, as later steps and Docker need it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { OUTPUT_NAMES } from '../../../src/model/outputs.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import { badCertificate, candidate, certificate, decision, healthy, host, outcome, silent } from './outcome-builder.ts';

const secret = { username: 'me@corp', password: 'p/w d' };

test('every output of the contract is there, and the ones that do not apply are empty', () => {
  const outputs = outputsOf(outcome([]));
  assert.deepEqual(Object.keys(outputs).sort(), [...OUTPUT_NAMES].sort());
  assert.deepEqual(
    Object.entries(outputs).filter(([, value]) => value !== ''),
    [
      ['usable', '0'],
      ['expiring', '0'],
      ['cache-hit', 'false'],
    ],
  );
});

test('the decision as outputs', () => {
  const outputs = outputsOf(outcome([healthy('aliyun'), healthy('pypi'), silent('gone')]), '/tmp/report.json');
  assert.equal(outputs.mirror, 'aliyun');
  assert.equal(outputs['index-url'], 'https://aliyun.example.org/simple/');
  assert.equal(outputs['pip-args'], '--index-url https://aliyun.example.org/simple/');
  assert.equal(outputs['docker-build-args'], '--build-arg PIP_INDEX_URL=https://aliyun.example.org/simple/');
  assert.equal(outputs.usable, '2');
  assert.equal(outputs.report, '/tmp/report.json');
});

test('the order of the indexes is the exported one: files come from the last', () => {
  const aliyun = candidate('aliyun');
  const run = outcome([healthy('aliyun')], {
    decision: decision(aliyun, { fallback: candidate('pypi'), extraIndexes: [candidate('private')] }),
    variables: {
      PIP_INDEX_URL: 'https://pypi.example.org/simple/',
      PIP_EXTRA_INDEX_URL: 'https://private.example.org/simple/ https://aliyun.example.org/simple/',
    },
  });
  const expected =
    '--index-url https://pypi.example.org/simple/ --extra-index-url https://private.example.org/simple/ --extra-index-url https://aliyun.example.org/simple/';
  assert.equal(outputsOf(run)['pip-args'], expected);
  assert.equal(outputsOf({ ...run, variables: {} })['pip-args'], expected);
  assert.equal(outputsOf(run).mirror, 'aliyun');
});

test('an index with credentials works as exported, and build arguments never hold them', () => {
  const own = candidate('own', { credentials: secret });
  const run = outcome([healthy('own')], {
    decision: decision(own),
    variables: {
      PIP_INDEX_URL: 'https://***@own.example.org/simple/',
      UV_DEFAULT_INDEX: 'https://own.example.org/simple/',
    },
  });
  const url = 'https://me%40corp:p%2Fw%20d@own.example.org/simple/';
  assert.equal(outputsOf(run)['index-url'], url);
  assert.equal(outputsOf(run)['pip-args'], `--index-url ${url}`);
  assert.equal(
    outputsOf(run)['docker-build-args'],
    '--build-arg PIP_INDEX_URL=https://own.example.org/simple/ --build-arg UV_DEFAULT_INDEX=https://own.example.org/simple/',
  );
});

test('credentials go to their own index alone', () => {
  const run = outcome([healthy('own')], {
    decision: decision(candidate('own', { credentials: secret })),
    variables: {
      PIP_INDEX_URL: 'https://own.example.org/simple/',
      PIP_EXTRA_INDEX_URL: 'https://other.example.org/simple/',
    },
  });
  assert.equal(outputsOf(run)['extra-index-url'], 'https://other.example.org/simple/');
});

test('a shell hands pip exactly the options, whatever is in the values', () => {
  const variables = {
    PIP_NO_INDEX: '1',
    PIP_FIND_LINKS: "/wheel house/it's $(id) `id` \\ *",
    PIP_CERT: '/certs/ca;rm -rf.pem',
    PIP_REQUIRE_HASHES: '1',
  };
  const run = outcome([healthy('a')], { decision: decision(candidate('a'), { why: { code: 'offline' } }), variables });
  const script = `printf '%s\\n' ${outputsOf(run)['pip-args']}`;
  const seen = execFileSync('sh', ['-c', script], { env: { PATH: process.env.PATH ?? '' }, encoding: 'utf8' });
  assert.deepEqual(seen.trimEnd().split('\n'), [
    '--no-index',
    '--find-links',
    variables.PIP_FIND_LINKS,
    '--cert',
    variables.PIP_CERT,
    '--require-hashes',
  ]);
});

test('paths of this machine are no build arguments', () => {
  const run = outcome([healthy('a')], {
    variables: { PIP_CERT: '/ca.pem', PIP_CACHE_DIR: '/c', PIP_TRUSTED_HOST: 'h k:1' },
  });
  assert.equal(outputsOf(run)['docker-build-args'], "--build-arg 'PIP_TRUSTED_HOST=h k:1'");
});

test('settings that were kept are not presented as a choice', () => {
  const run = outcome([silent('a')], { decision: decision(candidate('a'), { why: { code: 'kept', usable: 0 } }) });
  const outputs = outputsOf(run);
  assert.deepEqual([outputs.mirror, outputs['index-url'], outputs['pip-args']], ['', '', '']);
});

test('expiring counts mirrors within the largest threshold or worse, by any host on the way', () => {
  const run = outcome([
    healthy('fine', 60),
    healthy('soon', 6.9),
    badCertificate('wrong', ['hostname-mismatch'], 60),
    healthy('split', 60, { hosts: [host('files', certificate(2))] }),
    silent('gone'),
    healthy('plain', 60, { certificate: certificate(60, ['none'], { fingerprint256: '' }), hosts: [] }),
  ]);
  assert.equal(outputsOf(run).expiring, '3');
});

test('days left are whole and negative exactly when a certificate has ended', () => {
  const days = (...left: number[]) => outputsOf(outcome(left.map((one, i) => healthy(`m${i}`, one))))['min-days-left'];
  assert.equal(days(60.9, 12.3), '12');
  assert.equal(days(0.4), '0');
  assert.equal(days(60, -0.1), '-1');
  assert.equal(outputsOf(outcome([silent('gone')]))['min-days-left'], '');
});

test('cache-hit is true for the exact key alone', () => {
  const cache = { hit: false, primaryKey: 'k-1', matchedKey: 'k-0', dir: '/c' };
  assert.equal(outputsOf(outcome([], { cache }))['cache-hit'], 'false');
  const hit = outputsOf(outcome([], { cache: { ...cache, hit: true, matchedKey: 'k-1' } }));
  assert.deepEqual([hit['cache-hit'], hit['cache-primary-key'], hit['cache-dir']], ['true', 'k-1', '/c']);
});
