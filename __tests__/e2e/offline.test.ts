/** Both halves of an isolated network: `mode: download` fills a wheelhouse, `policy: offline` checks it and keeps pip to it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildWheel } from '../lab/distribution.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { permittedNamespace } from '../lab/network-namespace.ts';
import { project } from '../lab/project.ts';
import { type ActionResult, makeFolders, type RunnerFolders, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';
import { runProcess } from '../lab/run-process.ts';

let lab: Lab;
let mirror: Mirror;

before(async () => {
  lab = await startLab();
  mirror = await lab.mirror({ name: 'near', host: 'near.test' });
});
after(() => lab.close());

/** A job with this requirements file. */
function job(requirements: string): RunnerFolders {
  const folders = makeFolders(lab.folder);
  writeFileSync(join(folders.workspace, 'requirements.txt'), requirements);
  return folders;
}

function download(folders: RunnerFolders, changes = {}, inputs = {}): Promise<ActionResult> {
  return runAction({
    env: lab.environment(changes),
    folders,
    inputs: { mode: 'download', mirrors: mirror.indexUrl, wheelhouse: 'wheels', cache: 'off', ...inputs },
  });
}

function offline(folders: RunnerFolders, changes = {}, inputs = {}): Promise<ActionResult> {
  return runAction({
    env: lab.environment(changes),
    folders,
    inputs: { policy: 'offline', wheelhouse: 'wheels', cache: 'off', ...inputs },
  });
}

const titles = (ran: ActionResult): string[] =>
  ran.commands.filter(({ name }) => name === 'error').map(({ properties }) => properties.title ?? '');

describe('mode: download', () => {
  it('fills the folder through the chosen mirror, with papers that sha256sum accepts', async () => {
    const folders = job('lab-app==1.1\n');
    mirror.clearLog();
    const ran = await download(folders, {}, { packages: 'certifi' });
    assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
    const house = join(folders.workspace, 'wheels');
    const wheels = readdirSync(house).filter((name) => name.endsWith('.whl'));
    assert.deepEqual(wheels.sort(), [
      'certifi-1.1-py3-none-any.whl',
      'lab_app-1.1-py3-none-any.whl',
      'lab_core-1.1-py3-none-any.whl',
      'lab_text-1.1-py3-none-any.whl',
    ]);
    assert.match(ran.stdout, /1 {2}\S+-1\.1-py3-none-any\.whl/, 'progress is shown');
    const sums = readFileSync(join(house, 'SHA256SUMS'), 'utf8').trim().split('\n');
    for (const line of sums) {
      const [digest, name = ''] = line.split('  ');
      assert.equal(
        createHash('sha256')
          .update(readFileSync(join(house, name)))
          .digest('hex'),
        digest,
        name,
      );
    }
    assert.equal(sums.length, wheels.length);
    const manifest = JSON.parse(readFileSync(join(house, 'manifest.json'), 'utf8'));
    assert.equal(manifest.indexUrl, mirror.indexUrl);
    assert.deepEqual(manifest.requirements, ['certifi', 'lab-app==1.1']);
    assert.equal(manifest.targets.length, 1);
  });

  it('takes the job’s PIP_PLATFORM and PIP_PYTHON_VERSION, and adds up over several runs', async () => {
    const tagged = (tags: string) => buildWheel({ name: 'native', version: '1.0', tags });
    const native = project('native', [
      tagged('cp312-cp312-win_amd64'),
      tagged('cp313-cp313-manylinux_2_17_x86_64'),
      tagged('py3-none-any'),
    ]);
    const farm = await lab.mirror({ name: 'farm', host: 'farm.test', projects: [...lab.projects, native] });
    const folders = job('native\n');
    const foreign = { PIP_ONLY_BINARY: ':all:' };
    const windows = { ...foreign, PIP_PLATFORM: 'win_amd64', PIP_PYTHON_VERSION: '3.12' };
    const linux = { ...foreign, PIP_PLATFORM: 'manylinux_2_17_x86_64', PIP_PYTHON_VERSION: '3.13' };
    for (const changes of [windows, linux, {}]) {
      const ran = await download(folders, changes, { mirrors: farm.indexUrl });
      assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
    }
    const house = join(folders.workspace, 'wheels');
    const wheels = readdirSync(house).filter((name) => name.endsWith('.whl'));
    assert.equal(wheels.length, 3, String(wheels));
    const manifest = JSON.parse(readFileSync(join(house, 'manifest.json'), 'utf8'));
    assert.deepEqual(
      manifest.targets.map((target: { platform?: string; pythonVersion?: string }) => [
        target.platform,
        target.pythonVersion,
      ]),
      [
        ['win_amd64', '3.12'],
        ['manylinux_2_17_x86_64', '3.13'],
        [undefined, undefined],
      ],
    );
  });

  it('fails, naming the file of the job, when pip cannot get everything', async () => {
    const ran = await download(job('six\nnot-on-any-mirror\n'), {}, { fallback: 'none' });
    assert.equal(ran.exitCode, 1);
    assert.match(ran.stdout, /not-on-any-mirror/);
  });
});

