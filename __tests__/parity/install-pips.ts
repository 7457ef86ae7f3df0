/** Fetches the pips of the table from PyPI and pairs each with a Python that is on this machine. */
import { execFile } from 'node:child_process';
import { existsSync, globSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bareEnvironment, type RealPip } from './real-pip.ts';

const run = promisify(execFile);

interface Wanted {
  /** Version, or 'newest'. */
  readonly pip: string;
  /** '3.13', or a path: a distribution's Python has its own ciphers. */
  readonly python: string;
  readonly legacyCerts?: true;
}

/** Around each change of trust: names (20.0, 22.3), truststore (24.2), urllib3 2 (26.1), and what is newest. */
const WANTED: readonly Wanted[] = [
  { pip: 'newest', python: '3.13' },
  { pip: 'newest', python: '3.13', legacyCerts: true },
  { pip: 'newest', python: '3.11' },
  { pip: 'newest', python: '3.11', legacyCerts: true },
  { pip: 'newest', python: '/usr/bin/python3' },
  { pip: '26.1.2', python: '3.12' },
  { pip: '26.0.1', python: '3.13' },
  { pip: '25.3', python: '3.12' },
  { pip: '25.3', python: '3.13', legacyCerts: true },
  { pip: '24.2', python: '3.13' },
  { pip: '24.2', python: '3.9' },
  { pip: '24.1.2', python: '3.12' },
  { pip: '23.3.2', python: '3.11' },
  { pip: '23.2.1', python: '3.11' },
  { pip: '22.3.1', python: '3.8' },
  { pip: '21.3.1', python: '3.11' },
  { pip: '21.3.1', python: '3.9' },
  { pip: '20.3.4', python: '3.11' },
  { pip: '20.0.2', python: '3.8' },
  { pip: '20.0.2', python: '3.6' },
];

/** Interpreters by 'major.minor': pyenv's, and whatever is on PATH under that name. */
function interpreters(): Map<string, string> {
  const found = new Map<string, string>();
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  for (const name of existsSync(pyenv) ? readdirSync(pyenv) : []) {
    const short = /^3\.\d+/.exec(name)?.[0];
    const path = join(pyenv, name, 'bin', 'python');
    if (short !== undefined && existsSync(path)) found.set(short, path);
  }
  for (const folder of (process.env.PATH ?? '').split(':')) {
    for (const path of folder === '' ? [] : globSync(join(folder, 'python3.*'))) {
      const short = /python(3\.\d+)$/.exec(path)?.[1];
      if (short !== undefined && !path.includes('shims') && !found.has(short)) found.set(short, path);
    }
  }
  return found;
}

/** Downloads one pip with the machine's own pip (and its own settings) and unpacks it; its folder and version. */
async function fetchPip(version: string, python: string, folder: string): Promise<{ path: string; version: string }> {
  const spec = version === 'newest' ? 'pip' : `pip==${version}`;
  const wheels = join(folder, `wheel-${version}`);
  const options = ['--no-deps', '--no-cache-dir', '--quiet', '--only-binary=:all:', '--python-version', python];
  await run('python3', ['-m', 'pip', 'download', ...options, '--dest', wheels, spec]);
  const [wheel = ''] = readdirSync(wheels);
  const path = join(folder, `pip-${version}`);
  await run('python3', ['-m', 'zipfile', '-e', join(wheels, wheel), path]);
  return { path, version: wheel.split('-')[1] ?? version };
}

/** The machine's own pip, and the distribution's where that is another one. */
async function installed(home: string): Promise<RealPip[]> {
  const pips: RealPip[] = [];
  const seen = new Set<string>();
  for (const name of ['python3', '/usr/bin/python3']) {
    const script = 'import sys, pip; print(sys.executable, pip.__version__, "%d.%d" % sys.version_info[:2])';
    const answer = await run(name, ['-c', script], { env: bareEnvironment(home) }).catch(() => null);
    const [python, version, short] = answer?.stdout.trim().split(' ') ?? [];
    if (python === undefined || seen.has(python)) continue;
    seen.add(python);
    pips.push({ label: `${version} on ${short}, as installed`, python, env: bareEnvironment(home) });
  }
  return pips;
}

export async function installPips(folder: string): Promise<{ pips: RealPip[]; absent: string[] }> {
  const pythons = interpreters();
  const fetched = new Map<string, Promise<{ path: string; version: string }>>();
  const pips: RealPip[] = [];
  const absent: string[] = [];
  for (const { pip, python, legacyCerts } of WANTED) {
    const interpreter = python.startsWith('/') && existsSync(python) ? python : pythons.get(python);
    const label = `${pip} on ${python}${legacyCerts ? ', legacy-certs' : ''}`;
    if (interpreter === undefined) {
      absent.push(label);
      continue;
    }
    const fetching = fetched.get(pip) ?? fetchPip(pip, python.startsWith('/') ? '3.13' : python, folder);
    fetched.set(pip, fetching);
    const { path, version } = await fetching;
    const legacy = legacyCerts ? { PIP_USE_DEPRECATED: 'legacy-certs' } : {};
    const env = { ...bareEnvironment(folder), PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1', ...legacy };
    pips.push({ label: label.replace(pip, version), python: interpreter, env });
  }
  return { pips: [...pips, ...(await installed(folder))], absent };
}
