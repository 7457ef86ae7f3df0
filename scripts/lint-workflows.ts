/** `npm run lint:workflows`: actionlint and zizmor over every workflow here. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zizmorTool } from '../__tests__/outside/python-tool.ts';
import { goTool } from './outside-tools.ts';

const ROOT = resolve(import.meta.dirname, '..');

function run(tool: string, args: readonly string[]): boolean {
  console.log(`${tool} ${args.join(' ')}`);
  return spawnSync(tool, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

const workflows = globSync('{.github/workflows,examples/workflows}/*.{yml,yaml}', { cwd: ROOT }).sort();
const fine = [
  run(await goTool('actionlint'), ['-no-color', ...workflows]),
  run(join((await zizmorTool()).bin, 'zizmor'), [
    '--offline',
    '--no-progress',
    '.github/workflows',
    'action.yml',
    '.github/dependabot.yml',
  ]),
];
process.exitCode = fine.every(Boolean) ? 0 : 1;
