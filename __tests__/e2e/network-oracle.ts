/** Asks the machine's own pip what it makes of index pages and proxy settings. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';

const SCRIPT = join(import.meta.dirname, 'network-oracle.py');

/** ORACLE_PIP, where set, is the PYTHONPATH of another pip than the machine's own; ORACLE_PYTHON another interpreter. */
export async function askOracle<T>(task: 'pages' | 'proxies', cases: unknown): Promise<T[]> {
  const { ORACLE_PIP: pip, ORACLE_PYTHON: python = 'python3' } = process.env;
  const child = spawn(python, ['-W', 'ignore', SCRIPT, task], {
    env: {
      PATH: process.env.PATH,
      HOME: tmpdir(),
      PIP_CONFIG_FILE: '/dev/null',
      ...(pip === undefined ? {} : { PYTHONPATH: pip }),
    },
  });
  child.stdin.end(JSON.stringify(cases));
  const [answers, problem] = await Promise.all([
    json(child.stdout).catch(() => null),
    text(child.stderr),
    child.exitCode === null ? once(child, 'exit') : null,
  ]);
  if (answers === null) throw new Error(`network-oracle ${task}: ${problem}`);
  return answers as T[];
}
