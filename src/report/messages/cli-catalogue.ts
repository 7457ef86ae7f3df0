/** Prose of the command line. */
import type { ArgumentProblem } from '../../model/argument-problem.ts';
import type { Prose } from '../prose.ts';

export interface CliTexts {
  readonly usage: string;
  readonly seeHelp: string;
  readonly problem: (problem: ArgumentProblem) => Prose;
  /** Before a command that runs with the variables. */
  readonly chosen: (mirror: string) => Prose;
  readonly cannotStart: (command: string) => Prose;
}
