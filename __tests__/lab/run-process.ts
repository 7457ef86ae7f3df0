/** Runs one child process to its end and keeps all that it said. */
import { spawn } from 'node:child_process';
import type { Environment } from './environment.ts';

export interface Ran {
  /** null when it was killed. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
  /** From the last byte of output to the end. */
  readonly quietMs: number;
}

export interface RunOptions {
  readonly env: Environment;
  readonly cwd?: string;
  /** Killed after so long; default 60 s. */
  readonly timeoutMs?: number;
  /** Gets the child's pid as soon as it runs, e.g. to kill it midway. */
  readonly onStart?: (pid: number) => void;
  /** Gets output as it comes. */
  readonly onOutput?: (text: string) => void;
}

export function runProcess(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...options.env },
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    let lastOutput = started;
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        lastOutput = performance.now();
        output[name].push(chunk);
        options.onOutput?.(chunk.toString());
      });
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? 60_000);
    child.once('error', reject);
    child.once('spawn', () => options.onStart?.(child.pid ?? 0));
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer);
      const ended = performance.now();
      resolve({
        exitCode,
        signal,
        stdout: Buffer.concat(output.stdout).toString(),
        stderr: Buffer.concat(output.stderr).toString(),
        durationMs: ended - started,
        quietMs: ended - lastOutput,
      });
    });
  });
}
