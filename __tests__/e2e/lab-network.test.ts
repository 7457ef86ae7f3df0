/** The lab's less usual parts: several addresses of a name, SNI, links, and runs of an action. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { connect, type TLSSocket } from 'node:tls';
import { pathToFileURL } from 'node:url';
import { FAULT_ROWS } from '../lab/fault-catalogue.ts';
import { slowDrip, truncated } from '../lab/faults/body.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { packagePath, project } from '../lab/project.ts';
import { runAction } from '../lab/run-action.ts';
import { runProcess } from '../lab/run-process.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

describe('lab network', () => {
  let lab: Lab;
  before(async () => {
    lab = await startLab();
  });
  after(() => lab.close());

  const get = (url: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; body: Buffer; ms: number }>((done, fail) => {
      const started = performance.now();
      const options = { ca: lab.authorities.root.pem, agent: false, headers };
      request(url, options, (answer) => {
        buffer(answer).then(
          (body) => done({ status: answer.statusCode ?? 0, body, ms: performance.now() - started }),
          fail,
        );
      })
        .on('error', fail)
        .end();
    });
  const peer = (host: string, port: number, servername: string) =>
    new Promise<string>((done, fail) => {
      const socket: TLSSocket = connect({ host, port, servername, rejectUnauthorized: false }, () => {
        done(socket.getPeerCertificate().subject.CN as string);
        socket.end();
      }).on('error', fail);
    });

  it('gives one name several addresses, each with a certificate of its own', async () => {
    const first = await lab.mirror({ host: 'lb.test', address: '127.0.0.2', certificate: { commonName: 'new' } });
    const { port } = first;
    await lab.mirror({
      host: 'lb.test',
      address: '127.0.0.3',
      port,
      certificate: { commonName: 'stale', notAfter: -1 },
    });
    assert.equal(await peer('127.0.0.2', port, 'lb.test'), 'new');
    assert.equal(await peer('127.0.0.3', port, 'lb.test'), 'stale');
    const ask = `require('node:dns').lookup('lb.test', { all: true }, (e, all) => console.log(JSON.stringify(all)))`;
    const { stdout } = await runProcess(process.execPath, ['-e', ask], { env: lab.environment() });
    assert.deepEqual(
      (JSON.parse(stdout) as { address: string }[]).map(({ address }) => address),
      ['127.0.0.2', '127.0.0.3'],
    );
  });

  it('chooses the certificate by SNI', async () => {
    const mirror = await lab.mirror({ host: 'a.test', sni: { 'b.test': { commonName: 'other' } } });
    assert.equal(await peer('127.0.0.1', mirror.port, 'a.test'), 'a.test');
    assert.equal(await peer('127.0.0.1', mirror.port, 'b.test'), 'other');
  });

  it('renews a certificate in place', async () => {
    const mirror = await lab.mirror({ host: 'a.test', certificate: { commonName: 'before' } });
    assert.equal(await peer('127.0.0.1', mirror.port, 'a.test'), 'before');
    mirror.renew({ commonName: 'after' });
    assert.equal(await peer('127.0.0.1', mirror.port, 'a.test'), 'after');
    assert.equal(mirror.certificate?.leaf.spec.commonName, 'after');
  });

  it('delivers every byte over a shaped link, and tells how long that took', async (t) => {
    const big = project('big', [{ payload: 500_000 }]);
    const [file] = big.files;
    assert.ok(file !== undefined);
    const mirror = await lab.mirror({ projects: [big], link: { rttMs: 60, bytesPerSecond: 2e6 } });
    const small = await get(`${mirror.indexUrl}big/`);
    const whole = await get(`${mirror.origin}${packagePath(file)}`);
    t.diagnostic(
      `three round trips of 60 ms took ${small.ms.toFixed(0)} ms; 500 KB at 2 MB/s took ${whole.ms.toFixed(0)} ms`,
    );
    assert.equal(whole.body.length, file.bytes.length);
    assert.ok(mirror.link.delivered > file.bytes.length);
  });

  it('says in its log what it sent, also to those who left', async () => {
    const mirror = await lab.mirror({ faults: [truncated(0.5)] });
    await assert.rejects(get(`${mirror.indexUrl}six/`));
    const [half] = mirror.requests;
    assert.equal(half?.status, 200);
    assert.ok((half?.bytesSent ?? 0) > 0);
    mirror.setFaults([slowDrip(1, 10_000)]);
    mirror.clearLog();
    const leaving = get(`${mirror.indexUrl}six/`);
    setTimeout(() => void mirror.close(), 50);
    await assert.rejects(leaving);
    assert.equal(mirror.requests.length, 1);
  });

  it('starts every row of the fault catalogue, and each name is there once', async () => {
    const other = await lab.mirror({ host: 'other.test' });
    const plain = await lab.mirror({ scheme: 'http' });
    const names = FAULT_ROWS.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const row of FAULT_ROWS) await (await lab.mirror(row.options(other, plain))).close();
  });

  it('runs an action as a runner does, and hands its state to post', async () => {
    const entry = lab.temporary('entry');
    const core = pathToFileURL(join(ROOT, 'node_modules', '@actions', 'core', 'lib', 'core.js')).href;
    const steps = {
      main: `core.setOutput('index-url', core.getInput('mode') + core.getInput('fail-on'));
             core.exportVariable('PIP_X', 'two\\nlines'); core.saveState('kept', '{"a":1}');
             core.addPath('/some/bin'); core.warning('careful', { title: 'T' }); await core.summary.addRaw('# Hi').write();`,
      post: `core.setOutput('seen', core.getState('kept') + process.env.PIP_X); core.setFailed('post fails');`,
    };
    for (const [name, body] of Object.entries(steps)) {
      mkdirSync(join(entry, name));
      writeFileSync(join(entry, 'package.json'), '{"type":"module"}');
      writeFileSync(join(entry, name, 'index.js'), `import * as core from '${core}';\n${body}`);
    }
    const main = await runAction({ entry, env: lab.environment(), inputs: { mode: 'audit' } });
    assert.equal(main.exitCode, 0, main.stderr);
    assert.deepEqual(main.outputs, { 'index-url': 'auditexpired' });
    assert.deepEqual([main.env, main.path], [{ PIP_X: 'two\nlines' }, ['/some/bin']]);
    assert.equal(main.summary.trim(), '# Hi');
    assert.deepEqual(main.commands.at(-1), { name: 'warning', properties: { title: 'T' }, message: 'careful' });
    const post = await main.post();
    assert.equal(post.exitCode, 1);
    assert.deepEqual(post.outputs, { seen: '{"a":1}two\nlines' });
  });
});
