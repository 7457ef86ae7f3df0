/** Protects: a request goes through the proxy that the machine's own pip (requests) would use, or through none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readConfig } from '../../src/observe/pip-facts.ts';
import { proxyFor, proxySettings } from '../../src/platform/proxy.ts';
import { askOracle } from './network-oracle.ts';

interface Case {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
}

const P = 'http://proxy.test:3128';
const Q = 'http://user:p%40ss@other.test:8080';
const A = 'https://pypi.mirror.test/simple/';

const TABLE: readonly Case[] = [
  { url: A, env: {} },
  { url: A, env: { HTTPS_PROXY: P } },
  { url: A, env: { https_proxy: P } },
  { url: A, env: { HTTPS_PROXY: Q, https_proxy: P } },
  { url: A, env: { HTTPS_PROXY: P, https_proxy: '' } },
  { url: A, env: { Https_Proxy: P } },
  { url: A, env: { HTTP_PROXY: P } },
  { url: A, env: { ALL_PROXY: P } },
  { url: A, env: { ALL_PROXY: P, HTTPS_PROXY: Q } },
  { url: A, env: { HTTPS_PROXY: 'proxy.test:3128' } },
  { url: A, env: { HTTPS_PROXY: 'socks5://proxy.test:1080' } },
  { url: 'http://mirror.test/', env: { HTTP_PROXY: P } },
  { url: 'http://mirror.test/', env: { HTTP_PROXY: P, REQUEST_METHOD: 'GET' } },
  { url: 'http://mirror.test/', env: { http_proxy: P, REQUEST_METHOD: 'GET' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: '*' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: '*,other.test' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: 'mirror.test' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: '.mirror.test' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: 'MIRROR.TEST' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: 'irror.test' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: ' other.test , pypi.mirror.test ' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: 'pypi.mirror.test:443' } },
  { url: 'https://pypi.mirror.test:8443/', env: { HTTPS_PROXY: P, NO_PROXY: 'mirror.test:8443' } },
  { url: 'https://pypi.mirror.test:8443/', env: { HTTPS_PROXY: P, NO_PROXY: 'mirror.test:443' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: 'other.test', no_proxy: 'mirror.test' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: 'mirror.test', no_proxy: '' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: 'mirror.test', no_proxy: 'other.test' } },
  { url: A, env: { HTTPS_PROXY: P, NO_PROXY: '*.mirror.test' } },
  { url: 'https://10.1.2.3/', env: { HTTPS_PROXY: P, NO_PROXY: '10.0.0.0/8' } },
  { url: 'https://11.1.2.3/', env: { HTTPS_PROXY: P, NO_PROXY: '10.0.0.0/8' } },
  { url: 'https://10.1.2.3/', env: { HTTPS_PROXY: P, NO_PROXY: '10.1.2.3/32' } },
  { url: 'https://10.1.2.3/', env: { HTTPS_PROXY: P, NO_PROXY: '10.1.2.3/33,10.1.2.3/0,10.1.2.3/x' } },
  { url: 'https://10.1.2.3:8443/', env: { HTTPS_PROXY: P, NO_PROXY: '10.1.2.3:8443' } },
  { url: 'https://10.1.2.3:8443/', env: { HTTPS_PROXY: P, NO_PROXY: '10.1.2.3' } },
  { url: 'https://10.1.2.3/', env: { HTTPS_PROXY: P, NO_PROXY: '2.3' } },
  { url: 'https://localhost/', env: { HTTPS_PROXY: P } },
  { url: 'https://127.0.0.1/', env: { HTTPS_PROXY: P } },
  { url: 'https://[::1]/', env: { HTTPS_PROXY: P, NO_PROXY: '::1' } },
  { url: 'https://[::1]/', env: { HTTPS_PROXY: P, NO_PROXY: '[::1]' } },
];

async function compare(cases: readonly Case[]): Promise<void> {
  const [version, ...answers] = await askOracle<string | null>('proxies', cases);
  const pip = { version: version ?? '', config: readConfig({}, []) };
  cases.forEach(({ url, env }, at) => {
    assert.equal(proxyFor(url, proxySettings(pip, env)), answers[at], JSON.stringify(cases[at]));
  });
}

test('the proxy of the table is the one that requests uses', async () => {
  await compare(TABLE);
});

test('the proxy under a random environment is the one that requests uses', async () => {
  const entry = fc.constantFrom('mirror.test', '.test', 'test', '*', '10.0.0.0/8', '10.1.2.3', 'mirror.test:8443', ' ');
  const list = fc.array(entry, { maxLength: 3 }).map((entries) => entries.join(','));
  const proxy = fc.constantFrom('', P, Q, 'bare.test');
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];
  const env = fc.record(
    Object.fromEntries([...names.map((name) => [name, proxy]), ['NO_PROXY', list], ['no_proxy', list]]),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>;
  const url = fc.constantFrom(
    A,
    'http://mirror.test/',
    'https://mirror.test:8443/',
    'https://10.1.2.3/',
    'https://Test/',
  );
  await compare(fc.sample(fc.record({ url, env }), { numRuns: 2000, seed: 20261122 }));
});

test("pip's own setting wins over environment and NO_PROXY from 22.1 on", () => {
  const of = (version: string, env: Record<string, string>) =>
    proxyFor(A, proxySettings({ version, config: readConfig({ proxy: P }, []) }, env));
  assert.equal(of('26.2.1', { HTTPS_PROXY: Q, NO_PROXY: '*' }), P);
  assert.equal(of('22.1', { HTTPS_PROXY: Q }), P);
  assert.equal(of('22.0.4', { HTTPS_PROXY: Q }), Q);
  assert.equal(of('22.0.4', { HTTPS_PROXY: Q, NO_PROXY: '*' }), P);
});
