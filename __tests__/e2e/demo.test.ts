/** `npm run demo` shows the main job and passes, whatever the machine's own pip, bundles and proxies are set to. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { it } from 'node:test';
import { runProcess } from '../lab/run-process.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Each of these alone breaks pip, or what the action sees, unless it is kept out. */
const HOSTILE = {
  PIP_INDEX_URL: 'http://127.0.0.1:1/simple/',
  PIP_CERT: '/nonexistent.pem',
  REQUESTS_CA_BUNDLE: '/nonexistent.pem',
  CURL_CA_BUNDLE: '/nonexistent.pem',
  SSL_CERT_FILE: '/nonexistent.pem',
  PIP_FIND_LINKS: '/nonexistent',
  PIP_NO_INDEX: '1',
  HTTPS_PROXY: 'http://127.0.0.1:1',
  https_proxy: 'http://127.0.0.1:1',
  ALL_PROXY: 'http://127.0.0.1:1',
};

it('chooses the fast mirror, and real pip installs from it, in a hostile environment', async () => {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env;
  const ran = await runProcess(process.execPath, [join(ROOT, 'demo', 'main.ts')], {
    env: { PATH, HOME, TMPDIR, ...HOSTILE },
  });
  assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
  assert.match(ran.stdout, /Successfully installed lab-app/);
  assert.match(ran.stdout, /fast +GET 200 .*lab_app-1\.1-py3-none-any\.whl/);
  const page = readFileSync(join(ROOT, '.demo', 'summary.html'), 'utf8');
  assert.match(page, /<table>/);
  assert.doesNotMatch(page, /(src|href)="https?:/);
});
