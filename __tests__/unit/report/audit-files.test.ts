/** What an audit writes for machines and for Pages: metrics, badge, history, and whether the step fails. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditFails } from '../../../src/decide/audit-exit.ts';
import { addressHash } from '../../../src/report/address-hash.ts';
import { badgeOf } from '../../../src/report/badge.ts';
import { NO_HISTORY, readHistory, statesOf, withAudit } from '../../../src/report/history.ts';
import { metricsOf } from '../../../src/report/metrics.ts';
import { rowsOf } from '../../../src/report/rows.ts';
import { statusPageOf } from '../../../src/report/status-page.ts';
import { readMetrics } from '../../outside/read-metrics.ts';
import {
  badCertificate,
  candidate,
  certificate,
  healthy,
  host,
  now,
  outcome,
  probe,
  refused,
  silent,
} from './outcome-builder.ts';

const audit = { mode: 'audit' } as const;

test('fail-on: what pip refuses, also what ends soon, or nothing', () => {
  const rows = [
    [healthy('a'), false, false],
    [healthy('a', 2.5), false, true],
    [badCertificate('a', ['expired'], -1), true, true],
    [badCertificate('a', ['self-signed']), true, true],
    [silent('a'), false, false],
    [refused('a', ['http-403']), false, false],
  ] as const;
  for (const [verdict, expired, expiring] of rows) {
    assert.equal(auditFails(outcome([verdict], { inputs: { ...audit, failOn: 'expired' } })), expired);
    assert.equal(auditFails(outcome([verdict], { inputs: { ...audit, failOn: 'expiring' } })), expiring);
    assert.equal(auditFails(outcome([verdict], { inputs: { ...audit, failOn: 'never' } })), false);
  }
});

test('one stale node fails the audit; a host that the user trusts does not', () => {
  const own = host('a.example.org', certificate(60), 'index');
  const stale = { ...host('a.example.org', certificate(-1), 'index'), address: '192.0.2.2' };
  const verdict = healthy('a', 60, { hosts: [own, stale] });
  const inputs = { ...audit, failOn: 'expired' } as const;
  assert.equal(auditFails(outcome([verdict], { inputs })), true);
  const trustedHosts = [{ host: 'a.example.org', port: null }];
  assert.equal(auditFails(outcome([verdict], { inputs: { ...inputs, trustedHosts } })), false);
});

test('the hash of an address is blackbox_exporter’s, in both families', () => {
  // As the exporter printed them: probe_ip_addr_hash of each.
  assert.equal(addressHash('127.0.0.1'), 3668918509);
  assert.equal(addressHash('::ffff:127.0.0.1'), 3668918509);
  assert.notEqual(addressHash('::1'), addressHash('::2'));
  assert.equal(addressHash('2001:db8::1'), addressHash('2001:0db8:0:0:0:0:0:1'));
});

test('hostile names cannot break out of a label', () => {
  const hostile = 'a"} 1\nprobe_success{x="\\';
  const own = certificate(60, [], { subject: hostile, issuer: hostile, names: [hostile] });
  const hostileNode = probe({
    mirror: hostile,
    url: 'https://a.example.org/simple/six/',
    host: 'a.example.org',
    address: null,
    family: null,
    certificate: { ...own, chain: own.chain.map((entry) => ({ ...entry, subject: hostile, issuer: hostile })) },
  });
  const series = readMetrics(metricsOf(outcome([healthy('a')], { inputs: audit, probes: [hostileNode] })));
  assert.deepEqual(
    series.filter(({ name }) => name === 'probe_success').map(({ labels }) => labels.mirror),
    [hostile],
  );
  assert.equal(series.find(({ name }) => name === 'probe_ssl_last_chain_info')?.labels.subject, hostile);
});

test('a failed handshake has no dates, so no metric tells one', () => {
  const none = certificate(0, ['handshake-failed'], {
    notAfter: Number.NaN,
    daysLeft: Number.NaN,
    fingerprint256: '',
    chain: [],
  });
  const run = outcome([refused('a', ['certificate-handshake-failed'], { certificate: none })], { inputs: audit });
  assert.equal(/NaN/.test(metricsOf(run)), false);
});

test('the badge is red, yellow or green', () => {
  const color = (...verdicts: Parameters<typeof outcome>[0]) =>
    JSON.parse(badgeOf(outcome(verdicts, { inputs: audit }))).color;
  assert.equal(color(healthy('a'), badCertificate('b', ['weak'])), 'red');
  assert.equal(color(healthy('a'), healthy('b', 2)), 'yellow');
  assert.equal(color(silent('a')), 'yellow');
  assert.equal(color(healthy('a'), silent('b')), 'brightgreen');
});

test('the history keeps ninety audits, with the mirrors that come and go', () => {
  let history = NO_HISTORY;
  for (let day = 0; day < 100; day++) {
    const verdicts = day < 5 ? [healthy('early')] : [healthy('a', day === 99 ? -1 : 60)];
    history = withAudit(history, rowsOf(outcome(verdicts, { inputs: audit })), day);
  }
  assert.equal(history.times.length, 90);
  assert.deepEqual(Object.keys(history.mirrors), ['a'], 'a mirror that nobody asks any more is dropped');
  assert.deepEqual(statesOf(history, 'a').slice(-2), ['valid', 'refused']);
  assert.deepEqual(readHistory(JSON.parse(JSON.stringify(history))), history);
  for (const broken of [
    null,
    [],
    { schema: 2 },
    { schema: 1, times: ['x'], mirrors: {} },
    { schema: 1, times: [1], mirrors: { a: 'vv' } },
  ]) {
    assert.equal(readHistory(broken), null);
  }
});

test('a mirror called __proto__ is a mirror like others', () => {
  const history = withAudit(
    NO_HISTORY,
    rowsOf(outcome([{ ...healthy('a'), candidate: candidate('__proto__') }], { inputs: audit })),
    now,
  );
  assert.deepEqual(statesOf(history, '__proto__'), ['valid']);
});

test('hostile names have no meaning on the status page', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const run = outcome([{ ...healthy('a'), candidate: candidate(hostile) }], { inputs: audit });
  const page = statusPageOf(run, withAudit(NO_HISTORY, rowsOf(run), now));
  assert.equal(page.includes('<img'), false);
  assert.match(page, /default-src 'none'/);
});
