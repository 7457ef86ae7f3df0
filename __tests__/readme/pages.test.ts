/** Every workflow and command that a user is shown is run, word for word, in a world where its hosts exist. */
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { codeBlocks, readFromRoot } from '../contract/markdown-files.ts';
import { only } from '../lab/fault.ts';
import { wantsCredentials } from '../lab/faults/access.ts';
import { status } from '../lab/faults/status.ts';
import { installPackage } from '../lab/install-package.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { project } from '../lab/project.ts';
import { runProcess } from '../lab/run-process.ts';
import { type PythonTool, uvTool } from '../outside/python-tool.ts';
import { FORGES, IssuesForge } from '../receivers/issues-forge.ts';
import { openReceiver } from '../receivers/receiver.ts';
import { wecomService } from '../receivers/services.ts';
import { runJob, type Step } from './run-workflow.ts';
import { makeWorld } from './world.ts';

interface Workflow {
  readonly steps?: readonly Step[];
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const README = readFromRoot('README.md');
const OTHER_CI = readFromRoot('docs/other-ci.md');
const DOCKER = readFromRoot('docs/docker.md');

let lab: Lab;
before(async () => {
  lab = await startLab();
});
after(() => lab.close());

/** The blocks of this language below a heading. */
function blocks(page: string, heading: string, language: string): string[] {
  const [, below = ''] = page.split(new RegExp(`^#+ ${heading}$`, 'm'));
  return codeBlocks(below.split(/^#+ /m)[0] ?? '')
    .filter((block) => block.language === language)
    .map(({ text }) => text);
}

function steps(heading: string, job?: string): readonly Step[] {
  const workflow = parse(blocks(README, heading, 'yaml')[0] ?? '') as Workflow;
  const found = workflow.steps ?? workflow.jobs?.[job ?? Object.keys(workflow.jobs)[0] ?? '']?.steps;
  assert.ok(found, heading);
  return found;
}

const holding =
  (requirements: string, more: (workspace: string) => void = () => {}) =>
  (workspace: string): void => {
    writeFileSync(join(workspace, 'requirements.txt'), requirements);
    more(workspace);
  };
const entry = 'bundle';

test('README: five lines', async () => {
  const world = await makeWorld(lab, { 'pypi.org': {} });
  const job = await runJob({ entry, steps: steps('Five lines'), env: world.env, checkout: holding('lab-app\n') });
  assert.ok(job.succeeded, job.log);
  assert.equal(job.actions[0]?.env.PIP_INDEX_URL, 'https://pypi.org/simple/');
  assert.ok((world.mirrors['pypi.org']?.files().length ?? 0) >= 3, 'pip installed from it');
});

test('README: CI', async () => {
  const world = await makeWorld(lab, { 'pypi.org': { certificate: { notAfter: -1 } }, 'pypi.example.com': {} });
  const job = await runJob({ entry, steps: steps('CI'), env: world.env, checkout: holding('lab-app\n') });
  assert.ok(job.succeeded, job.log);
  assert.match(job.runs[1]?.stdout ?? '', /^installed from company$/m);
});

test('README: matrix builds', async () => {
  const world = await makeWorld(lab, { 'pypi.org': {} });
  const values = { 'matrix.python': '3.13' };
  const job = await runJob({
    entry,
    steps: steps('Matrix builds'),
    env: world.env,
    values,
    checkout: holding('six\n'),
  });
  assert.ok(job.succeeded, job.log);
});

test('README: scheduled audit', async () => {
  const world = await makeWorld(lab, { 'pypi.example.com': { certificate: { notAfter: 2.5 } } });
  const forge = new IssuesForge(FORGES[0] as (typeof FORGES)[0], 'ghs_token');
  await using receiver = await openReceiver((request) =>
    request.path.startsWith('/wecom') ? wecomService(request) : forge.answer(request),
  );
  const job = await runJob({
    entry,
    steps: steps('Scheduled audit'),
    env: world.env,
    values: { 'secrets.WECOM_WEBHOOK': `${receiver.origin}/wecom?key=K`, 'github.token': 'ghs_token' },
    runner: { GITHUB_API_URL: receiver.origin },
    checkout: () => {},
  });
  const [audit] = job.actions;
  assert.equal(audit?.outputs.expiring, '1', job.log);
  assert.ok(receiver.received.some(({ path }) => path.startsWith('/wecom')));
  assert.ok(forge.open.length >= 1, 'an issue for the mirror that fails');
});

test('README: a certificate ended tonight', async () => {
  const world = await makeWorld(lab, {
    'pypi.example.com': { certificate: { notAfter: -1 } },
    // Verified, and no help: its files cannot be had.
    'pypi.org': { faults: [only({ kind: 'file' }, status(403))] },
  });
  const six = lab.projects.find(({ name }) => name === 'six')?.files.find(({ version }) => version === '1.1');
  const job = await runJob({
    entry,
    steps: steps('A certificate ended tonight'),
    env: world.env,
    checkout: holding(`six==1.1 --hash=sha256:${six?.sha256}\n`),
  });
  assert.ok(job.succeeded, job.log);
  // Without its port, as pip reads a host on the usual one.
  assert.equal(job.actions[0]?.env.PIP_TRUSTED_HOST, 'pypi.example.com');
  assert.equal(job.actions[0]?.env.PIP_REQUIRE_HASHES, '1');
});

test('README: the install failed', async () => {
  const world = await makeWorld(lab, { 'pypi.org': {} });
  const job = await runJob({
    entry,
    steps: steps('The install failed'),
    env: world.env,
    checkout: holding('six\nlab-nowhere\n'),
  });
  assert.equal(job.succeeded, false);
  assert.equal(job.actions.length, 2, 'the last step ran because another failed');
  assert.match(job.actions[1]?.summary ?? '', /lab-nowhere/);
});

test('README: internal index', async () => {
  const world = await makeWorld(
    lab,
    { 'nexus.example.com': { indexPath: '/repository/pypi/simple/', faults: [wantsCredentials('ci', 's3cret')] } },
    { PIP_CERT: undefined },
  );
  const job = await runJob({
    entry,
    steps: steps('Internal index'),
    env: world.env,
    values: { 'secrets.NEXUS_PASSWORD': 's3cret' },
    checkout: holding('lab-app\n', (workspace) => {
      mkdirSync(join(workspace, 'certs'));
      copyFileSync(lab.rootPem, join(workspace, 'certs', 'company-ca.pem'));
    }),
  });
  assert.ok(job.succeeded, job.log);
  assert.equal(job.actions[0]?.env.PIP_INDEX_URL, 'https://ci:s3cret@nexus.example.com/repository/pypi/simple/');
});

test('README: offline', async () => {
  const artifacts = lab.temporary('artifacts');
  const connected = await makeWorld(lab, { 'pypi.org': {} });
  const checkout = holding('lab-app\n');
  const fill = await runJob({ entry, steps: steps('Offline', 'fill'), env: connected.env, artifacts, checkout });
  assert.ok(fill.succeeded, fill.log);
  const isolated = await makeWorld(lab, {});
  const install = await runJob({ entry, steps: steps('Offline', 'install'), env: isolated.env, artifacts, checkout });
  assert.ok(install.succeeded, install.log);
});

test('README: PyTorch', async () => {
  const torch = project('torch', [{ version: '2.8.0+cu128', payload: 20_000 }]);
  const world = await makeWorld(lab, {
    'pypi.org': { projects: [...lab.projects, project('torch', [{ version: '2.8.0' }])] },
    'download.pytorch.org': { indexPath: '/whl/cu128/', projects: [torch] },
  });
  const job = await runJob({ entry, steps: steps('PyTorch'), env: world.env, checkout: holding('six\n') });
  assert.ok(job.succeeded, job.log);
  assert.match(job.runs[0]?.stdout ?? '', /torch-2\.8\.0\+cu128/);
});

let uv: PythonTool | null = null;
try {
  uv = await uvTool();
} catch {
  // The test below says so.
}
test('README: uv and other installers', { skip: uv === null && 'uv cannot be had here' }, async () => {
  const venv = join(lab.temporary('venv'), 'venv');
  const world = await makeWorld(lab, { 'pypi.org': {} }, { VIRTUAL_ENV: venv, SSL_CERT_FILE: lab.rootPem });
  const made = await runProcess(lab.python, ['-m', 'venv', '--without-pip', venv], { env: world.env });
  assert.equal(made.exitCode, 0, made.stderr);
  const env = { ...world.env, PATH: `${uv?.bin}:${world.env.PATH}` };
  const job = await runJob({ entry, steps: steps('uv and other installers'), env, checkout: holding('lab-app\n') });
  assert.ok(job.succeeded, job.log);
});

for (const [index, dockerfile] of blocks(DOCKER, 'Docker', 'dockerfile').entries()) {
  test(`README and docs/docker.md: Docker, Dockerfile ${index + 1}`, async () => {
    const world = await makeWorld(lab, { 'pypi.org': {} });
    const [secret] = blocks(DOCKER, 'Docker', 'yaml');
    const own = steps('Docker').filter(({ run }) => index === 0 || run === undefined);
    const job = await runJob({
      entry,
      steps: index === 0 ? own : [...own, ...(parse(secret ?? '') as readonly Step[])],
      env: world.env,
      checkout: holding('lab-app\n', (workspace) => writeFileSync(join(workspace, 'Dockerfile'), dockerfile)),
    });
    assert.ok(job.succeeded && job.runs.length === 1, job.log);
    assert.ok((world.mirrors['pypi.org']?.files().length ?? 0) >= 3, 'the image was built from it');
  });
}

test('the command, from `npm pack`: each line of README and docs/other-ci.md', async () => {
  const { user } = installPackage(lab.temporary('package'));
  const world = await makeWorld(lab, { 'pypi.org': {} }, { npm_config_offline: 'true' });
  const gitlab = parse(blocks(OTHER_CI, 'GitLab CI', 'yaml')[0] ?? '') as Record<
    'mirror' | 'test',
    { script: string[] }
  >;
  const jenkins = [...(blocks(OTHER_CI, 'Jenkins', 'groovy')[0] ?? '').matchAll(/^sh '(.*)'$/gm)].map(
    ([, line]) => line,
  );
  const scripts = [
    ...blocks(README, 'Other CI systems', 'sh').join('').split('\n'),
    ...blocks(OTHER_CI, 'Other CI systems and your desk', 'sh').join('').split('\n'),
    // The artifact of the first job lies in the folder of the second.
    [...gitlab.mirror.script, ...gitlab.test.script].join('\n'),
    ...jenkins,
  ];
  const wanted = scripts.filter((line) => line !== undefined && line !== '');
  assert.ok(wanted.length >= 9);
  for (const script of new Set(wanted)) {
    writeFileSync(join(user, 'requirements.txt'), 'six\n');
    const ran = await runProcess('bash', ['-e', '-c', `${script}\nprintf '\\n%s' "$PIP_INDEX_URL"`], {
      env: world.env,
      cwd: user,
    });
    assert.equal(ran.exitCode, 0, `${script}\n${ran.stdout}${ran.stderr}`);
    if (script?.startsWith('eval')) assert.match(ran.stdout, /https:\/\/pypi\.org\/simple\/$/);
  }
});

test('the command: on although a certificate ended', async () => {
  const { user } = installPackage(lab.temporary('package'));
  const world = await makeWorld(
    lab,
    {
      'pypi.example.com': { certificate: { notAfter: -1 } },
      'pypi.org': { faults: [only({ kind: 'file' }, status(403))] },
    },
    { npm_config_offline: 'true' },
  );
  writeFileSync(join(user, 'requirements.txt'), 'six\n');
  const [line = ''] = blocks(OTHER_CI, 'A certificate ended and you must go on', 'sh');
  const ran = await runProcess('bash', ['-e', '-c', line], { env: world.env, cwd: user });
  assert.equal(ran.exitCode, 0, ran.stdout + ran.stderr);
  assert.ok(existsSync(world.env.PIP_TARGET ?? '') && readdirSync(world.env.PIP_TARGET ?? '').length > 0);
});
