/** Every workflow of examples/workflows, what it runs against, and what must have come of it. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../__tests__/lab/project.ts';
import type { Ran } from '../../__tests__/lab/run-process.ts';
import { FORGES, IssuesForge } from '../../__tests__/receivers/issues-forge.ts';
import { openReceiver } from '../../__tests__/receivers/receiver.ts';
import { wecomService } from '../../__tests__/receivers/services.ts';
import { type Bench, repositoryOf, standIn } from './act.ts';
import { artifactFlags } from './artifact-actions.ts';

/** A sentence about what must be, and whether it is. */
export type Finding = readonly [what: string, holds: boolean];

export interface SceneResult {
  readonly findings: readonly Finding[];
  readonly runs: readonly Ran[];
  /** Why it could not be run here. */
  readonly unable?: string;
}

export type Scene = (bench: Bench) => Promise<SceneResult>;

const ACTION = 'org/pip-mirror-select@v1';
/** act prints a step's result with its phase: 'Success - Main …', 'Success - Post …'. */
const did = (ran: Ran, phase: 'Main' | 'Post', step = ACTION): boolean =>
  ran.stdout.includes(`Success - ${phase} ${step}`);
const output = (ran: Ran, name: string, value: string): boolean =>
  ran.stdout.includes(`::set-output:: ${name}=${value}`);
const succeeded = (ran: Ran): Finding => ['the run succeeds', ran.exitCode === 0];

async function auditCron(bench: Bench): Promise<SceneResult> {
  const ending = await bench.lab.mirror({ host: 'ending.test', certificate: { notAfter: 2.5 } });
  await using receiver = await openReceiver((request) => wecomService(request));
  const secret = `${receiver.origin}/cgi-bin/webhook/send?key=K`;
  const { run } = repositoryOf(bench, {
    name: 'audit-cron',
    event: 'workflow_dispatch',
    mirrors: `ending=${ending.indexUrl}`,
    flags: ['-s', `WECOM_WEBHOOK=${secret}`],
  });
  const first = await run();
  const second = await run();
  const [message] = receiver.received;
  return {
    runs: [first, second],
    findings: [
      succeeded(first),
      ['the robot was told of the mirror', message?.body.includes('ending') === true],
      ['it was told once: the second run found the first one’s memory in the cache', receiver.received.length === 1],
      ['the secret is in no log', !`${first.stdout}${second.stdout}`.includes(receiver.origin)],
    ],
  };
}

async function auditIssue(bench: Bench): Promise<SceneResult> {
  const kind = { ...FORGES[0], base: '' } as (typeof FORGES)[number];
  const forge = new IssuesForge(kind, 'ghs_act');
  const ended = await bench.lab.mirror({ host: 'ended.test', certificate: { notAfter: -1 } });
  await using receiver = await openReceiver((request) =>
    // The forge knows one repository; act names one of its own.
    forge.answer({ ...request, path: request.path.replace(/^\/repos\/[^/]+\/[^/]+/, '/repos/octo-org/octo-repo') }),
  );
  const { run } = repositoryOf(bench, {
    name: 'audit-issue',
    event: 'workflow_dispatch',
    mirrors: `ended=${ended.indexUrl}`,
    env: { GITHUB_API_URL: receiver.origin, GITHUB_REPOSITORY: 'octo-org/octo-repo' },
    flags: ['-s', 'GITHUB_TOKEN=ghs_act'],
  });
  const first = await run();
  const second = await run();
  return {
    runs: [first, second],
    findings: [
      ['an expired certificate does not fail it: the issue tells', first.exitCode === 0],
      ['one issue is open after two runs', forge.open.length === 1 && forge.issues.length === 1],
      ['it names the mirror', forge.open[0]?.title === 'Certificate of ended'],
    ],
  };
}

