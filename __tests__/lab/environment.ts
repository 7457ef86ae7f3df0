/** The environment of a child process, built from nothing: this machine's settings must not count. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** undefined removes a variable. */
export type EnvironmentChanges = Readonly<Record<string, string | undefined>>;
export type Environment = Readonly<Record<string, string>>;

const NAME_HOOK = pathToFileURL(join(import.meta.dirname, 'name-hook.mjs')).href;
const PYTHON_HOOK = fileURLToPath(new URL('python', import.meta.url));

let found: string | null = null;

/** The machine's real Python (no launcher script before it): asked once. */
export function machinePython(): string {
  found ??= execFileSync(
    process.platform === 'win32' ? 'python' : 'python3',
    ['-I', '-c', 'import sys; print(sys.executable)'],
    {
      encoding: 'utf8',
    },
  ).trim();
  return found;
}

/** Variables that Windows programs cannot start without. */
const INDISPENSABLE = ['SYSTEMROOT', 'SystemRoot', 'COMSPEC', 'PATHEXT', 'TEMP', 'TMP'];

/** PATH, a home of its own, no configuration file; later changes win. */
export function cleanEnvironment(home: string, changes: EnvironmentChanges = {}): Environment {
  mkdirSync(home, { recursive: true });
  const base: Record<string, string> = {
    PATH: [dirname(machinePython()), dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: home,
    LANG: 'C.UTF-8',
    PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_INPUT: '1',
    PIP_ROOT_USER_ACTION: 'ignore',
    PYTHONDONTWRITEBYTECODE: '1',
  };
  if (process.platform === 'win32') {
    for (const name of INDISPENSABLE) base[name] ??= process.env[name] ?? '';
  }
  return withChanges(base, changes);
}

/** Variables that make Node and Python resolve the lab's names and no others. */
export const nameVariables = (namesFile: string): Environment => ({
  LAB_NAMES_FILE: namesFile,
  NODE_OPTIONS: `--import=${NAME_HOOK}`,
  PYTHONPATH: PYTHON_HOOK,
});

export function withChanges(base: Environment, changes: EnvironmentChanges): Environment {
  const merged: Record<string, string> = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete merged[name];
    else merged[name] = value;
  }
  return merged;
}
