/** Whom pip trusts, by its facts and its environment: files are real, pips are described. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { PipConfig } from '../../../src/model/pip-facts.ts';
import { type PipTrustFacts, readTrust } from '../../../src/observe/trust.ts';
import { issue } from '../../lab/certificate.ts';
import { pip as plainPip } from '../report/outcome-builder.ts';

/** A pip without any setting. */
const CONFIG: PipConfig = plainPip.config;

let folder: string;
let path: (name: string) => string;
const pems: Record<string, string> = {};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trust-'));
  path = (name) => join(folder, `${name}.pem`);
  for (const name of ['certifi', 'system', 'own', 'other']) {
    pems[name] = issue({ commonName: name, authority: true }, null).pem.trim();
    await writeFile(path(name), `# ${name}\n${pems[name]}\n`);
  }
});
after(() => rm(folder, { recursive: true, force: true }));

function pip(facts: Partial<PipTrustFacts> = {}, config: Partial<PipConfig> = {}): PipTrustFacts {
  return {
    version: '26.3',
    python: '3.13.0',
    certifiPath: path('certifi'),
    truststore: true,
    urllib3: '2.8.0',
    opensslCafile: path('system'),
    opensslCapath: join(folder, 'none'),
    config: { ...CONFIG, ...config },
    ...facts,
  };
}

const OLD = { version: '23.2.1', python: '3.11.7', truststore: false, urllib3: '1.26.16' } as const;

async function anchorsOf(...asked: Parameters<typeof readTrust>): Promise<string[]> {
  const { anchors } = await readTrust(...asked);
  return Object.keys(pems)
    .filter((name) => anchors.some((anchor) => anchor.trim() === pems[name]))
    .sort();
}

const onLinux = { skip: process.platform === 'linux' ? false : 'the system store is not a file here' };

describe('truststore', onLinux, () => {
  test('adds the winner to certifi and the system', async () => {
    assert.deepEqual(await anchorsOf(pip(), {}, null), ['certifi', 'system']);
    assert.deepEqual(await anchorsOf(pip({}, { cert: path('own') }), {}, null), ['certifi', 'own', 'system']);
  });
  test('follows SSL_CERT_FILE, also to something missing', async () => {
    assert.deepEqual(await anchorsOf(pip(), { SSL_CERT_FILE: path('other') }, null), ['certifi', 'other']);
    const lost = await anchorsOf(pip(), { SSL_CERT_FILE: path('missing') }, null);
    assert.ok(!lost.includes('system'));
  });
  test('reads hashed names only in SSL_CERT_DIR', async () => {
    const hashed = await mkdtemp(join(folder, 'hashed-'));
    await symlink(path('other'), join(hashed, '0a1b2c3d.0'));
    await writeFile(join(hashed, 'own.pem'), pems.own ?? '');
    assert.deepEqual(await anchorsOf(pip(), { SSL_CERT_FILE: path('missing'), SSL_CERT_DIR: hashed }, null), [
      'certifi',
      'other',
    ]);
  });
});

describe('certifi', () => {
  test('is all there is, and no variable of OpenSSL’s counts', async () => {
    assert.deepEqual(await anchorsOf(pip(OLD), { SSL_CERT_FILE: path('other') }, null), ['certifi']);
  });
  test('gives way to the winner', async () => {
    const trust = await readTrust(pip(OLD, { cert: path('own') }), {}, null);
    assert.deepEqual([trust.source, trust.path, trust.anchors.length], ['file', path('own'), 1]);
  });
});

describe('the winner', () => {
  const winner = async (
    env: Record<string, string>,
    config: Partial<PipConfig>,
    caBundle: string | null = null,
    facts = {},
  ) => (await readTrust(pip({ ...OLD, ...facts }, config), env, caBundle)).path.replace(folder, '').slice(1, -4);
  test('requests’ variables come before pip’s own', async () => {
    assert.equal(
      await winner({ REQUESTS_CA_BUNDLE: path('own'), CURL_CA_BUNDLE: path('other') }, { cert: path('other') }),
      'own',
    );
    assert.equal(await winner({ REQUESTS_CA_BUNDLE: '', CURL_CA_BUNDLE: path('own') }, { cert: path('other') }), 'own');
  });
  test('the ca-bundle input takes the place of PIP_CERT', async () => {
    assert.equal(await winner({}, { cert: path('other') }, path('own')), 'own');
    assert.equal(await winner({ REQUESTS_CA_BUNDLE: path('other') }, {}, path('own')), 'other');
  });
  test('a proxy of pip’s own switches requests’ variables off, from 24.1 on', async () => {
    const env = { REQUESTS_CA_BUNDLE: path('other') };
    const config = { cert: path('own'), proxy: 'http://p:1' };
    assert.equal(await winner(env, config), 'other');
    assert.equal(await winner(env, config, null, { version: '24.1' }), 'own');
    assert.equal(
      await winner({ ...env, PIP_NO_PROXY_ENV: '1' }, { cert: path('own') }, null, { version: '26.2' }),
      'own',
    );
  });
  test('a tilde is HOME in pip’s option, not in requests’ variable', async () => {
    assert.equal((await readTrust(pip(OLD, { cert: '~/own.pem' }), { HOME: folder }, null)).anchors.length, 1);
    assert.equal(
      (await readTrust(pip(OLD), { HOME: folder, REQUESTS_CA_BUNDLE: '~/own.pem' }, null)).anchors.length,
      0,
    );
  });
});

describe('what would stop pip', () => {
  const problem = async (
    env: Record<string, string>,
    config: Partial<PipConfig> = {},
    caBundle: string | null = null,
  ) => (await readTrust(pip(OLD, config), env, caBundle)).problem;
  test('is named with its setting', async () => {
    assert.equal(await problem({ REQUESTS_CA_BUNDLE: '/none' }), 'REQUESTS_CA_BUNDLE=/none');
    assert.equal(await problem({ PIP_CERT: '/none' }, { cert: '/none' }), 'PIP_CERT=/none');
    assert.equal(await problem({}, { cert: '/none' }), 'cert=/none');
    assert.equal(await problem({}, {}, '/none'), 'ca-bundle=/none');
    assert.equal(await problem({}, { clientCert: '/none' }), 'client-cert=/none');
  });
  test('a bundle without a certificate is one', async () => {
    await writeFile(path('empty'), 'nothing here\n');
    assert.equal(await problem({}, { cert: path('empty') }), `cert=${path('empty')}`);
  });
  test('nothing wrong, nothing said', async () => assert.equal(await problem({}, { cert: path('own') }), null));
});

test('without pip the system store and the ca-bundle count', onLinux, async () => {
  assert.deepEqual(await anchorsOf(null, { SSL_CERT_FILE: path('system') }, path('own')), ['own', 'system']);
});
