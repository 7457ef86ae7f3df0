/**
 * `npm run bench:startup`: what it costs to start the bundled step, beside an empty Node script, in turn. The step is
 * given a wrong input, so that it loads, reads its inputs, says so and ends before it asks anybody anything.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanEnvironment } from '../__tests__/lab/environment.ts';
import { makeFolders, runAction } from '../__tests__/lab/run-action.ts';
import { runProcess } from '../__tests__/lab/run-process.ts';
import { median } from './select/figures.ts';

const ROUNDS = 25;
const WANTED = 4;

const folder = mkdtempSync(join(tmpdir(), 'startup-'));
try {
  const empty = join(folder, 'empty.js');
  writeFileSync(empty, '');
  const env = cleanEnvironment(join(folder, 'home'));
  const folders = makeFolders(folder);
  const times = { empty: [] as number[], bundle: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.empty.push((await runProcess(process.execPath, [empty], { env })).durationMs);
    const ran = await runAction({ env, entry: 'bundle', folders, inputs: { timeout: 'never' } });
    if (ran.exitCode !== 1) throw new Error(`the step should have failed at once: ${ran.stdout}${ran.stderr}`);
    times.bundle.push(ran.durationMs);
  }
  const ratio = median(times.bundle.map((ms, round) => ms / (times.empty[round] ?? Number.NaN)));
  console.log(`empty script ${median(times.empty).toFixed(0)} ms, bundle ${median(times.bundle).toFixed(0)} ms`);
  console.log(`${ratio <= WANTED ? 'met   ' : 'MISSED'} start-up: ${ratio.toFixed(2)}×, wanted ${WANTED}×`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
