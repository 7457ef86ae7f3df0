/** `policy: internal` on Debian's nginx as a caching proxy of PyPI, as companies set it up. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { internalJob, withLogin } from './internal-job.ts';
import { type Nginx, passwordLine, startNginx } from './nginx.ts';

let lab: Lab;
let pypi: Mirror;
let files: Mirror;

before(async () => {
  lab = await startLab();
  files = await lab.mirror({ name: 'files', host: 'files.pythonhosted.org' });
  pypi = await lab.mirror({ name: 'pypi', host: 'pypi.org', filesAt: files });
});
after(() => lab.close());

/** nginx fetches by address: it is told the upstream's name for SNI and Host. */
const upstream = (mirror: Mirror): string => `
  proxy_pass https://127.0.0.1:${mirror.port};
  proxy_ssl_server_name on;
  proxy_ssl_name ${mirror.host};
  proxy_ssl_verify on;
  proxy_ssl_trusted_certificate ${lab.rootPem};
  proxy_set_header Host ${mirror.host}:${mirror.port};
  proxy_set_header Accept-Encoding "";
  proxy_set_header Authorization "";
`;

/** With `rewrites`, links to the file host lead back to the proxy. */
function proxy(host: string, { rewrites, access = '' }: { rewrites: boolean; access?: string }): Promise<Nginx> {
  return startNginx(lab, {
    host,
    http: 'proxy_cache_path {folder}/cache levels=1:2 keys_zone=pypi:10m inactive=1d;',
    server: `
      ${access}
      proxy_cache pypi;
      proxy_cache_valid 200 1d;
      proxy_cache_use_stale error timeout http_500 http_502 http_503 http_504;
      location /simple/ {
        ${upstream(pypi)}
        proxy_cache_key $uri$http_accept;
        ${rewrites ? `sub_filter '${files.origin}' ''; sub_filter_once off; sub_filter_types *;` : ''}
      }
      location /packages/ { ${upstream(files)} }
    `,
  });
}

describe('nginx as a caching proxy that rewrites the links', () => {
  it('is chosen, real pip installs through it, and goes on from its cache when PyPI is gone', async () => {
    const other = await lab.mirror({ name: 'mortal files', host: 'files.pythonhosted.org' });
    const mortal = await lab.mirror({ name: 'mortal', host: 'pypi.org', filesAt: other });
    const before = [pypi, files] as const;
    [pypi, files] = [mortal, other];
    const nginx = await proxy('proxy.test', { rewrites: true });
    try {
      const inputs = { mirrors: `${nginx.origin}/simple/` };
      const job = await internalJob(lab, inputs);
      assert.equal(job.ran.exitCode, 0, job.ran.stdout + job.ran.stderr);
      const pip = await job.install('lab-app', 'six');
      assert.equal(pip.exitCode, 0, pip.stderr);
      for (const { headers } of [...mortal.requests, ...other.requests]) {
        assert.equal(headers.host?.split(':')[0]?.endsWith('.org'), true, 'only the proxy asks');
      }
      const asked = mortal.requests.length + other.requests.length;
      await Promise.all([mortal.close(), other.close()]);
      const again = await internalJob(lab, inputs);
      assert.equal(again.ran.exitCode, 0, again.ran.stdout + again.ran.stderr);
      assert.equal((await again.install('lab-app', 'six')).exitCode, 0);
      assert.equal(mortal.requests.length + other.requests.length, asked);
    } finally {
      [pypi, files] = before;
      await nginx.stop();
    }
  });

  it('is reported for serving public packages', async () => {
    const nginx = await proxy('open.test', { rewrites: true });
    const job = await internalJob(lab, { mirrors: `${nginx.origin}/simple/` });
    await nginx.stop();
    assert.match(job.told, /also serves public packages/);
  });
});

describe('nginx that leaves the links as they are', () => {
  it('is refused: pip would fetch the files from the public host, which is not contacted', async () => {
    const nginx = await proxy('leaky.test', { rewrites: false });
    files.clearLog();
    const job = await internalJob(lab, { mirrors: `${nginx.origin}/simple/` });
    await nginx.stop();
    assert.equal(job.ran.exitCode, 1);
    assert.deepEqual(job.reasons, ['file-host-not-allowed']);
    assert.equal(files.connections.length, 0);
  });
});

describe('nginx that lets only some in', () => {
  it('tells 401 from 403, and lets in who has the password', async () => {
    const passwords = join(lab.temporary('passwords'), 'htpasswd');
    writeFileSync(passwords, passwordLine('joe', 's3cr/et'));
    const nginx = await proxy('guarded.test', {
      rewrites: true,
      access: `
        location /closed/ { deny all; }
        auth_basic "team";
        auth_basic_user_file ${passwords};
      `,
    });
    const url = `${nginx.origin}/simple/`;
    assert.deepEqual((await internalJob(lab, { mirrors: url })).reasons, ['auth-required']);
    assert.deepEqual((await internalJob(lab, { mirrors: withLogin(url, 'joe', 'no') })).reasons, ['auth-required']);
    const closed = withLogin(`${nginx.origin}/closed/`, 'joe', 's3cr/et');
    assert.deepEqual((await internalJob(lab, { mirrors: closed })).reasons, ['http-403']);
    const job = await internalJob(lab, { mirrors: withLogin(url, 'joe', 's3cr/et') });
    assert.equal(job.ran.exitCode, 0, job.ran.stdout + job.ran.stderr);
    assert.equal((await job.install('six')).exitCode, 0);
    await nginx.stop();
    assert.match(readFileSync(nginx.logFile, 'utf8'), /GET \/simple\/six\/ 200 joe "pip\//);
  });
});
