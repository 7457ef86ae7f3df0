/** All wrong inputs are told at once, with what is allowed and the nearest word; no secret is quoted. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readInputs } from '../../../src/plan/read-inputs.ts';

function read(given: Record<string, string>) {
  return readInputs((name) => given[name], '/workspace');
}

function inputsOf(given: Record<string, string>) {
  const result = read(given);
  assert.ok(result.ok, JSON.stringify(result));
  return result.inputs;
}

function problemsOf(given: Record<string, string>) {
  const result = read(given);
  assert.ok(!result.ok);
  return result.problems;
}

describe('right inputs', () => {
  test('nothing given is the public catalogue under the strictest policy', () => {
    const inputs = inputsOf({});
    assert.equal(inputs.policy, 'verified');
    assert.ok(inputs.mirrors.some((mirror) => mirror.name === 'pypi'));
    assert.ok(inputs.mirrors.some((mirror) => mirror.name === 'tuna'));
    assert.ok(!inputs.mirrors.some((mirror) => mirror.name === 'cernet'), 'a redirector is asked only when named');
    assert.equal(inputs.timeoutMs, 5000);
    assert.deepEqual(inputs.warnDays, [7, 3, 1]);
    assert.deepEqual(inputs.installers, ['pip']);
  });

  test('an expression that came out empty means the default', () => {
    assert.equal(inputsOf({ timeout: '', confirm: ' ', policy: '' }).confirm, true);
  });

  test('a mirror is a catalogue name, a URL or name=URL, in the order given', () => {
    const inputs = inputsOf({
      mirrors: 'https://One.example:443/simple\n# a comment\n\n  two=https://u:p%40ss@two.example/root/pypi/+simple/  ',
    });
    assert.deepEqual(
      inputs.mirrors.map(({ name, indexUrl, credentials, order }) => ({ name, indexUrl, credentials, order })),
      [
        { name: 'one.example', indexUrl: 'https://one.example/simple/', credentials: null, order: 0 },
        {
          name: 'two',
          indexUrl: 'https://two.example/root/pypi/+simple/',
          credentials: { username: 'u', password: 'p@ss' },
          order: 1,
        },
      ],
    );
  });

  test('a public mirror by URL is known by its catalogue name and operator', () => {
    const [first] = inputsOf({ mirrors: 'https://mirrors.bfsu.edu.cn/pypi/web/simple' }).mirrors;
    assert.equal(first?.name, 'bfsu');
    assert.equal(first?.operator, 'tuna');
  });

  test('pypi joins a list that names public mirrors, and only such a list', () => {
    assert.deepEqual(
      inputsOf({ mirrors: 'tuna\naliyun' }).mirrors.map((mirror) => mirror.name),
      ['tuna', 'aliyun', 'pypi'],
    );
    assert.deepEqual(
      inputsOf({ mirrors: 'https://nexus.corp/simple/' }).mirrors.map((mirror) => mirror.name),
      ['nexus.corp'],
    );
  });

  test('one index under two addresses is asked once', () => {
    const inputs = inputsOf({ mirrors: 'https://a.test/simple\nhttps://A.test:443/simple/\nhttps://b.test/simple/' });
    assert.deepEqual(
      inputs.mirrors.map((mirror) => mirror.name),
      ['a.test', 'b.test'],
    );
  });

  test('trusted hosts are hosts with or without a port', () => {
    assert.deepEqual(inputsOf({ 'trusted-hosts': 'Mirror.corp, other:8443\n[::1]:9' }).trustedHosts, [
      { host: 'mirror.corp', port: null },
      { host: 'other', port: 8443 },
      { host: '::1', port: 9 },
    ]);
  });

  test('alert channels take their secrets, and whether they must arrive', () => {
    const inputs = inputsOf({
      alerts:
        'dingtalk=https://oapi.example/robot?t=1\ndingtalk-secret=SEC\nslack=https://s.example/x\nslack-required=true',
    });
    assert.deepEqual(inputs.alerts, [
      { channel: 'dingtalk', url: 'https://oapi.example/robot?t=1', secret: 'SEC', required: false },
      { channel: 'slack', url: 'https://s.example/x', secret: null, required: true },
    ]);
  });

  test('paths are of the workspace', () => {
    assert.equal(inputsOf({ 'report-file': 'out/report.json' }).reportFile, '/workspace/out/report.json');
  });
});

describe('wrong inputs', () => {
  test('all of them at once, each with the nearest right value', () => {
    const problems = problemsOf({
      mirrors: 'tunna\nhtp://mirror.test/simple\nhttps://mirror.test/a b\nmirror.test/simple',
      policy: 'verifed',
      timeout: '-3',
      confirm: 'yes',
      cache: 'readonly',
      language: 'zh',
      installers: 'pip poerty',
    });
    const seen = problems.map(({ input, kind, nearest }) => [input, kind, nearest]);
    assert.deepEqual(seen, [
      ['policy', 'unknown-word', 'verified'],
      ['mirrors', 'unknown-word', 'tuna'],
      ['mirrors', 'wrong-scheme', 'https://mirror.test/simple'],
      ['mirrors', 'white-space', 'https://mirror.test/ab'],
      ['mirrors', 'not-a-url', 'https://mirror.test/simple'],
      ['installers', 'unknown-word', 'poetry'],
      ['confirm', 'unknown-word', 'true'],
      ['timeout', 'out-of-range', '3'],
      ['cache', 'unknown-word', 'read-only'],
      ['language', 'unknown-word', 'zh-CN'],
    ]);
  });

  test('credentials of a wrong URL are not in the problem', () => {
    const problems = problemsOf({
      mirrors: 'htp://user:hunter2@mirror.test/simple',
      fallback: 'user:hunter2@x.test/y',
    });
    assert.ok(!JSON.stringify(problems).includes('hunter2'), JSON.stringify(problems));
  });

  test('the secret of a wrong alert line is not in the problem', () => {
    const problems = problemsOf({
      alerts: 'wecom=not a url?key=hunter2\nteams=https://x/hunter2\nfeishu-secret=hunter2',
    });
    assert.equal(problems.length, 3);
    assert.ok(!JSON.stringify(problems).includes('hunter2'), JSON.stringify(problems));
  });

  test('a retired host is refused with its replacement', () => {
    const [problem] = problemsOf({ mirrors: 'https://pypi.douban.com/simple/' });
    assert.equal(problem?.kind, 'retired');
    assert.equal(problem?.nearest, 'tencent');
  });

  test('policy internal takes no public mirror and needs one of its own', () => {
    assert.equal(problemsOf({ policy: 'internal', mirrors: 'tuna' })[0]?.kind, 'public');
    assert.equal(problemsOf({ policy: 'internal', mirrors: 'https://pypi.org/simple' })[0]?.kind, 'public');
    assert.equal(problemsOf({ policy: 'internal' })[0]?.kind, 'missing');
    assert.equal(problemsOf({ policy: 'internal', mirrors: 'https://n/simple', fallback: 'pypi' })[0]?.kind, 'public');
  });

  test('offline and download need a wheelhouse, and not each other', () => {
    assert.equal(problemsOf({ policy: 'offline' })[0]?.input, 'wheelhouse');
    assert.equal(problemsOf({ mode: 'download' })[0]?.input, 'wheelhouse');
    assert.equal(problemsOf({ mode: 'download', policy: 'offline', wheelhouse: 'w' })[0]?.kind, 'conflict');
  });

  test('a trusted host is no URL, no wildcard and no port out of range', () => {
    const problems = problemsOf({ 'trusted-hosts': 'https://mirror.test/simple *.corp host:70000' });
    assert.deepEqual(
      problems.map((problem) => [problem.value, problem.nearest]),
      [
        ['https://mirror.test/simple', 'mirror.test'],
        ['*.corp', null],
        ['host:70000', 'host:70000'],
      ],
    );
  });

  test('a CA bundle is a PEM file that exists', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ca-')), 'ca.pem');
    writeFileSync(file, 'not a certificate');
    assert.equal(problemsOf({ 'ca-bundle': file })[0]?.kind, 'malformed');
    assert.equal(problemsOf({ 'ca-bundle': '/no/such/file.pem' })[0]?.kind, 'not-found');
  });
});
