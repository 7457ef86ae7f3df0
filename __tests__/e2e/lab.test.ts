/** The lab itself: what every other test stands on. */
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { blocksPip } from '../lab/faults/blocked.ts';
import { wrongHash } from '../lab/faults/page.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { runPip } from '../lab/run-pip.ts';

describe('lab', () => {
  let lab: Lab;
  before(async () => {
    lab = await startLab();
  });
  after(() => lab.close());

  const install = async (indexUrl: string, changes: Record<string, string | undefined> = {}) =>
    runPip({
      args: ['install', '--target', lab.temporary('target'), 'lab-app'],
      env: lab.environment({ PIP_INDEX_URL: indexUrl, PIP_RETRIES: '0', PIP_TIMEOUT: '5', ...changes }),
    });

  it('lets real pip install a package and its dependencies under a name of its own', async () => {
    const mirror = await lab.mirror({ host: 'fast.test', link: { rttMs: 4, bytesPerSecond: 20e6 } });
    const ran = await install(mirror.indexUrl);
    assert.equal(ran.exitCode, 0, ran.stderr);
    const served = mirror.files().map(({ filename }) => filename);
    assert.ok(served.includes('lab_text-1.1-py3-none-any.whl'), String(served));
    assert.equal(mirror.connections[0]?.servername, 'fast.test');
  });

  it('is trusted only through its root', async () => {
    const mirror = await lab.mirror();
    const ran = await install(mirror.indexUrl, { PIP_CERT: undefined });
    assert.notEqual(ran.exitCode, 0);
    assert.match(ran.stdout + ran.stderr, /certificate verify failed/);
  });

  for (const [fault, certificate, said] of [
    ['expired', { notAfter: -1 }, /certificate has expired/],
    ['wrong name', { names: ['other.test'] }, /doesn't match|Hostname mismatch/],
    ['unknown root', { root: 'unknown' }, /unable to get local issuer/],
    ['missing intermediate', { send: 'leaf' }, /unable to get local issuer/],
    ['self-signed', { selfSigned: true }, /self.signed certificate/],
    ['not yet valid', { notBefore: 1 }, /not yet valid/],
  ] as const) {
    it(`serves a certificate that is ${fault}`, async () => {
      const mirror = await lab.mirror({ certificate });
      const ran = await install(mirror.indexUrl);
      assert.notEqual(ran.exitCode, 0);
      assert.match(ran.stdout + ran.stderr, said);
    });
  }

  it('composes faults: pip is turned away, another client is not', async () => {
    const mirror = await lab.mirror({ faults: [blocksPip] });
    const ran = await install(mirror.indexUrl);
    assert.notEqual(ran.exitCode, 0);
    assert.deepEqual([...new Set(mirror.requests.map(({ status }) => status))], [403]);
  });

  it('gives digests that pip refuses when asked to', async () => {
    const mirror = await lab.mirror({ faults: [wrongHash] });
    const ran = await install(mirror.indexUrl);
    assert.notEqual(ran.exitCode, 0);
    assert.match(ran.stderr, /hash|sha256|HASHES/i);
  });

  it('has a black hole that answers no SYN, or at least stays silent', async () => {
    const hole = await lab.blackHole();
    const answered = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: hole.port });
      const settle = (word: string) => () => {
        socket.destroy();
        resolve(word);
      };
      socket.once('data', settle('data')).once('error', settle('error')).once('end', settle('end'));
      setTimeout(settle('nothing'), 300);
    });
    assert.equal(answered, 'nothing');
  });

  it('sends a proxied install through CONNECT', async () => {
    const mirror = await lab.mirror({ host: 'behind.test' });
    const proxy = await lab.proxy({ credentials: { username: 'me', password: 'p w' } });
    const ran = await install(mirror.indexUrl, { HTTPS_PROXY: proxy.urlWithCredentials });
    assert.equal(ran.exitCode, 0, ran.stderr);
    assert.equal(proxy.requests[0]?.target, `behind.test:${mirror.port}`);
  });

  it('reaches nothing outside', async () => {
    const ran = await install('https://pypi.org/simple/', { PIP_VERBOSE: '2' });
    assert.notEqual(ran.exitCode, 0);
    assert.match(ran.stdout + ran.stderr, /Name or service not known|resolve/);
  });

  it('keeps certificates as the description says', async () => {
    const { certificate } = await lab.mirror({ certificate: { names: ['*.wide.test', '127.0.0.1'], key: 'rsa-2048' } });
    const leaf = new X509Certificate(certificate?.leaf.der ?? '');
    assert.equal(leaf.subjectAltName, 'DNS:*.wide.test, IP Address:127.0.0.1');
    assert.ok(leaf.verify(lab.authorities.intermediate.keys.publicKey));
  });
});
