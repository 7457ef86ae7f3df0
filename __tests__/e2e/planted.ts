/** Credentials planted in every place that accepts them, and the search for them in all that a run leaves behind. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionResult } from '../lab/run-action.ts';

/** A secret with signs that need encoding; `core` is the part that no encoding but Base64 changes. */
export interface Planted {
  readonly place: string;
  readonly user: string;
  readonly secret: string;
  readonly core: string;
}

let count = 0;

export function plant(place: string): Planted {
  count += 1;
  const core = `Kq7${place.replace(/\W/g, '')}${count}Zx`;
  return { place, user: 'joe', secret: `${core}/%@${count}+"'`, core };
}

/** 'joe:secret' as it stands in a URL. */
export const userInfo = ({ user, secret }: Planted): string => `${user}:${encodeURIComponent(secret)}`;

export const inUrl = (url: string, planted: Planted): string => url.replace('://', `://${userInfo(planted)}@`);

export const basic = ({ user, secret }: Planted): string => Buffer.from(`${user}:${secret}`).toString('base64');

/** What gives a secret away, in whatever form: its core, or any Base64 of it, whatever stands before it. */
function signsOf(planted: Planted): string[] {
  const encoded = ['', 'x', 'xx'].map((before) => {
    const text = Buffer.from(`${before}${planted.core}`).toString('base64');
    // Only the digits that depend on the core alone.
    return text.slice(before === '' ? 0 : 4, Math.floor(((before.length + planted.core.length) * 4) / 3) - 1);
  });
  return [planted.core, ...encoded, basic(planted)];
}

/** Fails where one of the secrets shows in the text, naming the place that it was planted in. */
export function assertNoneIn(text: string, where: string, planted: readonly Planted[]): void {
  for (const secret of planted) {
    for (const sign of signsOf(secret)) {
      const at = text.indexOf(sign);
      if (at === -1) continue;
      assert.fail(`${where} tells the secret of ${secret.place}: …${text.slice(Math.max(0, at - 120), at + 60)}…`);
    }
  }
}

/** The log as a runner shows it: masks are commands of the runner, which it never prints. */
export const shownLog = (ran: ActionResult): string => ran.stdout.replace(/^::add-mask::.*$/gm, '');

/** The text as a runner shows it once it knows the masks. */
export function masked(ran: ActionResult, text: string): string {
  const masks = ran.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
  return masks.toSorted((a, b) => b.length - a.length).reduce((shown, mask) => shown.replaceAll(mask, '***'), text);
}

/** Every file below a folder, by path; those that the test itself wrote are left out. */
export function filesBelow(folder: string, except: (path: string) => boolean): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.filter((path) => !except(path)).map((path) => [path, readFileSync(path, 'latin1')]));
}
