/** `policy: internal` on a real devpi-server behind Debian's nginx: own index, index based on PyPI, mirror of PyPI. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { type Devpi, startDevpi } from './devpi.ts';
import { internalJob, withLogin } from './internal-job.ts';
import { type Nginx, passwordLine, startNginx } from './nginx.ts';

const LOGIN = ['build-bot', 's3cr/et@%'] as const;

let lab: Lab;
/** What devpi takes for PyPI. */
let pypi: Mirror;
let devpi: Devpi;
let front: Nginx;

before(async () => {
  lab = await startLab();
  pypi = await lab.mirror({ name: 'pypi', host: 'pypi.org' });
  devpi = await startDevpi(lab, pypi.indexUrl);
  await devpi.index('team/own', ['bases=', 'acl_upload=root']);
  await devpi.upload('team/own');
  await devpi.index('team/based', ['bases=root/pypi']);
  const passwords = join(lab.temporary('passwords'), 'htpasswd');
  writeFileSync(passwords, passwordLine(...LOGIN));
  // As devpi-gen-config writes it.
  const to = `
    proxy_pass http://127.0.0.1:${devpi.port};
    proxy_set_header X-outside-url $scheme://$http_host;
    proxy_set_header X-Real-IP $remote_addr;
    proxy_set_header Authorization "";
  `;
  front = await startNginx(lab, {
    host: 'devpi.test',
    server: `
      location / { ${to} }
      location /team/ { auth_basic "team"; auth_basic_user_file ${passwords}; ${to} }
    `,
  });
});
after(async () => {
  await Promise.all([front?.stop(), devpi?.stop()]);
  await lab.close();
});

const indexOf = (name: string): string => {
  const url = `${front.origin}/${name}/+simple/`;
  return name.startsWith('team/') ? withLogin(url, ...LOGIN) : url;
};

/** Requests that somebody else than devpi sent to what it takes for PyPI. */
const byOthers = (): string[] =>
  pypi.requests.map(({ headers }) => headers['user-agent'] ?? '').filter((agent) => !agent.startsWith('devpi-server/'));

describe('an index of the team’s own wheels', () => {
  it('is chosen with its credentials, and real pip installs from it', async () => {
    const job = await internalJob(lab, { mirrors: indexOf('team/own') });
    assert.equal(job.ran.exitCode, 0, job.ran.stdout + job.ran.stderr);
    assert.deepEqual(job.ran.env, { PIP_INDEX_URL: indexOf('team/own'), PIP_CERT: lab.rootPem });
    const pip = await job.install('lab-app');
    assert.equal(pip.exitCode, 0, pip.stderr);
    assert.doesNotMatch(job.told, /forwards to|public packages/);
  });

  it('says 401 without credentials', async () => {
    assert.deepEqual((await internalJob(lab, { mirrors: `${front.origin}/team/own/+simple/` })).reasons, [
      'auth-required',
    ]);
  });

  it('that is not there is not confirmed by pip, and what it lacks is told', async () => {
    const job = await internalJob(lab, { mirrors: indexOf('team/onw') });
    assert.match(job.told, /No index has six, lab-app/);
    assert.match(job.told, /not confirmed by pip/);
  });
});

describe('an index based on root/pypi, and root/pypi itself', () => {
  for (const name of ['team/based', 'root/pypi']) {
    it(`${name} serves public packages, which is told; only devpi asks PyPI`, async () => {
      pypi.clearLog();
      const job = await internalJob(lab, { mirrors: indexOf(name) });
      assert.equal(job.ran.exitCode, 0, job.ran.stdout + job.ran.stderr);
      assert.match(job.told, /also serves public packages/);
      const pip = await job.install('lab-app');
      assert.equal(pip.exitCode, 0, pip.stderr);
      assert.deepEqual(byOthers(), []);
    });
  }

  it('is refused where it leaves the files to PyPI’s host, which is not contacted', async () => {
    await devpi.index('root/pypi', ['mirror_use_external_urls=True']);
    pypi.clearLog();
    // A project whose files devpi has not fetched yet.
    const job = await internalJob(lab, { mirrors: indexOf('root/pypi') }, { requirements: 'idna\n' });
    assert.equal(job.ran.exitCode, 1, job.ran.stdout);
    assert.deepEqual(job.reasons, ['file-host-not-allowed']);
    assert.deepEqual(byOthers(), []);
  });
});
