/** `npm run lint:workflows`: actionlint and zizmor, installed into a folder of their own, over every workflow here. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const TOOLS = join(tmpdir(), 'pip-mirror-select-workflow-linters');
const BIN = join(TOOLS, process.platform === 'win32' ? 'Scripts' : 'bin');
const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.9';
const ZIZMOR = 'zizmor==1.32.0';

function install(): void {
  if (existsSync(join(BIN, 'actionlint'))) return;
  mkdirSync(TOOLS, { recursive: true });
  execFileSync('python3', ['-m', 'venv', TOOLS], { stdio: 'inherit' });
  execFileSync(join(BIN, 'python'), ['-m', 'pip', 'install', '--quiet', ZIZMOR], { stdio: 'inherit' });
  execFileSync('go', ['install', ACTIONLINT], { stdio: 'inherit', env: { ...process.env, GOBIN: BIN } });
}

function run(tool: string, args: readonly string[]): boolean {
  console.log(`${tool} ${args.join(' ')}`);
  return spawnSync(join(BIN, tool), args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

install();
const workflows = globSync('{.github/workflows,examples/workflows}/*.{yml,yaml}', { cwd: ROOT }).sort();
const fine = [
  run('actionlint', ['-no-color', ...workflows]),
  run('zizmor', ['--offline', '--no-progress', '.github/workflows', 'action.yml', '.github/dependabot.yml']),
];
process.exitCode = fine.every(Boolean) ? 0 : 1;
