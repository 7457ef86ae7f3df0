/** A command in the foreground: it has the terminal, and its end is ours. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs it with this environment and this terminal. Resolves to its exit code; 128 + number for a signal, 127 where it
 * cannot be found, 126 where it cannot be started, as shells do.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...env }, stdio: 'inherit' });
    // The terminal sends ctrl-C to the child as well: it decides what becomes of it.
    const ignore = (): void => {};
    process.on('SIGINT', ignore);
    const forward = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGTERM', forward);
    const settle = (code: number): void => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', forward);
      resolve(code);
    };
    child.once('error', (error: NodeJS.ErrnoException) => settle(error.code === 'ENOENT' ? 127 : 126));
    child.once('exit', (code, signal) => settle(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
