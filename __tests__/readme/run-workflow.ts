/**
 * Runs a workflow of a page as it stands there: our own step by the real action, `run:` by bash. Other people's
 * actions are stood in for by what their later steps rely on (a checkout is there, an artifact is a folder).
 */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../lab/environment.ts';
import { type ActionResult, makeFolders, type RunnerFolders, runAction } from '../lab/run-action.ts';
import { type Ran, runProcess } from '../lab/run-process.ts';

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

export interface Job {
  readonly steps: readonly Step[];
  readonly env: Environment;
  /** Puts what a checkout brings into the workspace. */
  readonly checkout: (workspace: string) => void;
  /** Values of `matrix.…`, `secrets.…` and the like, by their whole name. */
  readonly values?: Readonly<Record<string, string>>;
  /** Folder that stands for the store of artifacts. */
  readonly artifacts?: string;
  /** Changes to what the runner sets. */
  readonly runner?: Readonly<Record<string, string>>;
  /** 'source', or a folder laid out like dist/. */
  readonly entry?: string;
}

export interface JobRan {
  readonly succeeded: boolean;
  /** Of our own steps, in order. */
  readonly actions: readonly ActionResult[];
  /** Of the `run:` steps. */
  readonly runs: readonly Ran[];
  readonly folders: RunnerFolders;
  /** All output, for a failing assertion. */
  readonly log: string;
}

export async function runJob(job: Job): Promise<JobRan> {
  const folders = makeFolders(job.env.TMPDIR ?? '.');
  job.checkout(folders.workspace);
  const values: Record<string, string> = { ...job.values };
  const filled = (text: string): string =>
    text.replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (expression, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no value for ${expression}`);
      return value;
    });
  const actions: ActionResult[] = [];
  const runs: Ran[] = [];
  let env = job.env;
  let succeeded = true;
  for (const step of job.steps) {
    if ((step.if === 'failure()') === succeeded) continue;
    const given = Object.fromEntries(
      Object.entries(step.with ?? {}).map(([name, value]) => [name, filled(String(value))]),
    );
    let exitCode: number | null = 0;
    if (step.run !== undefined) {
      const ran = await runProcess('bash', ['-e', '-o', 'pipefail', '-c', filled(step.run)], {
        env,
        cwd: folders.workspace,
      });
      runs.push(ran);
      exitCode = ran.exitCode;
    } else if (step.uses === 'org/pip-mirror-select@v1') {
      const ran = await runAction({
        env,
        folders,
        inputs: { 'github-token': values['github.token'] ?? '', ...given },
        runner: job.runner ?? {},
        ...(job.entry === undefined ? {} : { entry: job.entry }),
      });
      actions.push(ran);
      env = ran.later;
      for (const [name, value] of Object.entries(ran.outputs)) values[`steps.${step.id}.outputs.${name}`] = value;
      exitCode = ran.exitCode;
    } else standIn(step, given, folders.workspace, job.artifacts);
    if (exitCode !== 0) succeeded = false;
  }
  const log = [...actions, ...runs].map(({ stdout, stderr }) => `${stdout}${stderr}`).join('\n');
  return { succeeded, actions, runs, folders, log };
}

function standIn(step: Step, given: Readonly<Record<string, string>>, workspace: string, artifacts = ''): void {
  const [name = ''] = (step.uses ?? '').split('@');
  const folder = join(workspace, given.path ?? '');
  if (name === 'actions/upload-artifact') cpSync(folder, join(artifacts, given.name ?? ''), { recursive: true });
  else if (name === 'actions/download-artifact') {
    mkdirSync(folder, { recursive: true });
    cpSync(join(artifacts, given.name ?? ''), folder, { recursive: true });
  } else if (!['actions/checkout', 'actions/setup-python'].includes(name)) {
    throw new Error(`nothing stands in for ${step.uses}`);
  }
}
