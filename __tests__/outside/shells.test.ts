/**
 * `npm run test:shells`: real shells evaluate what `--shell` prints. fish and zsh come from PATH or from Debian;
 * PowerShell is tried where `pwsh` is on PATH, and by its documented rules in `npm test`.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { debianTool } from '../../scripts/outside-tools.ts';
import { type Shell, shellCommands } from '../../src/cli/shell.ts';
import { HOSTILE_VALUES } from '../unit/cli/hostile-values.ts';

interface RealShell {
  readonly program: string;
  readonly shell: Shell;
  readonly options: readonly string[];
  /** Prints a variable and a NUL. */
  readonly print: (name: string) => string;
  readonly libraries?: string;
}

const posix = { shell: 'bash', options: ['-c'], print: (name: string) => `printf '%s\\0' "$${name}"` } as const;
const fish = await debianTool('fish');
const zsh = await debianTool('zsh');
const SHELLS: readonly RealShell[] = [
  { program: 'bash', ...posix },
  { program: 'dash', ...posix },
  { program: zsh.path, ...posix, libraries: zsh.libraries },
  { program: fish.path, ...posix, shell: 'fish', options: ['--no-config', '-c'], libraries: fish.libraries },
  {
    program: 'pwsh',
    shell: 'powershell',
    options: ['-NoProfile', '-Command'],
    print: (name) => `[Console]::Out.Write($env:${name} + [char]0)`,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'shells-'));
after(() => rmSync(folder, { recursive: true, force: true }));

for (const { program, shell, options, print, libraries } of SHELLS) {
  it(`${program} reads every hostile value back as it was, and runs nothing of it`, (context) => {
    if (spawnSync(program, ['-c', 'exit']).error !== undefined) {
      console.error(`NOT RUN: there is no ${program} on this machine`);
      return context.skip(`no ${program}`);
    }
    // PowerShell has no empty variables: setting one to '' removes it.
    const values = HOSTILE_VALUES.filter((value) => shell !== 'powershell' || value !== '');
    const variables = Object.fromEntries(values.map((value, at) => [`V${at}`, value]));
    const script = [shellCommands(variables, shell), ...values.map((_, at) => print(`V${at}`))].join('\n');
    const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', LD_LIBRARY_PATH: libraries };
    const read = execFileSync(program, [...options, script], { encoding: 'utf8', cwd: folder, env });
    assert.deepEqual(read.split('\0').slice(0, -1), values);
    assert.ok(!readdirSync(folder).includes('x'), 'nothing of a value was run');
  });
}
