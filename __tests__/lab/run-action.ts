/** Runs the action as a runner runs it: inputs as variables, real files for its commands, then the post step. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ActionFile, readAction } from '../contract/read-action.ts';
import { type Environment, type EnvironmentChanges, withChanges } from './environment.ts';
import { type Ran, type RunOptions, runProcess } from './run-process.ts';
import { type Command, parseCommands, parseFileCommand } from './workflow-file.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Folders that a runner keeps for a job; hand the same ones to several runs to make them one job or one machine. */
export interface RunnerFolders {
  readonly temp: string;
  readonly toolCache: string;
  readonly workspace: string;
}

export interface ActionRun extends Partial<RunOptions> {
  /** From `lab.environment()`. */
  readonly env: Environment;
  /** Inputs by name; the others have the defaults of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** 'source' runs src/*.ts (default), 'bundle' runs dist/, anything else is a folder laid out like dist/. */
  readonly entry?: 'source' | 'bundle' | (string & {});
  readonly folders?: RunnerFolders;
  /** Changes to what the runner sets (GITHUB_…, RUNNER_…); undefined removes a variable. */
  readonly runner?: EnvironmentChanges;
}

export interface ActionResult extends Ran {
  /** Exported to later steps (GITHUB_ENV). */
  readonly env: Readonly<Record<string, string>>;
  /** Added to PATH (GITHUB_PATH). */
  readonly path: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Markdown of the job summary. */
  readonly summary: string;
  /** Workflow commands on stdout. */
  readonly commands: readonly Command[];
  readonly folders: RunnerFolders;
  /** What a later step of the same job gets. */
  readonly later: Environment;
  /** Runs the post step of this run, with its state and with what it exported; other `inputs` as a nested action gets them. */
  post(options?: Partial<RunOptions> & Pick<ActionRun, 'inputs'>): Promise<ActionResult>;
}

let action: ActionFile | null = null;
const actionFile = (): ActionFile => {
  action ??= readAction(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  return action;
};

/** INPUT_… variables as the runner makes them; expressions that it would fill in are empty. */
function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const { inputs: declared } = actionFile();
  const unknown = Object.keys(inputs).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new Error(`not an input of action.yml: ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, field]) => {
      const value = inputs[name] ?? String(field.default ?? '').replace(/\$\{\{.*?\}\}/g, '');
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value.trim()];
    }),
  );
}

export function makeFolders(parent: string): RunnerFolders {
  const base = mkdtempSync(join(parent, 'runner-'));
  const folders = { temp: join(base, 'temp'), toolCache: join(base, 'tools'), workspace: join(base, 'work') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  return folders;
}

const COMMAND_FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;

/** What GitHub's own runner sets, of all that the action may read. */
function runnerVariables(folders: RunnerFolders, files: Readonly<Record<string, string>>): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'test',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1000',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_WORKFLOW: 'test',
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_OS: process.platform === 'win32' ? 'Windows' : process.platform === 'darwin' ? 'macOS' : 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.toolCache,
    ...files,
  };
}

function entryFile(entry: string, step: 'main' | 'post'): string {
  if (entry === 'source') return join(ROOT, 'src', `${step}.ts`);
  return join(entry === 'bundle' ? join(ROOT, 'dist') : entry, step, 'index.js');
}

async function runStep(
  step: 'main' | 'post',
  run: ActionRun,
  state: Readonly<Record<string, string>>,
): Promise<ActionResult> {
  const {
    env: base,
    inputs = {},
    entry = 'source',
    folders = makeFolders(base.TMPDIR ?? ROOT),
    runner = {},
    ...options
  } = run;
  const commandFolder = mkdtempSync(join(folders.temp, '_runner_file_commands-'));
  const files = Object.fromEntries(COMMAND_FILES.map((name) => [name, join(commandFolder, name)]));
  for (const file of Object.values(files)) writeFileSync(file, '');
  const states = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  const own = withChanges({ ...base, ...runnerVariables(folders, files) }, runner);
  const ran = await runProcess(process.execPath, [entryFile(entry, step)], {
    cwd: folders.workspace,
    ...options,
    env: { ...own, ...inputVariables(inputs), ...states },
  });
  const written = (name: string): string => readFileSync(files[name] ?? '', 'utf8');
  const env = parseFileCommand(written('GITHUB_ENV'));
  const saved = parseFileCommand(written('GITHUB_STATE'));
  return {
    ...ran,
    env,
    path: written('GITHUB_PATH').split(/\r?\n/).filter(Boolean),
    outputs: parseFileCommand(written('GITHUB_OUTPUT')),
    state: saved,
    summary: written('GITHUB_STEP_SUMMARY'),
    commands: parseCommands(ran.stdout),
    folders,
    later: { ...base, ...env },
    post: (more = {}) => runStep('post', { ...run, ...more, folders, env: { ...base, ...env } }, saved),
  };
}

/** Runs the main step. */
export function runAction(run: ActionRun): Promise<ActionResult> {
  return runStep('main', run, {});
}
