/** One installer: the variables that carry the decision to it, and what no variable can tell it. */
import type { Decision, Variables } from '../../model/decision.ts';
import type { Notice } from '../../model/notice.ts';
import type { Inputs, Installer } from '../../model/plan.ts';
import type { Inherited } from '../variables.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface InstallerRequest {
  readonly decision: Decision;
  readonly inputs: Inputs;
  /** What the job has set already. */
  readonly inherited: Environment;
  /** pip's list settings that are in force already. */
  readonly ofPip: Inherited;
  /** Lock and project files of the job, relative to the workspace, with '/' as separator. */
  readonly files: readonly string[];
}

/** Variables may hold credentials: they are masked before they are written, and never shown. */
export interface Laid {
  readonly variables: Variables;
  readonly notices: readonly Notice[];
}

/** One row of the table: a new installer is one file with one of these. */
export interface InstallerRow {
  readonly name: Installer;
  lay(request: InstallerRequest): Laid;
}
