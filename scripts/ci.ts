/**
 * What `.ci/run` runs after `npm ci`: every check of the project, each with its time, then one table. It ends with 1
 * when a check fails. A check whose tools cannot be fetched here (no registry, no Go, no Chromium) is skipped with the
 * reason; with `--strict` that, too, is a failure. A check that fails is run once more, since machines are busy; the
 * table says so. `.ci/run lint:workflows demo` runs these two alone. What takes longer stands in CONTRIBUTING.md.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { CHECKS, type Check } from './ci-checks.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Where CI gives up at half an hour: checks with tools from outside begin no later than this, and end in time. */
const LAST_START_MS = 15 * 60_000;
const LONGEST_MS = 8 * 60_000;

type Result = 'passed' | 'FAILED' | 'skipped';
interface Row {
  readonly script: string;
  readonly result: Result;
  readonly seconds: number;
  readonly why: string;
}

const started = performance.now();
const rows: Row[] = [];
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
for (const check of CHECKS.filter(({ script }) => wanted.length === 0 || wanted.includes(script))) {
  console.log(`\n── npm run ${check.script}`);
  const from = performance.now();
  const [result, why] = await resultOf(check);
  if (why !== '') console.log(`${result}: ${why}`);
  rows.push({ script: check.script, result, seconds: (performance.now() - from) / 1000, why });
}
console.log('');
for (const { script, result, seconds, why } of rows) {
  console.log(`${result.padEnd(8)}${seconds.toFixed(0).padStart(5)} s  ${script}${why === '' ? '' : ` (${why})`}`);
}
console.log(`in all ${((performance.now() - started) / 1000).toFixed(0).padStart(6)} s`);
const wrong: readonly Result[] = process.argv.includes('--strict') ? ['FAILED', 'skipped'] : ['FAILED'];
process.exitCode = rows.some(({ result }) => wrong.includes(result)) ? 1 : 0;

async function resultOf({ script, args = [], once, tools }: Check): Promise<readonly [Result, string]> {
  if (tools !== undefined) {
    if (performance.now() - started > LAST_START_MS) return ['skipped', 'the machine is slow: no time left'];
    try {
      await tools();
    } catch (error) {
      return ['skipped', String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''];
    }
  }
  const words = [script, ...(args.length === 0 ? [] : ['--', ...args])];
  const limitMs = tools === undefined ? null : LONGEST_MS;
  const first = await run(words, limitMs);
  const again = first !== 0 && first !== 'cut' && once !== true && performance.now() - started < LAST_START_MS;
  const code = again ? await run(words, limitMs) : first;
  if (code === 'cut') return ['skipped', `cut off after ${LONGEST_MS / 60_000} minutes`];
  return code === 0 ? ['passed', again ? 'at the second try' : ''] : ['FAILED', `exit code ${code}`];
}

/** Exit code of the script; 'cut' when it and all that it started had to be ended. */
function run(words: readonly string[], limitMs: number | null): Promise<number | 'cut'> {
  const child = spawn('npm', ['run', '--silent', ...words], {
    cwd: ROOT,
    stdio: 'inherit',
    detached: limitMs !== null,
  });
  return new Promise((resolve, reject) => {
    let cut = false;
    const end = (): void => {
      cut = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = limitMs === null ? undefined : setTimeout(end, limitMs);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(cut ? 'cut' : (code ?? (signal === null ? 1 : 128)));
    });
  });
}
