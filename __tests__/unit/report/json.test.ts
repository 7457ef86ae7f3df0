/** The report keeps to its published schema and holds no credentials. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Outcome } from '../../../src/model/outcome.ts';
import { MODES, POLICIES } from '../../../src/model/plan.ts';
import type { CertificateStatus, Reason } from '../../../src/model/verdict.ts';
import { reportOf } from '../../../src/report/json.ts';
import { phrases } from '../../../src/report/messages/en/phrases.ts';
import { reasons } from '../../../src/report/messages/en/reasons.ts';
import { hostileOutcome } from './hostile-outcome.ts';
import {
  badCertificate,
  candidate,
  certificate,
  decision,
  healthy,
  now,
  outcome,
  refused,
  silent,
} from './outcome-builder.ts';

const schema = JSON.parse(readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, formats: { 'date-time': true } });
const accepts = ajv.compile(schema);

/** The report as its readers get it. */
function written(run: Outcome): unknown {
  const report = JSON.parse(JSON.stringify(reportOf(run)));
  assert.ok(accepts(report), ajv.errorsText(accepts.errors));
  return report;
}

const full = outcome(
  [
    healthy('aliyun', 182, {
      throughput: { bytesPerSecond: 1e6, bytes: 262_144 },
      requirements: { checked: 2, missing: ['torch==2.8.0'] },
    }),
    badCertificate('tuna', ['expired'], -3.24),
    refused('waf', ['file-host-certificate-expired', 'http-403'], { detail: 'see https://u:secret@h/' }),
    silent('gone'),
  ],
  {
    decision: decision(candidate('aliyun', { credentials: { username: 'me', password: 'secret' } }), {
      fallback: candidate('pypi'),
      extraIndexes: [candidate('private')],
      trustedHosts: ['h:8443'],
    }),
  },
);

test('the report has the contract’s shape and is valid under the published schema', () => {
  assert.deepEqual(written(outcome([badCertificate('tuna', ['expired'], -3.24)])), {
    schema: 1,
    mode: 'select',
    policy: 'verified',
    startedAt: '2026-11-22T08:00:00.000Z',
    durationMs: 840,
    pip: { version: '26.1.2', python: '3.12.4', trust: 'truststore', trustPath: '/etc/ssl/certs' },
    mirrors: [
      {
        name: 'tuna',
        indexUrl: 'https://tuna.example.org/simple/',
        operator: 'tuna',
        usable: false,
        reasons: ['certificate-expired'],
        detail: null,
        certificate: tuna,
        hosts: [{ host: 'tuna.example.org', role: 'index', certificate: tuna }],
        timing: { dnsMs: 2, connectMs: 21, tlsMs: 23, firstByteMs: 25 },
        throughput: null,
        freshness: null,
        requirements: null,
        rank: null,
        unasked: false,
      },
    ],
    decision: null,
  });
});

const tuna = {
  status: 'expired',
  faults: ['expired'],
  subject: 'CN=mirror.example.org',
  issuer: "CN=R11,O=Let's Encrypt,C=US",
  names: ['mirror.example.org'],
  notBefore: '2026-08-21T02:14:24.000Z',
  notAfter: '2026-11-19T02:14:24.000Z',
  daysLeft: -3.3,
  fingerprint256: certificate(1).fingerprint256,
  key: 'EC P-256',
  protocol: 'TLSv1.3',
  chain: [{ subject: 'CN=mirror.example.org', notAfter: '2026-11-19T02:14:24.000Z', faults: ['expired'] }],
};

test('the decision is told in English, whatever the language, without credentials', () => {
  const report = reportOf({ ...full, plan: { ...full.plan, inputs: { ...full.plan.inputs, language: 'zh-CN' } } });
  assert.deepEqual(report.decision, {
    mirror: 'aliyun',
    indexUrl: 'https://aliyun.example.org/simple/',
    extraIndexUrls: ['https://private.example.org/simple/', 'https://pypi.example.org/simple/'],
    trustedHosts: ['h:8443'],
    why: 'It is the only one that pip would install from.',
    confirmedByPip: true,
    reused: false,
  });
  assert.doesNotMatch(JSON.stringify(report), /secret/);
});

test('every kind of run is valid under the schema', () => {
  for (const mode of MODES)
    for (const policy of POLICIES) written(outcome([healthy('a')], { inputs: { mode, policy } }));
  written({ ...outcome([]), pip: null });
  written(full);
});

test('hostile text stays data: the report is valid JSON under the schema', () => {
  fc.assert(
    fc.property(hostileOutcome, (run) => {
      // Made-up reasons and statuses are not the schema's business.
      const verdicts = run.verdicts.map((verdict) => ({ ...verdict, reasons: [] }));
      written({ ...run, verdicts });
    }),
    { numRuns: 30 },
  );
});

test('dates beyond the calendar and days beyond numbers do not break the report', () => {
  for (const daysLeft of [1e9, -1e9, Number.POSITIVE_INFINITY, Number.NaN]) {
    const odd = { notBefore: Number.NaN, notAfter: now + daysLeft * 86_400_000, daysLeft, chain: [] };
    written(outcome([healthy('odd', 60, { certificate: certificate(60, [], odd) })]));
  }
});

test('the schema knows exactly the words of the types', () => {
  const statuses = Object.keys(phrases.status) as CertificateStatus[];
  assert.deepEqual(new Set(schema.$defs.certificate.properties.status.enum), new Set(statuses));
  const faults = statuses.filter((status) => status !== 'valid' && status !== 'expiring');
  assert.deepEqual(new Set(schema.$defs.fault.enum), new Set(faults));
  assert.deepEqual(schema.properties.mode.enum, [...MODES]);
  assert.deepEqual(schema.properties.policy.enum, [...POLICIES]);
  const accepted = ajv.compile({ $ref: '#/$defs/reason', $defs: schema.$defs });
  const known = Object.keys(reasons).filter((reason) => !/^http-/.test(reason)) as Reason[];
  for (const reason of [...known, 'http-403', 'file-host-timeout']) assert.ok(accepted(reason), reason);
  for (const wrong of ['certificate-odd', 'http-40', 'http-4xx', 'file-host-', 'other'])
    assert.ok(!accepted(wrong), wrong);
  assert.equal(
    schema.$defs.reason.anyOf[0].enum.length,
    known.filter((reason) => !/^certificate-/.test(reason)).length,
  );
});

test('the schema names no property that a full report lacks, and demands each', () => {
  const report = reportOf(full);
  const objects: [Record<string, unknown>, { properties: object; required: string[] }][] = [
    [{ ...report }, schema],
    [{ ...report.mirrors[0] }, schema.$defs.mirror],
    [{ ...report.mirrors[0]?.certificate }, schema.$defs.certificate],
    [{ ...report.decision }, schema.properties.decision.anyOf[0]],
    [{ ...report.pip }, schema.properties.pip.anyOf[0]],
  ];
  for (const [value, { properties, required }] of objects) {
    assert.deepEqual(Object.keys(properties), Object.keys(value));
    assert.deepEqual(required, Object.keys(value));
  }
});
