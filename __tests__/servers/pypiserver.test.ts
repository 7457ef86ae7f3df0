/** `policy: internal` on a real pypiserver, alone and behind Debian's nginx with a private CA. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { internalJob, withLogin } from './internal-job.ts';
import { type Nginx, startNginx } from './nginx.ts';
import { startPypiserver } from './pypiserver.ts';
import type { Server } from './server.ts';

const LOGIN = { user: 'build-bot', password: 'p@ss/w0rd%' };

let lab: Lab;
let pypi: Mirror;
/** Wants credentials, and forwards what it lacks. */
let server: Server;
let front: Nginx;
/** Open to all, and forwards nothing. */
let modest: Server;

before(async () => {
  lab = await startLab();
  pypi = await lab.mirror({ name: 'pypi', host: 'pypi.org' });
  server = await startPypiserver(lab, { login: LOGIN, args: ['--fallback-url', pypi.indexUrl] });
  front = await startNginx(lab, {
    host: 'wheels.test',
    server: `location / { proxy_pass http://127.0.0.1:${server.port}; proxy_set_header Host $http_host; }`,
  });
  modest = await startPypiserver(lab, { login: null, args: ['--disable-fallback'] });
});
after(async () => {
  await Promise.all([front?.stop(), server?.stop(), modest?.stop()]);
  await lab.close();
});

const secured = (): string => withLogin(`${front.origin}/simple/`, LOGIN.user, LOGIN.password);

describe('pypiserver behind nginx, with a private CA and credentials', () => {
  it('is chosen, and real pip installs from it', async () => {
    const job = await internalJob(lab, { mirrors: secured() });
    assert.equal(job.ran.exitCode, 0, job.ran.stdout + job.ran.stderr);
    assert.deepEqual(job.ran.env, { PIP_INDEX_URL: secured(), PIP_CERT: lab.rootPem });
    const pip = await job.install('lab-app');
    assert.equal(pip.exitCode, 0, pip.stderr);
    assert.match(pip.stdout, /Successfully installed .*lab-core/);
  });

  it('is reported for sending on to PyPI what it lacks, and PyPI is not contacted', async () => {
    pypi.clearLog();
    const job = await internalJob(lab, { mirrors: secured() });
    assert.match(job.told, /forwards to pypi\.org/);
    assert.equal(pypi.connections.length, 0);
  });

  it('does send real pip on, so that the report is no false alarm', async () => {
    const job = await internalJob(lab, { mirrors: secured() });
    pypi.clearLog();
    const pip = await job.install('name-of-the-company');
    assert.notEqual(pip.exitCode, 0);
    assert.ok(pypi.requests.some(({ url }) => url.includes('name-of-the-company')));
  });

  it('says 401 without credentials and 403 to wrong ones: the two are told apart', async () => {
    const url = `${front.origin}/simple/`;
    for (const [mirrors, reason] of [
      [url, 'auth-required'],
      [withLogin(url, LOGIN.user, 'wrong'), 'http-403'],
    ] as const) {
      const job = await internalJob(lab, { mirrors });
      assert.equal(job.ran.exitCode, 1);
      assert.deepEqual(job.reasons, [reason]);
      assert.deepEqual({ ...job.ran.env }, {});
    }
  });

  it('is refused where nobody says whose CA it is', async () => {
    const job = await internalJob(lab, { mirrors: secured(), 'ca-bundle': '' });
    assert.equal(job.ran.exitCode, 1);
    assert.deepEqual(job.reasons, ['certificate-untrusted-issuer']);
  });
});

describe('pypiserver over plain http, without fallback', () => {
  it('is used only where its host is trusted, and forwards nothing', async () => {
    const mirrors = `http://localhost:${modest.port}/simple/`;
    assert.deepEqual((await internalJob(lab, { mirrors })).reasons, ['plain-http']);
    const job = await internalJob(lab, { mirrors, 'trusted-hosts': `localhost:${modest.port}` });
    assert.equal(job.ran.exitCode, 0, job.ran.stdout + job.ran.stderr);
    assert.doesNotMatch(job.told, /forwards to|public packages/);
    const pip = await job.install('six');
    assert.equal(pip.exitCode, 0, pip.stderr);
  });
});
