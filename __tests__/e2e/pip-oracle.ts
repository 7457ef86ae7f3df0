/** Asks the machine's own pip what it makes of versions, markers, requirements and index pages. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';

const SCRIPT = join(import.meta.dirname, 'pip-oracle.py');

export type OracleTask = 'about' | 'choose' | 'compare' | 'normal' | 'specify' | 'marker' | 'requirement' | 'lines';

/** @param pipFolder PYTHONPATH of another pip than the machine's own. */
export async function askPip<T>(task: OracleTask, cases: unknown, env: Record<string, string> = {}): Promise<T> {
  const pipFolder = process.env.ORACLE_PIP;
  const child = spawn('python3', ['-W', 'ignore', SCRIPT, task], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: tmpdir(),
      PIP_CONFIG_FILE: '/dev/null',
      ...(pipFolder === undefined ? {} : { PYTHONPATH: pipFolder }),
      ...env,
    },
  });
  child.stdin.end(JSON.stringify(cases));
  const [answers, problem] = await Promise.all([
    json(child.stdout).catch(() => null),
    text(child.stderr),
    child.exitCode === null ? once(child, 'exit') : null,
  ]);
  if (answers === null) throw new Error(`pip-oracle ${task}: ${problem}`);
  return answers as T;
}
