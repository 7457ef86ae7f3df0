/** Runs the tests with Node's own runner: all of them, or the folders and files given. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const all = globSync('__tests__/{unit,contract,e2e}/**/*.test.ts', { cwd: root }).sort();
const files = wanted.length === 0 ? all : all.filter((file) => wanted.some((part) => file.includes(part)));
if (files.length === 0) {
  console.error(`no test matches ${wanted.join(' ')}`);
  process.exitCode = 1;
} else {
  // Node leaves one core to itself; these tests mostly wait for servers and for pip.
  const filesAtOnce = `--test-concurrency=${availableParallelism()}`;
  const run = spawnSync(process.execPath, ['--test', '--test-timeout=120000', filesAtOnce, ...files], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
}
