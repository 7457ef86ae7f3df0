/**
 * `npm run demo`: the bundled action on six mirrors of the lab, then real pip through what it exported.
 * `npm run demo -- --real`: the same with the public catalogue.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type ActionResult, runAction } from '../__tests__/lab/run-action.ts';
import { runPip } from '../__tests__/lab/run-pip.ts';
import { labScene, realScene, type Scene } from './scene.ts';
import * as show from './show.ts';
import { writeSummaryPage } from './summary-page.ts';

const ROOT = resolve(import.meta.dirname, '..');
const KEPT = join(ROOT, '.demo');

function buildIfMissing(): void {
  if (existsSync(join(ROOT, 'dist', 'main', 'index.js'))) return;
  show.heading('Building dist/');
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.ts')], { cwd: ROOT, stdio: 'inherit' });
}

/** Keeps the summary and the report of the step; both outlive the lab. */
function keep(step: ActionResult): readonly string[] {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(join(KEPT, 'summary.md'), step.summary);
  const report = join(KEPT, 'report.json');
  if (step.outputs.report) cpSync(step.outputs.report, report);
  return [writeSummaryPage(KEPT, step.summary), report];
}

/** Real pip through what the step exported; true when it installed, and from nobody but the chosen mirror. */
async function install(scene: Scene, step: ActionResult): Promise<boolean> {
  show.heading(`pip install ${scene.wanted}, with the exported variables and nothing else`);
  const asked = scene.candidates.map((candidate) => ({ ...candidate, before: candidate.requests().length }));
  const target = join(scene.folder, 'installed');
  const pip = await runPip({ args: ['install', '--no-cache-dir', '--target', target, scene.wanted], env: step.later });
  show.indented(pip.stdout + pip.stderr);
  const servers = asked.filter(({ before, requests }) => requests().length > before);
  if (asked.length > 0) show.heading('Who served it, by the mirrors’ own request logs');
  for (const { name, before, requests } of servers) show.served(name, requests().slice(before));
  return pip.exitCode === 0 && servers.every(({ name }) => name === step.outputs.mirror);
}

/** Plays the scene; true when the right mirror was chosen and pip installed from it. */
async function play(scene: Scene): Promise<boolean> {
  show.heading(scene.title);
  show.candidates(scene);

  show.heading('The bundled action, run as a runner runs it');
  const step = await runAction({ entry: 'bundle', env: scene.env, inputs: scene.inputs });
  show.log(step.stdout + step.stderr);
  show.heading('Exported to later steps');
  show.pairs(step.env);
  show.heading('Outputs');
  show.pairs(step.outputs);

  const installed = step.exitCode === 0 && (await install(scene, step));
  await step.post();
  show.heading('The job summary as a page, and the report');
  show.indented(
    keep(step)
      .map((file) => pathToFileURL(file).href)
      .join('\n'),
  );
  return installed && (scene.expected ?? step.outputs.mirror) === step.outputs.mirror;
}

const { values } = parseArgs({ options: { real: { type: 'boolean', default: false } } });
buildIfMissing();
const scene = values.real ? realScene() : await labScene();
try {
  const fine = await play(scene);
  if (!fine) show.heading('Nothing was installed from the mirror that should have been chosen.');
  process.exitCode = fine ? 0 : 1;
} finally {
  await scene.end();
}
