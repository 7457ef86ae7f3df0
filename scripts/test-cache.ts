/**
 * The cache with everything that `npm test` cannot have: the bundle, Azurite, and pips of each era, installed into a
 * temporary folder. `--own` leaves the downloads out and tests the sources with the machine's pip.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The last of each era: resolvers, JSON pages (22.2), cache layouts (23.3), truststore (24.2), resumed downloads (25.1), cached pages (26.2). */
const PIPS = [
  '20.3.4',
  '21.3.1',
  '22.2.2',
  '22.3.1',
  '23.0.1',
  '23.2.1',
  '23.3.2',
  '24.0',
  '24.2',
  '25.0.1',
  '25.3',
  '26.1.2',
  '26.2.1',
  '26.3',
];
const AZURITE = 'azurite@3.37';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'test-cache-'));
const run = (command: string, ...args: string[]): void =>
  void execFileSync(command, args, { cwd: root, stdio: 'inherit' });

try {
  const env: Record<string, string | undefined> = { ...process.env };
  if (!process.argv.includes('--own')) {
    run('npm', 'install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', AZURITE);
    for (const version of PIPS) {
      const target = join(folder, 'pips', version);
      run(
        'python3',
        '-m',
        'pip',
        'install',
        '-q',
        '--no-deps',
        '--disable-pip-version-check',
        '--target',
        target,
        `pip==${version}`,
      );
    }
    run(process.execPath, join(root, 'scripts', 'build.ts'), join(folder, 'dist'));
    env.AZURITE = join(folder, 'node_modules', 'azurite', 'dist', 'src', 'blob', 'main.js');
    env.PIPS = join(folder, 'pips');
    env.TEST_ENTRY = join(folder, 'dist');
  }
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
  const all = globSync('__tests__/cache/*.test.ts', { cwd: root }).sort();
  const files = all.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  const args = ['--test', '--test-timeout=300000', '--test-concurrency=1', ...files];
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
