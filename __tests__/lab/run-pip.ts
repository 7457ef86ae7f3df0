/** Runs a real pip. */
import { type Environment, machinePython } from './environment.ts';
import { type Ran, type RunOptions, runProcess } from './run-process.ts';

export interface PipRun extends Partial<RunOptions> {
  /** From `lab.environment()`, with the variables under test laid over it. */
  readonly env: Environment;
  /** pip's own arguments, e.g. ['download', 'six']. */
  readonly args: readonly string[];
  /** Interpreter; default the machine's. */
  readonly python?: string;
}

export function runPip({ args, python, ...options }: PipRun): Promise<Ran> {
  return runProcess(python ?? machinePython(), ['-m', 'pip', ...args], options);
}
