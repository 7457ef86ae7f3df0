/** Runs the tests with Node's own runner: all of them, or the folders and files given. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const all = globSync('__tests__/{unit,contract,e2e}/**/*.test.ts', { cwd: root }).sort();
const files = wanted.length === 0 ? all : all.filter((file) => wanted.some((part) => file.includes(part)));
if (files.length === 0) {
  console.error(`no test matches ${wanted.join(' ')}`);
  process.exitCode = 1;
} else {
  const state = join(mkdtempSync(join(tmpdir(), 'tests-')), 'passed.json');
  const run = (filesAtOnce: number): number => {
    const options = [
      '--test',
      '--test-timeout=120000',
      `--test-concurrency=${filesAtOnce}`,
      `--test-rerun-failures=${state}`,
    ];
    return spawnSync(process.execPath, [...options, ...files], { cwd: root, stdio: 'inherit' }).status ?? 1;
  };
  process.exitCode = run(availableParallelism());
  if (process.exitCode !== 0) {
    // Two files at once disturb each other's clocks on a busy machine: what failed must pass alone.
    console.error('\nSome tests failed; they are run once more, one file at a time.\n');
    process.exitCode = run(1);
  }
  rmSync(dirname(state), { recursive: true, force: true });
}