describe('policy: offline', () => {
  it('accepts what download made, and pip installs it without a network', async () => {
    const folders = job('lab-app==1.1\n');
    assert.equal((await download(folders)).exitCode, 0);
    const house = join(folders.workspace, 'wheels');
    const requests = mirror.requests.length;
    const ran = await offline(folders, {}, { installers: 'pip,uv' });
    assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
    assert.deepEqual(
      { ...ran.env },
      { PIP_NO_INDEX: '1', PIP_FIND_LINKS: house, UV_OFFLINE: '1', UV_FIND_LINKS: house },
    );
    assert.equal(mirror.requests.length, requests, 'no request was sent');
    assert.equal(ran.outputs.mirror, 'wheelhouse');
    assert.equal(ran.outputs['index-url'], '');
    assert.equal(ran.outputs['pip-args'], `--no-index --find-links ${house}`);

    const target = lab.temporary('target');
    const args = ['-m', 'pip', 'install', '--target', target, '-r', join(folders.workspace, 'requirements.txt')];
    const isolated = permittedNamespace();
    if (isolated === null) console.error('NOT PROVED: no network namespace is permitted here, pip runs with a network');
    const pip =
      isolated === null
        ? await runPip({ env: ran.later, args: args.slice(2) })
        : await runProcess('unshare', [...isolated, lab.python, ...args], { env: ran.later });
    assert.equal(pip.exitCode, 0, pip.stderr);
    assert.ok(readdirSync(target).includes('lab_app'));
  });

  it('names what is missing, corrupt, for another platform or with a wrong hash, and exports nothing', async () => {
    const folders = job('lab-app==1.1\ncertifi==1.1\nnative==1.0\n');
    writeFileSync(join(folders.workspace, 'requirements-locked.txt'), `idna==1.1 --hash=sha256:${'0'.repeat(64)}\n`);
    const house = join(folders.workspace, 'wheels');
    mkdirSync(house);
    const keep = (name: string, bytes: Uint8Array): void => writeFileSync(join(house, name), bytes);
    for (const { name, files } of lab.projects) {
      const file = files.find((one) => one.version === '1.1');
      if (file === undefined || name === 'lab-core') continue;
      keep(file.filename, name === 'certifi' ? file.bytes.subarray(0, 2000) : file.bytes);
    }
    const native = buildWheel({ name: 'native', tags: 'cp399-cp399-win32' });
    keep(native.filename, native.bytes);

    const ran = await offline(folders);
    assert.equal(ran.exitCode, 1);
    assert.deepEqual({ ...ran.env }, {});
    const told = titles(ran).join('\n');
    for (const name of ['lab-core', 'certifi', 'native', 'idna']) assert.match(told, new RegExp(name), told);
    assert.match(ran.summary, /cp399-cp399-win32/);
    assert.match(ran.summary, /cut short/);
  });

  it('keeps pip’s own settings where on-none says so', async () => {
    const ran = await offline(job('six\n'), {}, { 'on-none': 'keep' });
    assert.equal(ran.exitCode, 0);
    assert.deepEqual({ ...ran.env }, {});
  });

  it('works without pip: names, archives and hashes are judged all the same', async () => {
    const folders = job('six\n');
    assert.equal((await download(folders)).exitCode, 0);
    const ran = await offline(folders, {}, { python: 'no-such-python' });
    assert.equal(ran.exitCode, 0, ran.stdout);
    rmSync(join(folders.workspace, 'wheels', 'six-1.1-py3-none-any.whl'));
    assert.equal((await offline(folders, {}, { python: 'no-such-python' })).exitCode, 1);
  });
});
