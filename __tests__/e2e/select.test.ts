/** The main job end to end: the action as a runner runs it, against real TLS servers, then the machine's real pip. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { blocksPip } from '../lab/faults/blocked.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { type ActionResult, makeFolders, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';

const DIST = resolve(import.meta.dirname, '..', '..', 'dist');

interface Report {
  readonly decision: { readonly mirror: string; readonly why: string; readonly confirmedByPip: boolean } | null;
  readonly mirrors: readonly { readonly name: string; readonly usable: boolean; readonly reasons: string[] }[];
}

let lab: Lab;
let near: Mirror;
let far: Mirror;
let expired: Mirror;

before(async () => {
  lab = await startLab();
  near = await lab.mirror({ name: 'near', host: 'near.test', link: { rttMs: 4, bytesPerSecond: 20e6 } });
  far = await lab.mirror({ name: 'far', host: 'far.test', link: { rttMs: 60, bytesPerSecond: 1e6 } });
  expired = await lab.mirror({ name: 'expired', host: 'expired.test', certificate: { notAfter: -1 } });
});
after(() => lab.close());

const lines = (...mirrors: readonly { host: string; indexUrl: string }[]): string =>
  mirrors.map(({ host, indexUrl }) => `${host.replace('.test', '')}=${indexUrl}`).join('\n');

async function reportOf(run: ActionResult): Promise<Report> {
  const { readFile } = await import('node:fs/promises');
  return JSON.parse(await readFile(run.outputs.report ?? '', 'utf8')) as Report;
}

describe('a healthy choice', () => {
  test('real pip installs through the exported variables, from the chosen mirror', async () => {
    const run = await runAction({ env: lab.environment(), inputs: { mirrors: lines(far, near) }, entry: 'bundle' });
    assert.equal(run.exitCode, 0, run.stdout + run.stderr);
    assert.deepEqual(run.env, { PIP_INDEX_URL: near.indexUrl });
    assert.equal(run.outputs.mirror, 'near');
    assert.equal(run.outputs['index-url'], near.indexUrl);
    assert.equal(run.outputs['trusted-host'], '');

    const served = { near: near.requests.length, far: far.requests.length };
    const target = join(lab.temporary('target'), 'site');
    const pip = await runPip({ args: ['install', '--target', target, 'six'], env: run.later });
    assert.equal(pip.exitCode, 0, pip.stderr);
    assert.ok(near.requests.length > served.near, 'the chosen mirror served pip');
    assert.equal(far.requests.length, served.far, 'no other mirror was asked by pip');

    const report = await reportOf(run);
    assert.equal(report.decision?.confirmedByPip, true);
    assert.match(run.summary, /near/);
  });

  test('the request is the one that pip makes', async () => {
    await runAction({ env: lab.environment(), inputs: { mirrors: lines(near), confirm: 'false' } });
    const asked = near.requests.findLast((request) => request.kind === 'page');
    await runPip({
      args: ['download', '--no-deps', '-d', lab.temporary('d'), 'six'],
      env: lab.environment({ PIP_INDEX_URL: near.indexUrl, CI: 'true' }),
    });
    const byPip = near.requests.findLast((request) => request.kind === 'page');
    for (const name of ['user-agent', 'accept', 'accept-encoding', 'cache-control', 'connection'] as const) {
      assert.equal(asked?.headers[name], byPip?.headers[name], name);
    }
  });

  test('a line of the requirements that cannot be read is told, and the others are looked for', async () => {
    const folders = makeFolders(lab.temporary('job'));
    writeFileSync(join(folders.workspace, 'requirements.txt'), 'six\nidna ==== 1\n');
    const run = await runAction({
      env: lab.environment(),
      folders,
      inputs: { mirrors: lines(near), requirements: 'requirements.txt', confirm: 'false' },
    });
    assert.equal(run.outputs.mirror, 'near');
    assert.match(run.stdout, /requirements\.txt:2: is no requirement/);
  });

  test('the action works through a symbolic link and without a summary file', async () => {
    const link = join(lab.temporary('link'), 'action');
    symlinkSync(DIST, link);
    const run = await runAction({
      env: lab.environment(),
      inputs: { mirrors: lines(near), confirm: 'false' },
      entry: link,
      runner: { GITHUB_STEP_SUMMARY: undefined },
    });
    assert.equal(run.exitCode, 0, run.stdout + run.stderr);
    assert.equal(run.env.PIP_INDEX_URL, near.indexUrl);
  });

  test('without any Python the choice is made all the same', async () => {
    const run = await runAction({
      env: lab.environment({ PATH: lab.temporary('empty') }),
      inputs: { mirrors: lines(near), 'ca-bundle': lab.rootPem },
    });
    assert.equal(run.exitCode, 0, run.stdout + run.stderr);
    assert.deepEqual(run.env, { PIP_INDEX_URL: near.indexUrl, PIP_CERT: lab.rootPem });
  });
});

describe('an unhealthy first choice', () => {
  test('an expired mirror gives way to the next healthy one, and no host is trusted', async () => {
    const run = await runAction({ env: lab.environment(), inputs: { mirrors: lines(expired, far) } });
    assert.equal(run.outputs.mirror, 'far');
    assert.deepEqual(run.env, { PIP_INDEX_URL: far.indexUrl });
    const { mirrors } = await reportOf(run);
    assert.deepEqual(mirrors.find(({ name }) => name === 'expired')?.reasons, ['certificate-expired']);
  });

  test('a mirror that turns pip away by its User-Agent is named as such', async () => {
    const blocking = await lab.mirror({ host: 'blocking.test', faults: [blocksPip] });
    const run = await runAction({ env: lab.environment(), inputs: { mirrors: lines(blocking, near) } });
    assert.equal(run.outputs.mirror, 'near');
    const { mirrors } = await reportOf(run);
    assert.deepEqual(mirrors.find(({ name }) => name === 'blocking')?.reasons, ['blocked-user-agent']);
    assert.match(run.summary, /00000069/, 'the block code can be copied into a mail to the operator');
  });

  test('who does not answer, refuses or has no name costs nothing and chooses nothing', async () => {
    const run = await runAction({
      env: lab.environment(),
      inputs: {
        mirrors: lines(
          await lab.blackHole('hole.test'),
          lab.refused('refused.test'),
          lab.unresolvable('nowhere.test'),
          near,
        ),
        timeout: '60',
      },
      timeoutMs: 30_000,
    });
    assert.equal(run.outputs.mirror, 'near', run.stdout);
  });

  test('nothing usable fails the step and exports nothing', async () => {
    const run = await runAction({ env: lab.environment(), inputs: { mirrors: lines(expired) } });
    assert.equal(run.exitCode, 1);
    assert.deepEqual(run.env, {});
    assert.ok(run.commands.some(({ name }) => name === 'error'));
  });

  test('on-none: keep leaves the job as it was, with a warning', async () => {
    const run = await runAction({ env: lab.environment(), inputs: { mirrors: lines(expired), 'on-none': 'keep' } });
    assert.equal(run.exitCode, 0);
    assert.deepEqual(run.env, {});
    assert.ok(run.commands.some(({ name }) => name === 'warning'));
  });
});

describe("the job's own requirements", () => {
  test('a mirror that lacks one of them is not chosen, however near', async () => {
    const lacking = await lab.mirror({
      host: 'lacking.test',
      link: { rttMs: 1 },
      projects: lab.projects.filter(({ name }) => name !== 'idna'),
    });
    const run = await runAction({
      env: lab.environment(),
      inputs: { mirrors: lines(lacking, far), packages: 'six\nidna' },
    });
    assert.equal(run.outputs.mirror, 'far', run.stdout);
    const { mirrors } = await reportOf(run);
    assert.deepEqual(mirrors.find(({ name }) => name === 'lacking')?.reasons, ['missing-requirement']);
  });

  test('a second index is exported where no mirror has everything, and files come from the chosen one', async () => {
    const one = await lab.mirror({ host: 'one.test', projects: lab.projects.filter(({ name }) => name !== 'idna') });
    const two = await lab.mirror({
      host: 'two.test',
      link: { rttMs: 50 },
      projects: lab.projects.filter(({ name }) => name !== 'packaging'),
    });
    const run = await runAction({
      env: lab.environment(),
      inputs: { mirrors: lines(one, two), packages: 'six\nidna\npackaging' },
    });
    assert.equal(run.env.PIP_INDEX_URL, two.indexUrl, run.stdout);
    assert.equal(run.env.PIP_EXTRA_INDEX_URL, one.indexUrl, 'pip takes equal files from the last index');
    const pip = await runPip({
      args: ['download', '--no-deps', '-d', lab.temporary('d'), 'six', 'idna', 'packaging'],
      env: run.later,
    });
    assert.equal(pip.exitCode, 0, pip.stderr);
    assert.ok(
      one.files().some((file) => file.filename?.includes('six')),
      'six comes from the chosen mirror',
    );
  });

  test('a requirement that nobody has is no mirror fault', async () => {
    const run = await runAction({
      env: lab.environment(),
      inputs: { mirrors: lines(near, far), packages: 'our-private-thing==1.0' },
    });
    assert.equal(run.outputs.mirror, 'near', run.stdout);
  });

  test('what would go past the choice is reported', async () => {
    const workspace = lab.temporary('workspace');
    mkdirSync(join(workspace, 'sub'));
    writeFileSync(join(workspace, 'sub', 'requirements.txt'), '-i https://elsewhere.test/simple\nsix\n');
    const folders = { workspace, temp: lab.temporary('temp'), toolCache: lab.temporary('tools') };
    const run = await runAction({ env: lab.environment(), inputs: { mirrors: lines(near) }, folders });
    assert.match(run.summary, /elsewhere/);
    assert.ok(
      run.commands.some(
        ({ name, properties, message }) =>
          name === 'warning' && `${properties.title} ${message}`.includes('requirements.txt'),
      ),
    );
  });
});

describe('indexes beside the mirror', () => {
  test('a private index stays beside it, and what it has no mirror needs to have', async () => {
    const own = lab.projects.filter(({ name }) => name === 'lab-app');
    const publicOnly = lab.projects.filter(({ name }) => name !== 'lab-app');
    const mirror = await lab.mirror({ host: 'public.test', projects: publicOnly });
    const private_ = await lab.mirror({ host: 'private.test', projects: own });
    const run = await runAction({
      env: lab.environment(),
      inputs: {
        mirrors: lines(mirror),
        'extra-index-urls': private_.indexUrl.replace('https://', 'https://user:hunter2@'),
        packages: 'six\nlab-app',
      },
    });
    assert.equal(run.outputs.mirror, 'public', run.stdout);
    assert.match(run.env.PIP_EXTRA_INDEX_URL ?? '', /^https:\/\/user:hunter2@private\.test/);
    const masks = run.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
    assert.ok(masks.includes('hunter2'));
    const shown = run.stdout.replaceAll(/^::add-mask::.*$/gm, '') + run.summary + JSON.stringify(await reportOf(run));
    assert.ok(!shown.includes('hunter2'));
    const pip = await runPip({
      args: ['download', '-d', lab.temporary('d'), '--no-deps', 'six', 'lab-app'],
      env: run.later,
    });
    assert.equal(pip.exitCode, 0, pip.stderr);
  });

  test('a named fallback that passes the gate is laid before the chosen mirror', async () => {
    const run = await runAction({
      env: lab.environment(),
      inputs: { mirrors: lines(near), fallback: `far=${far.indexUrl}` },
    });
    assert.equal(run.env.PIP_INDEX_URL, far.indexUrl);
    assert.equal(run.env.PIP_EXTRA_INDEX_URL, near.indexUrl);
    assert.equal(run.outputs.mirror, 'near');
  });

  test('a named fallback that pip would refuse is not exported', async () => {
    const run = await runAction({
      env: lab.environment(),
      inputs: { mirrors: lines(near), fallback: `expired=${expired.indexUrl}` },
    });
    assert.deepEqual(run.env, { PIP_INDEX_URL: near.indexUrl });
  });
});

describe('wrong inputs', () => {
  test('all are told at once, nothing is asked and nothing exported', async () => {
    const before = near.requests.length;
    const run = await runAction({
      env: lab.environment(),
      inputs: { mirrors: `${lines(near)}\ntunna\nhtp://x.test/simple`, policy: 'verifed', timeout: '-1' },
    });
    assert.equal(run.exitCode, 1);
    assert.deepEqual(run.env, {});
    for (const word of ['tuna', 'https://x.test/simple', 'verified', 'timeout']) {
      assert.ok(run.stdout.includes(word) || run.summary.includes(word), word);
    }
    assert.equal(near.requests.length, before);
  });
});
