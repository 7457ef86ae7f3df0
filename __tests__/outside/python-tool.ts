/**
 * Real Python programs in virtual environments of their own, installed once from PyPI with the machine's own settings
 * and kept in ~/.cache/pip-mirror-select. `npm test` needs none.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { machinePython } from '../lab/environment.ts';

const run = promisify(execFile);
/** A registry that does not answer is one that is not there. */
const FETCH_MS = 240_000;
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pip-mirror-select', 'python-tools');

export interface PythonTool {
  /** Folder of its programs. */
  readonly bin: string;
  readonly python: string;
}

/** `packages` as pip takes them; `base` is the interpreter, default the machine's. Throws where PyPI cannot be reached. */
export async function pythonTool(
  name: string,
  packages: readonly string[],
  base = machinePython(),
): Promise<PythonTool> {
  const folder = join(CACHE, name);
  const tool = { bin: join(folder, 'bin'), python: join(folder, 'bin', 'python') };
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return tool;
  console.log(`installing ${packages.join(' ')} …`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(CACHE, { recursive: true });
  await run(base, ['-m', 'venv', folder]);
  await run(tool.python, ['-m', 'pip', 'install', '--quiet', ...packages], { maxBuffer: 1 << 26, timeout: FETCH_MS });
  await writeFile(ready, '');
  return tool;
}

export const uvTool = (): Promise<PythonTool> => pythonTool('uv', ['uv']);

/** Looks for what a workflow could be made to do. */
export const zizmorTool = (): Promise<PythonTool> => pythonTool('zizmor-1.32.0', ['zizmor==1.32.0']);

/** ansible-playbook, and ansible-rulebook, whose rule engine needs Java. */
export async function ansibleTool(): Promise<PythonTool> {
  await run('java', ['-version']).catch(() => {
    throw new Error('ansible-rulebook needs Java 17 or newer on PATH');
  });
  return pythonTool('ansible-2.19.14-1.3.2', ['ansible-core==2.19.14', 'ansible-rulebook==1.3.2']);
}

/** An interpreter of this minor version that is on this machine; null where there is none. */
export function pythonOf(minor: string): string | null {
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const found = existsSync(pyenv) ? readdirSync(pyenv).find((name) => name.startsWith(`${minor}.`)) : undefined;
  const places = found === undefined ? [] : [join(pyenv, found, 'bin', 'python')];
  return (
    [...places, `/usr/bin/python${minor}`, `/usr/local/bin/python${minor}`].find((path) => existsSync(path)) ?? null
  );
}
