/** Protects: a mirror behind a proxy is seen as pip sees it through that proxy, and what fails is told apart. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { proxySettings } from '../../src/platform/proxy.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import type { ProxyOptions } from '../lab/proxy.ts';
import { runPip } from '../lab/run-pip.ts';
import { ending, labTrust, withSession } from './ask-mirror.ts';

let lab: Lab;
let mirror: Mirror;
before(async () => {
  lab = await startLab();
  await lab.resolveHere();
  mirror = await lab.mirror({ host: 'mirror.test', certificate: { notAfter: -1 } });
});
after(async () => lab.close());

const ask = (indexUrl: string, env: Record<string, string>, timeoutMs = 10_000) =>
  withSession(lab, indexUrl, (session) => session.project('six'), { proxies: proxySettings(null, env), timeoutMs });

test('the far certificate is seen through a tunnel, and the proxy is named', async () => {
  const proxy = await lab.proxy();
  const page = await ask(mirror.indexUrl, { HTTPS_PROXY: proxy.url });
  const { connection } = page.exchanges[0] ?? {};
  assert.ok(page.page !== null);
  assert.equal(connection?.proxy, `localhost:${proxy.port}`);
  assert.equal(connection?.address, null);
  assert.equal(connection?.tls?.opensslError, 'CERT_HAS_EXPIRED');
  assert.deepEqual(
    proxy.requests.map(({ method, target }) => [method, target]),
    [['CONNECT', `mirror.test:${mirror.port}`]],
  );
});

test('credentials of the proxy go to the proxy alone; without them it refuses', async () => {
  const proxy = await lab.proxy({ credentials: { username: 'us er', password: 'p@ss' } });
  mirror.clearLog();
  const page = await ask(mirror.indexUrl, { HTTPS_PROXY: proxy.urlWithCredentials });
  assert.ok(page.page !== null);
  assert.equal(mirror.requests[0]?.headers['proxy-authorization'], undefined);
  const refused = await ask(mirror.indexUrl, { HTTPS_PROXY: proxy.url });
  assert.equal(ending(refused), 'proxy-refused');
  assert.match(refused.exchanges[0]?.failure?.detail ?? '', /407/);
});

const broken: readonly [string, ProxyOptions | string, string, RegExp][] = [
  ['refuses with 403', { refuseWith: 403 }, 'proxy-refused', /403/],
  ['refuses with 502', { refuseWith: 502 }, 'proxy-refused', /502/],
  ['never answers', { silent: true }, 'timeout', /^$/],
  ['is not there', 'http://localhost:1', 'connection-refused', /ECONNREFUSED/],
  ['is no known kind', 'socks5://localhost:1080', 'proxy-refused', /socks5/],
  ['has no name', 'http://nowhere.invalid:3128', 'dns-failure', /ENOTFOUND/],
];
for (const [name, options, code, detail] of broken) {
  test(`a proxy that ${name}: ${code}`, async () => {
    const url = typeof options === 'string' ? options : (await lab.proxy(options)).url;
    const page = await ask(mirror.indexUrl, { HTTPS_PROXY: url }, code === 'timeout' ? 400 : 10_000);
    assert.equal(ending(page), code);
    assert.match(page.exchanges[0]?.failure?.detail ?? '', detail);
  });
}

test('an https proxy is used when its certificate holds, and refused by name when it does not', async () => {
  const good = await lab.proxy({ host: 'proxy.test', certificate: {} });
  const bad = await lab.proxy({ host: 'proxy.test', certificate: { notAfter: -1 } });
  const through = (port: number) => ask(mirror.indexUrl, { HTTPS_PROXY: `https://proxy.test:${port}` });
  assert.ok((await through(good.port)).page !== null);
  const refused = await through(bad.port);
  assert.equal(ending(refused), 'proxy-refused');
  assert.match(refused.exchanges[0]?.failure?.detail ?? '', /expired/);
});

test('plain http goes through the proxy in absolute form', async () => {
  const plain = await lab.mirror({ host: 'plain.test', scheme: 'http' });
  const proxy = await lab.proxy({ credentials: { username: 'user', password: 'secret' } });
  const page = await ask(plain.indexUrl, { HTTP_PROXY: proxy.urlWithCredentials });
  assert.ok(page.page !== null);
  assert.equal(proxy.requests[0]?.target, `${plain.indexUrl}six/`);
  assert.equal(plain.requests[0]?.headers['proxy-authorization'], undefined);
});

test('NO_PROXY keeps the way direct, as it does for the real pip', async () => {
  const proxy = await lab.proxy();
  const healthy = await lab.mirror({ host: 'healthy.test' });
  for (const [noProxy, tunnels] of [
    ['.test', 0],
    ['other.test', 1],
  ] as const) {
    const settings = { HTTPS_PROXY: proxy.url, NO_PROXY: noProxy };
    const before = proxy.requests.length;
    assert.ok((await ask(healthy.indexUrl, settings)).page !== null);
    assert.equal(proxy.requests.length - before, tunnels);
    const env = lab.environment({ PIP_INDEX_URL: healthy.indexUrl, ...settings });
    const ran = await runPip({ args: ['download', '--no-deps', '-d', lab.temporary('download'), 'six'], env });
    assert.equal(ran.exitCode, 0, ran.stderr);
    assert.equal(proxy.requests.length - before, tunnels * 2);
  }
});

test('the client certificate of the trust is shown to a server that wants one', async () => {
  const { authorities } = lab;
  const strict = await lab.mirror({
    host: 'strict.test',
    tls: { requestCert: true, rejectUnauthorized: true, ca: [authorities.root.pem] },
  });
  const client = authorities.serve({ extendedKeyUsage: ['clientAuth'] }, 'client.test');
  const trust = labTrust(lab);
  const seen = (clientCertificate: string | null) =>
    withSession(lab, strict.indexUrl, (session) => session.project('six'), { trust: { ...trust, clientCertificate } });
  assert.ok((await seen(`${client.cert}${client.key}`)).page !== null);
  assert.equal(ending(await seen(null)), 'handshake-failed');
  // What is no certificate is left out: pip's own refusal of it is the trust's problem, not this connection's.
  assert.equal(ending(await seen('no pem')), 'handshake-failed');
});
