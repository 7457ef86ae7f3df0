/**
 * `npm run test:examples [-- name …]`: every workflow of examples/workflows run by a real runner, nektos/act in host
 * mode, with its own cache and artifact servers. The copies that run ask the lab's mirrors in place of the public ones;
 * nothing leaves the machine. Needs Go once (or act on PATH), and the right to listen on port 443 for `pytorch`.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { startLab } from '../__tests__/lab/lab.ts';
import { prepareBench } from './examples/act.ts';
import { SCENES } from './examples/scenes.ts';

const published = readdirSync(resolve(import.meta.dirname, '..', 'examples', 'workflows')).map((file) =>
  file.replace(/\.yml$/, ''),
);
const untried = published.filter((name) => SCENES[name] === undefined);
if (untried.length > 0) throw new Error(`no scene runs ${untried.join(', ')}`);

const asked = process.argv.slice(2);
let failed = 0;
const lab = await startLab();
try {
  const bench = await prepareBench(lab);
  for (const [name, scene] of Object.entries(SCENES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const startedAt = performance.now();
    const { findings, runs, unable } = await scene(bench);
    const wrong = findings.filter(([, holds]) => !holds);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const state = unable !== undefined ? 'NOT RUN' : wrong.length === 0 ? 'fine' : 'WRONG';
    console.log(`${state.padEnd(7)} ${name.padEnd(16)} ${seconds.padStart(5)} s ${unable ?? ''}`.trimEnd());
    for (const [what, holds] of findings) console.log(`      ${holds ? '·' : '✗'} ${what}`);
    if (wrong.length > 0) for (const { stdout, stderr } of runs) console.log(`${stdout}\n${stderr}`);
    failed += wrong.length;
  }
} finally {
  await lab.close();
}
process.exitCode = failed === 0 ? 0 : 1;