async function auditPrometheus(bench: Bench): Promise<SceneResult> {
  const mirror = await bench.lab.mirror({ host: 'measured.test' });
  await using gateway = await openReceiver(() => ({ status: 202, body: '' }));
  const textfiles = bench.lab.temporary('textfiles');
  const { run } = repositoryOf(bench, {
    name: 'audit-prometheus',
    event: 'workflow_dispatch',
    mirrors: `measured=${mirror.indexUrl}`,
    flags: ['--var', `PUSHGATEWAY=${gateway.origin}`, '--var', `TEXTFILES=${textfiles}`],
  });
  const ran = await run();
  const [pushed] = gateway.received;
  const file = join(textfiles, 'pip-mirrors.prom');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return {
    runs: [ran],
    findings: [
      succeeded(ran),
      ['the Pushgateway got the metrics', pushed?.method === 'PUT' && pushed.body === text],
      ['the textfile is whole', /^probe_success\{.*measured.* 1$/m.test(text) && readdirSync(textfiles).length === 1],
    ],
  };
}

async function matrix(bench: Bench): Promise<SceneResult> {
  const mirror = await bench.lab.mirror({ host: 'chosen.test' });
  const { run } = repositoryOf(bench, { name: 'matrix', event: 'push', mirrors: `chosen=${mirror.indexUrl}` });
  const ran = await run();
  const lines = ran.stdout.split('\n');
  const in_ = (job: string, text: string) => lines.some((line) => line.includes(`/${job}`) && line.includes(text));
  return {
    runs: [ran],
    findings: [
      succeeded(ran),
      ['main and post ran', did(ran, 'Main') && did(ran, 'Post')],
      ...(['test-1', 'test-2'] as const).map(
        (job): Finding => [
          `${job} got the output of the first job`,
          in_(job, `Looking in indexes: ${mirror.indexUrl}`),
        ],
      ),
      [
        'both suites ran',
        /the unit tests go here/.test(ran.stdout) && /the integration tests go here/.test(ran.stdout),
      ],
    ],
  };
}

async function internalIndex(bench: Bench): Promise<SceneResult> {
  const mirror = await bench.lab.mirror({ host: 'nexus.test' });
  const { run, home } = repositoryOf(bench, {
    name: 'internal-index',
    event: 'push',
    // The file as it stands: it names its index itself.
    mirrors: null,
    flags: ['--var', `INTERNAL_INDEX=${mirror.indexUrl}`],
  });
  const first = await run();
  const fetched = mirror.files().length;
  // As on a machine that begins empty.
  rmSync(join(home, '.cache', 'pip'), { recursive: true });
  const second = await run();
  return {
    runs: [first, second],
    findings: [
      succeeded(first),
      succeeded(second),
      ['post keeps the downloads', did(first, 'Post') && /Downloads are kept: \d+ files/.test(first.stdout)],
      ['the first run finds nothing kept', output(first, 'cache-hit', 'false')],
      ['the second run restores from act’s cache server', output(second, 'cache-hit', 'true')],
      ['pip takes the wheel from there', /Using cached|from cache/.test(second.stdout) && fetched > 0],
      ['the wheel is saved in both', [first, second].every(({ stdout }) => /Saved \.\/wheels\/six-/.test(stdout))],
    ],
  };
}

async function offline(bench: Bench): Promise<SceneResult> {
  const mirror = await bench.lab.mirror({ host: 'carried.test' });
  const { run } = repositoryOf(bench, {
    name: 'offline',
    event: 'push',
    mirrors: `carried=${mirror.indexUrl}`,
    flags: await artifactFlags(bench.lab),
  });
  const ran = await run();
  const install = ran.stdout.split('\n').filter((line) => line.includes('/install'));
  return {
    runs: [ran],
    findings: [
      succeeded(ran),
      ['both jobs ran', (ran.stdout.match(/Job succeeded/g) ?? []).length === 2],
      ['the wheelhouse went through act’s artifact server', did(ran, 'Main', 'actions/download-artifact@v5')],
      ['the second job exports PIP_NO_INDEX', install.some((line) => line.includes('PIP_NO_INDEX=1'))],
      ['pip installs from the wheelhouse alone', install.some((line) => /Successfully installed six/.test(line))],
      ['… and looks in no index', !install.some((line) => line.includes('Looking in indexes'))],
    ],
  };
}

async function pytorch(bench: Bench): Promise<SceneResult> {
  const { lab } = bench;
  const wheel = (name: string, version: string) => project(name, [{ version, payload: 4000 }]);
  // The lab stands for the first wheel index of the catalogue; the names of the others do not resolve.
  const torch = await lab
    .mirror({
      host: 'download.pytorch.org',
      address: '127.0.0.9',
      port: 443,
      indexPath: '/whl/cpu/',
      projects: [wheel('torch', '2.8.0')],
    })
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES') return null;
      throw error;
    });
  if (torch === null) return { runs: [], findings: [], unable: 'needs the right to listen on port 443' };
  const mirror = await lab.mirror({ host: 'numbers.test', projects: [...lab.projects, wheel('numpy', '2.3.0')] });
  const { run } = repositoryOf(bench, { name: 'pytorch', event: 'push', mirrors: `numbers=${mirror.indexUrl}` });
  const ran = await run();
  await torch.close();
  return {
    runs: [ran],
    findings: [
      succeeded(ran),
      ['the output names the wheel index', output(ran, 'pytorch-index-url', 'https://download.pytorch.org/whl/cpu')],
      ['torch comes from it', /Successfully installed torch-2\.8\.0/.test(ran.stdout)],
      ['numpy comes from the mirror', /Successfully installed numpy-2\.3\.0/.test(ran.stdout)],
    ],
  };
}

async function dockerBuild(bench: Bench): Promise<SceneResult> {
  const mirror = await bench.lab.mirror({ host: 'image.test' });
  const record = join(bench.lab.temporary('docker'), 'arguments');
  standIn(
    bench,
    'docker',
    `#!/bin/sh\n# Stands in for docker: records how it was called.\nprintf '%s\\n' "$@" >'${record}'\n`,
  );
  const { run } = repositoryOf(bench, { name: 'docker-build', event: 'push', mirrors: `image=${mirror.indexUrl}` });
  const ran = await run();
  const called = existsSync(record) ? readFileSync(record, 'utf8').trimEnd().split('\n') : [];
  const expected = ['build', '--build-arg', `PIP_INDEX_URL=${mirror.indexUrl}`, '--tag', 'app', '.'];
  return {
    runs: [ran],
    findings: [
      succeeded(ran),
      [`docker (a stand-in) was called with ${expected.join(' ')}`, String(called) === String(expected)],
    ],
  };
}

export const SCENES: Readonly<Record<string, Scene>> = {
  'audit-cron': auditCron,
  'audit-issue': auditIssue,
  'audit-prometheus': auditPrometheus,
  'docker-build': dockerBuild,
  'internal-index': internalIndex,
  matrix,
  offline,
  pytorch,
};
