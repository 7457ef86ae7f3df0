/** Variables for later steps. The order is fixed: mask, then check, then write; nothing is written half-way. */
import type { Credentials } from '../model/candidate.ts';
import type { Variables } from '../model/decision.ts';
import { parseIndexUrl } from '../model/index-url.ts';
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
      mask(inUserInfo(secret));
    }
    // As requests encodes them, and as others do.
    for (const encoding of ['latin1', 'utf8'] as const) {
      mask(Buffer.from(`${pair.username}:${pair.password}`, encoding).toString('base64'));
    }
  }
}

/** As `URL` writes it, which encodes more signs. */
function inUserInfo(secret: string): string {
  const url = new URL('https://host/');
  url.password = encodeURIComponent(secret);
  return url.password;
}

/** Those that a value brings along from the job's own settings are secrets like any other. */
function credentialsIn(value: string): Credentials[] {
  const found = value.match(/(?<=\/\/)[^\s/?#]+(?=@)/g) ?? [];
  return found.flatMap((userInfo) => {
    const parsed = parseIndexUrl(`https://${userInfo}@host/`);
    const [username = '', ...password] = userInfo.split(':');
    // Also as they stand there: the same sign may be spelt in several ways.
    const asWritten = { username, password: password.join(':') };
    return typeof parsed === 'string' || parsed.credentials === null ? [asWritten] : [asWritten, parsed.credentials];
  });
}

/** Writes all variables, or throws before the first one when any value could corrupt the runner's file. */
export function exportVariables(variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(name)) throw new Error(`not a variable name: ${JSON.stringify(name)}`);
    if (/[\r\n\0]/.test(value)) throw new Error(`${name} would hold a line break`);
  }
  maskCredentials(Object.values(variables).flatMap(credentialsIn));
  for (const [name, value] of Object.entries(variables)) exportVariable(name, value);
}
