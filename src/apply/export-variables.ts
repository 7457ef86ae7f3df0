/** Variables for later steps. The order is fixed: mask, then check, then write; nothing is written half-way. */
import type { Credentials } from '../model/candidate.ts';
import type { Variables } from '../model/decision.ts';
import { exportVariable, mask } from '../platform/workflow.ts';

/** Masks every form in which a user name's secret can appear in a URL, a header or a log. */
export function maskCredentials(credentials: readonly (Credentials | null)[]): void {
  for (const pair of credentials) {
    if (pair === null) continue;
    // A token may stand in either place.
    for (const secret of [pair.password, pair.password === '' ? pair.username : '']) {
      if (secret === '') continue;
      mask(secret);
      mask(encodeURIComponent(secret));
    }
    mask(Buffer.from(`${pair.username}:${pair.password}`).toString('base64'));
  }
}

/** Writes all variables, or throws before the first one when any value could corrupt the runner's file. */
export function exportVariables(variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(name)) throw new Error(`not a variable name: ${JSON.stringify(name)}`);
    if (/[\r\n\0]/.test(value)) throw new Error(`${name} would hold a line break`);
  }
  for (const [name, value] of Object.entries(variables)) exportVariable(name, value);
}
