/** Variables as commands of a shell, for `eval`; any value in, one command a line out. */
import type { Variables } from '../model/decision.ts';

export const SHELLS = ['bash', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

const COMMANDS: Readonly<Record<Shell, (name: string, value: string) => string>> = {
  // Also sh, dash, ksh and zsh.
  bash: (name, value) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`,
  fish: (name, value) => `set -gx ${name} '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
  // PowerShell reads typographic quotation marks as quotation marks, too.
  powershell: (name, value) => `$env:${name} = '${value.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`,
};

/** Throws where a name or value could end the command early: nothing is written then. */
export function shellCommands(variables: Variables, shell: Shell): string {
  const entries = Object.entries(variables);
  for (const [name, value] of entries) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(name)) throw new Error(`not a variable name: ${JSON.stringify(name)}`);
    if (/[\r\n\0]/.test(value)) throw new Error(`${name} would hold a line break`);
  }
  return entries.map(([name, value]) => COMMANDS[shell](name, value)).join('\n');
}
