/** The audit as a step: sixty hosts in every state, right in every form that people and machines read. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Report } from '../../src/model/report.ts';
import type { CertificateFault } from '../../src/model/verdict.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { type ActionResult, runAction } from '../lab/run-action.ts';
import { openReceiver, type Received } from '../receivers/receiver.ts';
import { webhookService, wecomService } from '../receivers/services.ts';
import { type AuditHost, auditHosts } from './audit-hosts.ts';

interface Told {
  readonly kind: string;
  readonly threshold: number | null;
  readonly mirrors: readonly string[];
  readonly addresses: readonly string[];
}

let lab: Lab;
let hosts: readonly AuditHost[];
let result: ActionResult;
let report: Report;
let received: readonly Received[];

before(async () => {
  lab = await startLab();
  hosts = await auditHosts(lab);
  await using receiver = await openReceiver((request) =>
    request.path === '/hook' ? webhookService(request, 's3cr3t') : wecomService(request),
  );
  result = await runAction({
    env: lab.environment(),
    inputs: {
      mode: 'audit',
      mirrors: hosts.map(({ name, indexUrl }) => `${name}=${indexUrl.replace('://', '://user:hunter2@')}`).join('\n'),
      timeout: '4',
      'metrics-file': 'out/metrics.prom',
      'report-file': 'out/report.json',
      alerts: `webhook=${receiver.origin}/hook\nwebhook-secret=s3cr3t\nwecom=${receiver.origin}/send?key=K`,
      language: 'zh-CN',
    },
  });
  received = receiver.received;
  report = JSON.parse(read('out/report.json'));
});
after(() => lab.close());

function read(path: string): string {
  return readFileSync(join(result.folders.workspace, path), 'utf8');
}

const mirrorOf = (name: string) => {
  const mirror = report.mirrors.find((other) => other.name === name);
  assert.ok(mirror, name);
  return mirror;
};

test('the lab has sixty hosts', () => assert.equal(hosts.length, 60));

test('the report says of each host what is wrong with it, and nothing else', () => {
  const expected = hosts.map(({ name, faults, reason }) => ({ name, faults, reason }));
  const found = hosts.map(({ name }) => {
    const { reasons, hosts: all } = mirrorOf(name);
    const faults = new Set(all.flatMap(({ certificate }) => certificate?.faults ?? []));
    return { name, faults: [...faults] as CertificateFault[], reason: reasons[0] ?? null };
  });
  assert.deepEqual(found, expected);
  assert.equal(report.decision, null);
});

test('each address of a name is there, IPv4 and IPv6 apart', () => {
  const nodes = (name: string) =>
    mirrorOf(name).hosts.map(({ address, certificate }) => [address, certificate?.status]);
  assert.deepEqual(nodes('stale-node').toSorted(), [
    ['127.0.2.1', 'valid'],
    ['127.0.2.2', 'expired'],
  ]);
  assert.deepEqual(nodes('dual').toSorted(), [
    ['127.0.2.3', 'valid'],
    ['::1', 'expiring'],
  ]);
  const roles = mirrorOf('ending-target').hosts.map(({ host, role }) => `${role} ${host}`);
  assert.ok(roles.includes('redirect ending-target-at.test'));
});

test('the alert tells each host that needs it once, most urgent first, and no credential', () => {
  assert.equal(received.length, 2);
  const hook = received.find(({ path }) => path === '/hook');
  const told = JSON.parse(hook?.body ?? '{}').alerts as Told[];
  const found = told.map(({ kind, threshold, mirrors }) => [mirrors[0], `${kind}${threshold ?? ''}`]);
  const expected = hosts.flatMap(({ name, alert }) => (alert === null ? [] : [[name, alert]]));
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(expected));
  assert.equal(found.length, expected.length, 'each once');
  const order = told.map(({ kind }) => ['expired', 'refused', 'expiring'].indexOf(kind));
  assert.deepEqual(order, order.toSorted());
  assert.deepEqual(told.find(({ mirrors }) => mirrors[0] === 'stale-node')?.addresses, ['127.0.2.2']);
  const sent = JSON.stringify(received);
  assert.equal(/hunter2|s3cr3t/.test(sent), false);
  assert.equal(
    /hunter2/.test(
      result.stdout.replace(/^::add-mask::.*$/gm, '') +
        result.summary +
        read('out/metrics.prom') +
        JSON.stringify(report),
    ),
    false,
  );
});

test('the metrics agree with the table', () => {
  const lines = read('out/metrics.prom').split('\n');
  const series = (name: string, mirror: string) =>
    lines.filter((line) => line.startsWith(`${name}{`) && line.includes(`mirror="${mirror}"`));
  for (const { name, faults, reason } of hosts) {
    const usable = series('pip_mirror_usable', name).map((line) => line.split(' ').at(-1));
    assert.deepEqual(usable, [reason === null ? '1' : '0'], name);
    const words = series('pip_mirror_certificate_fault', name).map((line) => /fault="([^"]+)"/.exec(line)?.[1]);
    assert.deepEqual([...new Set(words)].toSorted(), faults.toSorted(), name);
    const nodes = mirrorOf(name).hosts.length;
    assert.equal(series('probe_success', name).length, nodes, name);
  }
});

test('the step fails, exports nothing, and counts what ends soon', () => {
  assert.equal(result.exitCode, 1);
  assert.deepEqual(result.env, {});
  const { outputs } = result;
  assert.equal(outputs.usable, String(hosts.filter(({ reason }) => reason === null).length));
  assert.equal(outputs['index-url'], '');
});

test('the summary shows the most urgent mirrors first, with all hosts that are in trouble', () => {
  const shown = [...result.summary.matchAll(/^\| <b>([^<]+)<\/b> \|/gm)].map((match) =>
    match[1]?.replaceAll('&#45;', '-'),
  );
  const status = (name: string | undefined) => hosts.find((host) => host.name === name)?.status ?? 'valid';
  const expired = shown.map((name) => status(name) === 'expired');
  assert.equal(expired.lastIndexOf(true), expired.filter(Boolean).length - 1, 'the expired ones lead');
  for (const { name, status: state } of hosts) {
    if (state !== null && state !== 'valid') assert.ok(shown.includes(name), name);
  }
});

test('badge, status page and history lie beside the report', () => {
  const badge = JSON.parse(read('out/pip-mirror-select-status/badge.json'));
  assert.equal(badge.schemaVersion, 1);
  assert.equal(badge.color, 'red');
  const history = JSON.parse(read('out/pip-mirror-select-status/history.json'));
  assert.equal(Object.keys(history.mirrors).length, 60);
  assert.equal(history.mirrors['stale-node'], 'r');
  assert.equal(history.mirrors['black-hole'], 'u');
  assert.equal(existsSync(join(result.folders.workspace, 'out/pip-mirror-select-status/index.html')), true);
});
