/**
 * `npm run test:metrics`: the metrics of an audit beside those of the real blackbox_exporter, value by value, on the
 * same servers in the same run; and promtool on all that is meant for Prometheus.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { type Exporter, startExporter } from '../../bench/audit/exporter.ts';
import { promtool } from '../../scripts/outside-tools.ts';
import { type AuditHost, auditHosts } from '../e2e/audit-hosts.ts';
import { redirectHops } from '../lab/faults/redirect.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { runAction } from '../lab/run-action.ts';
import { readMetrics, type Series } from './read-metrics.ts';

const MONITORING = resolve(import.meta.dirname, '..', '..', 'examples', 'monitoring');

/** Facts of HTTP and of the address: both must say the same of every host that answers. */
const HTTP = [
  'probe_http_status_code',
  'probe_http_ssl',
  'probe_http_redirects',
  'probe_http_version',
  'probe_http_content_length',
  'probe_http_uncompressed_body_length',
  'probe_http_last_modified_timestamp_seconds',
  'probe_ip_protocol',
  'probe_ip_addr_hash',
];
const TLS = [
  'probe_ssl_earliest_cert_expiry',
  'probe_ssl_last_chain_info',
  'probe_tls_version_info',
  'probe_tls_cipher_info',
];
const VERIFIED = 'probe_ssl_last_chain_expiry_timestamp_seconds';

/** Where we differ from the exporter on purpose; docs/audit.md says the same. */
const DIFFERENT: Readonly<Record<string, readonly string[]>> = {
  // pip is refused, the exporter's own User-Agent is not.
  'forbidden-to-pip': ['probe_success', ...HTTP],
  // A page without one file to install is an answer, and useless.
  'no-index': ['probe_success'],
  // The exporter gives up after ten hops, we know a circle when we see one.
  loop: HTTP,
  // Go still accepts 1024-bit RSA keys, OpenSSL as pip uses it does not.
  'rsa-1024': ['probe_success', VERIFIED],
  // A plain-http index is no success for pip.
  'plain-http': ['probe_success'],
  // The way leads to a name that only the lab resolves.
  'ending-target': ['probe_success', ...HTTP, ...TLS, VERIFIED],
};

let lab: Lab;
let hosts: readonly AuditHost[];
let exporter: Exporter;
let metricsFile: string;
let ours: readonly Series[];

