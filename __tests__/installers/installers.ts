/** How each real installer is run on a new project, and how it says what it installed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installer } from '../../src/model/plan.ts';
import { type Environment, machinePython } from '../lab/environment.ts';
import { type Ran, runProcess } from '../lab/run-process.ts';
import { pythonOf, pythonTool, uvTool } from '../outside/python-tool.ts';

export interface RealInstaller {
  readonly label: string;
  readonly kind: Installer;
  /** Installs these projects in a new project folder, with this environment and nothing else of the machine. */
  install(folder: string, projects: readonly string[], env: Environment): Promise<Ran>;
}

const PIPS: readonly (readonly [string, string])[] = [
  ['20.3.4', '3.8'],
  ['21.3.1', '3.9'],
  ['23.3.2', '3.11'],
  ['24.2', '3.12'],
  ['25.3', '3.13'],
  ['newest', '3.13'],
];

/** All that can be had on this machine; a Python that is missing leaves its pips out, with a word. */
export async function realInstallers(): Promise<RealInstaller[]> {
  const found: RealInstaller[] = [machinePip()];
  for (const [version, minor] of PIPS) {
    const python = pythonOf(minor);
    if (python === null) console.log(`not run: pip ${version}, there is no Python ${minor} on this machine`);
    else found.push(await pip(version, minor, python));
  }
  return [...found, await tox(), await uv(), await pdm(), await pipenv(), await poetry()];
}

function machinePip(): RealInstaller {
  return { label: 'the machine’s pip', kind: 'pip', install: pipInstall(machinePython()) };
}

async function pip(version: string, minor: string, base: string): Promise<RealInstaller> {
  const wanted = version === 'newest' ? ['--upgrade', 'pip'] : [`pip==${version}`];
  const { python } = await pythonTool(`pip-${version}-${minor}`, wanted, base);
  return { label: `pip ${version} on ${minor}`, kind: 'pip', install: pipInstall(python) };
}

const pipInstall =
  (python: string): RealInstaller['install'] =>
  (folder, projects, env) =>
    runProcess(python, ['-m', 'pip', 'install', '--no-cache-dir', '--target', join(folder, 'site'), ...projects], {
      env,
      cwd: folder,
    });

/** pip again, in an environment that tox makes: it hands on what it knows of. */
async function tox(): Promise<RealInstaller> {
  const { bin } = await pythonTool('tox', ['tox']);
  return {
    label: 'tox',
    kind: 'pip',
    install: (folder, projects, env) => {
      const deps = projects.map((name) => `    ${name}\n`).join('');
      const lines = `[tox]\nno_package = true\n[testenv]\ndeps =\n${deps}commands = python -c "print(1)"\n`;
      writeFileSync(join(folder, 'tox.ini'), lines);
      const own = { VIRTUALENV_OVERRIDE_APP_DATA: join(folder, 'virtualenv'), PIP_NO_CACHE_DIR: '1' };
      const args = ['run', '-e', 'py', '--workdir', join(folder, 'tox')];
      return runProcess(join(bin, 'tox'), args, { env: { ...env, ...own }, cwd: folder, timeoutMs: 120_000 });
    },
  };
}

async function uv(): Promise<RealInstaller> {
  const { bin } = await uvTool();
  return {
    label: 'uv',
    kind: 'uv',
    install: (folder, projects, env) =>
      runProcess(
        join(bin, 'uv'),
        ['pip', 'install', '--no-cache', '--python', machinePython(), '--target', join(folder, 'site'), ...projects],
        { env, cwd: folder },
      ),
  };
}

function pyproject(projects: readonly string[], more = ''): string {
  const names = projects.map((name) => `"${name}"`).join(', ');
  return `[project]\nname = "job"\nversion = "0"\nrequires-python = ">=3.8"\ndependencies = [${names}]\n${more}`;
}

async function pdm(): Promise<RealInstaller> {
  const { bin } = await pythonTool('pdm', ['pdm[locked]']);
  return {
    label: 'PDM',
    kind: 'pdm',
    install: (folder, projects, env) => {
      writeFileSync(join(folder, 'pyproject.toml'), pyproject(projects));
      const own = { PDM_CHECK_UPDATE: '0', PDM_CACHE_DIR: join(folder, 'cache'), PDM_REQUEST_TIMEOUT: '10' };
      const args = ['install', '--no-self'];
      return runProcess(join(bin, 'pdm'), args, { env: { ...env, ...own }, cwd: folder, timeoutMs: 120_000 });
    },
  };
}

async function pipenv(): Promise<RealInstaller> {
  const { bin } = await pythonTool('pipenv', ['pipenv']);
  return {
    label: 'Pipenv',
    kind: 'pipenv',
    install: (folder, projects, env) => {
      const packages = projects.map((name) => `${name} = "*"\n`).join('');
      const source = '[[source]]\nurl = "https://pypi.org/simple"\nverify_ssl = true\nname = "pypi"\n';
      writeFileSync(join(folder, 'Pipfile'), `${source}[packages]\n${packages}`);
      const own = {
        PIPENV_VENV_IN_PROJECT: '1',
        PIPENV_NOSPIN: '1',
        PIPENV_CACHE_DIR: join(folder, 'cache'),
        PIPENV_PYTHON: machinePython(),
        PIP_CACHE_DIR: join(folder, 'pip-cache'),
        PIP_RETRIES: '0',
      };
      const args = ['install'];
      return runProcess(join(bin, 'pipenv'), args, { env: { ...env, ...own }, cwd: folder, timeoutMs: 180_000 });
    },
  };
}

async function poetry(): Promise<RealInstaller> {
  const { bin } = await pythonTool('poetry', ['poetry', 'poetry-plugin-pypi-mirror']);
  return {
    label: 'Poetry',
    kind: 'poetry',
    install: (folder, projects, env) => {
      writeFileSync(join(folder, 'pyproject.toml'), pyproject(projects, '[tool.poetry]\npackage-mode = false\n'));
      const own = {
        POETRY_VIRTUALENVS_IN_PROJECT: 'true',
        POETRY_CACHE_DIR: join(folder, 'cache'),
        POETRY_REQUESTS_MAX_RETRIES: '0',
        POETRY_KEYRING_ENABLED: 'false',
      };
      const args = ['install', '--no-interaction'];
      return runProcess(join(bin, 'poetry'), args, { env: { ...env, ...own }, cwd: folder, timeoutMs: 120_000 });
    },
  };
}

/** A new folder for a job. */
export function projectFolder(parent: string, name: string): string {
  const folder = join(parent, name.replace(/\W+/g, '-'));
  mkdirSync(folder, { recursive: true });
  return folder;
}
