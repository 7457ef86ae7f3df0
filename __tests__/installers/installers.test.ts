/**
 * `npm run test:installers`: real pips (one of them run by tox), uv, PDM, Pipenv and Poetry install through what the action exports, from lab
 * mirrors with a private CA, with credentials, with a second index, over a trusted host, and from a wheelhouse.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { wantsCredentials } from '../lab/faults/access.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import type { Mirror } from '../lab/mirror.ts';
import { project } from '../lab/project.ts';
import { type ActionResult, makeFolders, runAction } from '../lab/run-action.ts';
import { projectFolder, type RealInstaller, realInstallers } from './installers.ts';

const LOGIN = 'us%25er:p%40ss%3Aw';
const installers = await realInstallers();

let lab: Lab;
/** A private CA, and credentials with signs that need encoding. */
let secured: Mirror;
/** Lacks what the second one has. */
let first: Mirror;
let second: Mirror;
let expired: Mirror;

before(async () => {
  lab = await startLab();
  // uv resolves names itself: every mirror is localhost, on a port of its own.
  secured = await lab.mirror({ name: 'secured', faults: [wantsCredentials('us%er', 'p@ss:w')] });
  first = await lab.mirror({ name: 'first' });
  second = await lab.mirror({
    name: 'second',
    projects: [...lab.projects, project('only-second', [{ version: '1.0' }])],
  });
  expired = await lab.mirror({ name: 'expired', certificate: { notAfter: -1 } });
});
after(() => lab.close());

/** Runs the action for one installer, with the environment of a job that sets nothing about certificates. */
async function choose(
  installer: RealInstaller,
  inputs: Record<string, string>,
  changes: Record<string, string | undefined> = {},
  requirements = 'lab-app\n',
): Promise<ActionResult> {
  const folders = makeFolders(lab.folder);
  writeFileSync(join(folders.workspace, 'requirements.txt'), requirements);
  const ran = await runAction({
    env: lab.environment({ PIP_CERT: undefined, ...changes }),
    folders,
    inputs: { cache: 'off', 'reuse-minutes': '0', installers: installer.kind, ...inputs },
  });
  assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
  return ran;
}

const later = (ran: ActionResult, changes: Record<string, string | undefined> = {}) => {
  const env: Record<string, string | undefined> = { ...ran.later, NODE_OPTIONS: undefined, ...changes };
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
};

const withLogin = (mirror: Mirror): string => mirror.indexUrl.replace('://', `://${LOGIN}@`);

for (const installer of installers) {
  const { label, kind } = installer;
  describe(label, () => {
    it('installs from a mirror with a private CA and credentials', async () => {
      const ran = await choose(installer, { mirrors: withLogin(secured), 'ca-bundle': lab.rootPem });
      secured.clearLog();
      const folder = projectFolder(lab.folder, `${label} secured`);
      const done = await installer.install(folder, ['lab-app'], later(ran));
      assert.equal(done.exitCode, 0, done.stdout + done.stderr);
      const served = secured.files().map(({ filename }) => filename);
      for (const name of ['lab_app', 'lab_core', 'lab_text']) {
        assert.ok(
          served.some((file) => file?.startsWith(name)),
          `${name} came from the mirror: ${served}`,
        );
      }
    });

    it('installs with credentials from netrc', async () => {
      const netrc = join(lab.temporary('netrc'), 'netrc');
      writeFileSync(netrc, 'machine localhost login us%er password p@ss:w\n', { mode: 0o600 });
      const inputs = { mirrors: secured.indexUrl, 'ca-bundle': lab.rootPem };
      const ran = await choose(installer, inputs, { NETRC: netrc });
      assert.doesNotMatch(JSON.stringify(ran.env), /p@ss|p%40ss/);
      const folder = projectFolder(lab.folder, `${label} netrc`);
      const done = await installer.install(folder, ['lab-app'], later(ran));
      assert.equal(done.exitCode, 0, done.stdout + done.stderr);
    });

    it('installs over a trusted host whose certificate has expired', async (context) => {
      const inputs = { mirrors: expired.indexUrl, 'trusted-hosts': `localhost:${expired.port}` };
      const ran = await choose(installer, inputs);
      if (kind === 'poetry') {
        assert.match(ran.stdout, /has no variable that switches certificate checks off/);
        context.diagnostic('no variable for it, which the action says');
        return;
      }
      const folder = projectFolder(lab.folder, `${label} trusted`);
      const done = await installer.install(folder, ['lab-app'], later(ran));
      assert.equal(done.exitCode, 0, done.stdout + done.stderr);
    });

    it('installs with a second index beside the chosen one, files from the chosen one', async (context) => {
      const inputs = { mirrors: first.indexUrl, fallback: second.indexUrl, 'ca-bundle': lab.rootPem };
      const ran = await choose(installer, inputs, {}, 'lab-app\nonly-second\n');
      if (kind !== 'pip' && kind !== 'uv') {
        assert.match(ran.stdout, /has no variable for a second index/);
        context.diagnostic('one index only, which the action says');
        return;
      }
      for (const mirror of [first, second]) mirror.clearLog();
      const folder = projectFolder(lab.folder, `${label} fallback`);
      const done = await installer.install(folder, ['lab-app', 'only-second'], later(ran));
      assert.equal(done.exitCode, 0, done.stdout + done.stderr);
      const bySecond = second.files().map(({ filename }) => filename);
      assert.deepEqual([...new Set(bySecond)], ['only_second-1.0-py3-none-any.whl']);
      assert.ok(first.files().length >= 3);
    });

    it('installs from a checked wheelhouse alone', async (context) => {
      const filler = await choose(installer, {
        mode: 'download',
        mirrors: first.indexUrl,
        'ca-bundle': lab.rootPem,
        wheelhouse: 'my wheels',
      });
      const wheelhouse = join(filler.folders.workspace, 'my wheels');
      const ran = await runAction({
        env: lab.environment({ PIP_CERT: undefined }),
        folders: filler.folders,
        inputs: { policy: 'offline', wheelhouse: 'my wheels', installers: kind, cache: 'off' },
      });
      assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
      if (kind === 'pdm' || kind === 'poetry') {
        assert.deepEqual({ ...ran.env }, {});
        assert.match(ran.stdout, /has no variable for a folder of wheels/);
        context.diagnostic('no variable for it, which the action says');
        return;
      }
      const requests = first.requests.length;
      const folder = projectFolder(lab.folder, `${label} offline`);
      const done = await installer.install(folder, ['lab-app'], later(ran));
      assert.equal(done.exitCode, 0, `${wheelhouse}\n${done.stdout}${done.stderr}`);
      assert.equal(first.requests.length, requests);
    });
  });
}
