/** action.yml as data. */
import { parse } from 'yaml';

interface Field {
  readonly description?: string;
  readonly default?: string;
}

export interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, Field>>;
  readonly outputs: Readonly<Record<string, Field>>;
  readonly runs: Readonly<Record<string, string>>;
}

export function readAction(text: string): ActionFile {
  return parse(text) as ActionFile;
}
