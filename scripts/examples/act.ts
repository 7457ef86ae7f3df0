/** nektos/act in host mode: a repository of one workflow, run as a runner would run it, with act's own cache server. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Lab } from '../../__tests__/lab/lab.ts';
import { type Ran, runProcess } from '../../__tests__/lab/run-process.ts';
import { goTool } from '../outside-tools.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** What all workflows run with. */
export interface Bench {
  readonly lab: Lab;
  readonly act: string;
  /** action.yml and dist/ alone: act copies the whole folder for every run. */
  readonly action: string;
  /** A virtual environment, so that workflows install nothing into this machine. */
  readonly python: string;
  /** Folder of programs that stand in for others, first on PATH. */
  readonly programs: string;
}

export interface Workflow {
  /** File of examples/workflows without '.yml'. */
  readonly name: string;
  readonly event: 'push' | 'workflow_dispatch';
  /** Given to our steps in place of the public mirrors; null: the file is run as it stands. */
  readonly mirrors: string | null;
  /** Variables, secrets, services: act's own flags. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Repository {
  readonly folder: string;
  readonly home: string;
  readonly run: () => Promise<Ran>;
}

export async function prepareBench(lab: Lab): Promise<Bench> {
  const action = lab.temporary('action');
  for (const part of ['action.yml', 'dist']) cpSync(join(ROOT, part), join(action, part), { recursive: true });
  const venv = lab.temporary('venv');
  execFileSync(lab.python, ['-m', 'venv', venv], { env: { PATH: process.env.PATH } });
  return { lab, act: await goTool('act'), action, python: join(venv, 'bin'), programs: lab.temporary('programs') };
}

/** A program of the given name, first on PATH in every workflow. */
export function standIn({ programs }: Bench, name: string, script: string): void {
  writeFileSync(join(programs, name), script);
  chmodSync(join(programs, name), 0o755);
}

/** Lays out a repository with the workflow; it may run several times. */
export function repositoryOf(bench: Bench, workflow: Workflow): Repository {
  const { lab } = bench;
  const folder = lab.temporary(workflow.name);
  const file = join(folder, '.github', 'workflows', `${workflow.name}.yml`);
  mkdirSync(join(folder, '.github', 'workflows'), { recursive: true });
  const text = readFileSync(join(ROOT, 'examples', 'workflows', `${workflow.name}.yml`), 'utf8');
  writeFileSync(file, workflow.mirrors === null ? text : withMirrors(text, workflow.mirrors));
  writeFileSync(join(folder, 'requirements.txt'), 'six\n');
  cpSync(lab.rootPem, join(folder, 'internal-ca.pem'));
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-qm', 'x'],
  ]) {
    execFileSync('git', args, { cwd: folder });
  }
  const clean = lab.environment(workflow.env);
  // act itself is no Node program; its steps are.
  const { NODE_OPTIONS = '', ...env } = {
    ...clean,
    PATH: [bench.programs, bench.python, join(process.execPath, '..'), clean.PATH].join(delimiter),
    VIRTUAL_ENV: join(bench.python, '..'),
  };
  const passed = Object.entries({ ...env, NODE_OPTIONS })
    .filter(([name]) => /^(NODE_|LAB_|PIP_|PYTHON)/.test(name) || name in (workflow.env ?? {}))
    .flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const args = [
    workflow.event,
    ...['-W', file, '-P', 'ubuntu-latest=-self-hosted', '--actor', 'test'],
    ...['--local-repository', `org/pip-mirror-select@v1=${bench.action}`],
    ...['--cache-server-addr', '127.0.0.1', '--cache-server-path', join(lab.folder, 'act-cache')],
    ...(workflow.flags ?? []),
    ...passed,
  ];
  return {
    folder,
    home: clean.HOME ?? folder,
    run: () => runProcess(bench.act, args, { cwd: folder, env, timeoutMs: 180_000 }),
  };
}

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}

/** The one change to a published example: our steps ask these mirrors. */
function withMirrors(text: string, mirrors: string): string {
  const workflow = parse(text);
  const jobs = Object.values(workflow.jobs as Record<string, { steps: Step[] }>);
  for (const step of jobs.flatMap(({ steps }) => steps)) {
    const offline = step.with?.policy === 'offline';
    if (step.uses?.startsWith('org/pip-mirror-select@') === true && !offline) step.with = { ...step.with, mirrors };
  }
  return stringify(workflow);
}