before(async () => {
  lab = await startLab();
  const tls12 = await lab.mirror({
    host: 'one-cipher.test',
    tls: { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-CHACHA20-POLY1305' },
  });
  const hops = await lab.mirror({ host: 'hops.test', faults: [redirectHops(3)] });
  const row = { status: 'valid' as const, faults: [], reason: null, alert: null };
  hosts = [
    ...(await auditHosts(lab)),
    { name: 'one-cipher', indexUrl: tls12.indexUrl, ...row },
    { name: 'hops', indexUrl: hops.indexUrl, ...row },
  ];
  exporter = await startExporter(lab.folder, lab.rootPem, 2, { Accept: PIP_ACCEPT });
  const result = await runAction({
    env: lab.environment(),
    inputs: {
      mode: 'audit',
      mirrors: hosts.map(({ name, indexUrl }) => `${name}=${indexUrl}`).join('\n'),
      'metrics-file': 'metrics.prom',
      timeout: '2',
    },
  });
  metricsFile = join(result.folders.workspace, 'metrics.prom');
  ours = readMetrics(readFileSync(metricsFile, 'utf8'));
});
after(async () => {
  await exporter.close();
  await lab.close();
});

const PIP_ACCEPT = [
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.simple.v1+html; q=0.1',
  'text/html; q=0.01',
].join(', ');

/** The exporter cannot resolve the lab's names, so it gets the address and asks for the name. */
async function theirs(module: 'verified' | 'insecure', { indexUrl }: AuditHost): Promise<readonly Series[]> {
  const url = new URL('six/', indexUrl);
  const name = url.hostname;
  const address = lab.names.resolve(name);
  if (address === null) return [];
  url.hostname = address;
  return readMetrics(await exporter.probe(module, url.href, name));
}

/** One metric of one host: its own labels (ours without those that say which host) with the value, sorted. */
function valuesOf(series: readonly Series[], metric: string, mirror?: string): string[] {
  return series
    .filter(({ name, labels }) => name === metric && (mirror === undefined || isMain(labels, mirror)))
    .map(({ labels, value }) => {
      const { instance, mirror: _, role, host, address, ...own } = labels;
      return `${JSON.stringify(Object.entries(own).toSorted())} ${value}`;
    })
    .toSorted();
}

/** The probe of the index page itself, not that of a further address. */
function isMain(labels: Series['labels'], mirror: string): boolean {
  return labels.mirror === mirror && labels.instance?.endsWith('/six/') === true;
}

test('every value agrees with the exporter’s, except where the differences are named', async () => {
  let compared = 0;
  const differences: string[] = [];
  for (const host of hosts) {
    const verified = await theirs('verified', host);
    if (verified.length === 0) continue;
    const different = DIFFERENT[host.name] ?? [];
    const accepted = valuesOf(verified, VERIFIED).length > 0;
    // The exporter keeps silent on what it refuses, so it is asked again without its own check.
    const open = accepted || host.indexUrl.startsWith('http:') ? verified : await theirs('insecure', host);
    const answered = valuesOf(open, 'probe_http_status_code').join() !== '[] 0';
    const pairs: (readonly [string, readonly Series[]])[] = [
      ['probe_success', verified],
      ...(answered ? HTTP : []).map((metric) => [metric, open] as const),
      ...(answered ? TLS : []).map((metric) => [metric, open] as const),
      ...(accepted ? [[VERIFIED, verified] as const] : []),
    ];
    for (const [metric, series] of pairs) {
      if (different.includes(metric)) continue;
      // TLS 1.3 lets the client's order decide: only a server with one suite says the same to both.
      if (metric === 'probe_tls_cipher_info' && host.name !== 'one-cipher') continue;
      const mine = valuesOf(ours, metric, host.name).join(' + ');
      const other = valuesOf(series, metric).join(' + ');
      if (mine !== other) differences.push(`${host.name} ${metric}: ours ${mine}, the exporter's ${other}`);
      compared += 1;
    }
    const silent = accepted || different.includes(VERIFIED) || valuesOf(ours, VERIFIED, host.name).length === 0;
    if (!silent) differences.push(`${host.name}: the exporter verified no chain`);
  }
  assert.deepEqual(differences, []);
  console.log(`${compared} values of ${hosts.length} hosts agree`);
  assert.ok(compared > 500);
});

test('promtool accepts the metrics', async () => {
  execFileSync(await promtool(), ['check', 'metrics'], {
    input: readFileSync(metricsFile),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
});

test('promtool accepts the alert rules, and they fire when they should', async () => {
  execFileSync(await promtool(), ['check', 'rules', 'alert-rules.yml'], { cwd: MONITORING });
  execFileSync(await promtool(), ['test', 'rules', 'alert-rules.test.yml'], { cwd: MONITORING, stdio: 'inherit' });
});

test('every query of the dashboard is one that Prometheus can read, over metrics that we write', async () => {
  const dashboard = JSON.parse(readFileSync(join(MONITORING, 'grafana-dashboard.json'), 'utf8'));
  const queries: string[] = dashboard.panels.flatMap((panel: { targets: { expr: string }[] }) =>
    panel.targets.map(({ expr }) => expr),
  );
  assert.ok(queries.length >= 10);
  const rules = queries.map((expr, index) => ({
    record: `dashboard:query:${index}`,
    expr: expr.replaceAll('$mirror', '.*'),
  }));
  const file = join(lab.folder, 'dashboard.yml');
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  execFileSync(await promtool(), ['check', 'rules', file]);
  const written = new Set(ours.map(({ name }) => name));
  for (const expr of queries) {
    for (const [name] of expr.matchAll(/\b(?:probe|pip_mirror)_\w+/g)) assert.ok(written.has(name), name);
  }
});
