/** Credentials from netrc, as pip finds them: by host, for indexes whose URL carries none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Candidate, Credentials } from '../model/candidate.ts';
import type { Inputs, TrustedHost } from '../model/plan.ts';

export interface Netrc {
  readonly machines: ReadonlyMap<string, Credentials>;
  /** Of the `default` entry, which fits every host. */
  readonly otherwise: Credentials | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Larger files are no netrc. */
const MAX_BYTES = 1024 * 1024;

/** `NETRC`, else ~/.netrc or ~/_netrc; null where there is none or it cannot be read. */
export function readNetrc(env: Environment): Netrc | null {
  const home = env.HOME || env.USERPROFILE || '';
  const paths = env.NETRC ? [env.NETRC] : home === '' ? [] : [join(home, '.netrc'), join(home, '_netrc')];
  for (const path of paths) {
    try {
      return parseNetrc(readFileSync(path, 'utf8').slice(0, MAX_BYTES));
    } catch {}
  }
  return null;
}

/** The format of Python's netrc module: words, '#' comments, quoted values; a macro ends at an empty line. */
export function parseNetrc(text: string): Netrc {
  const machines = new Map<string, Credentials>();
  let otherwise: Credentials | null = null;
  const words = wordsOf(text);
  let host: string | null = null;
  let entry = { username: '', account: '', password: '' };
  const finish = (): void => {
    if (host === null) return;
    const found: Credentials = { username: entry.username || entry.account, password: entry.password, origin: 'netrc' };
    if (host === '') otherwise = found;
    else machines.set(host, found);
  };
  for (let at = 0; at < words.length; at++) {
    const value = words[at + 1] ?? '';
    switch (words[at]) {
      case 'machine':
      case 'default':
        finish();
        host = words[at] === 'default' ? '' : value.toLowerCase();
        entry = { username: '', account: '', password: '' };
        if (host !== '') at++;
        break;
      case 'login':
      case 'user':
        entry.username = value;
        at++;
        break;
      case 'account':
        entry.account = value;
        at++;
        break;
      case 'password':
        entry.password = value;
        at++;
        break;
    }
  }
  finish();
  return { machines, otherwise };
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  const withoutMacros = text.replace(/^[ \t]*macdef\s[\s\S]*?(?:\n[ \t]*\r?\n|(?![\s\S]))/gm, '\n');
  for (const line of withoutMacros.split(/\r\n|\r|\n/)) {
    const token = /\s*(?:"((?:[^"\\]|\\.)*)"|((?:[^\s\\]|\\.)+))/gy;
    let first = true;
    for (let match = token.exec(line); match !== null; match = token.exec(line)) {
      const word = (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1');
      // A comment begins a line, or follows an entry; inside a password '#' is a character like any other.
      const follows = ['login', 'user', 'account', 'password'].includes(words.at(-1) ?? '');
      if (match[2] !== undefined && word.startsWith('#') && (first || !follows)) break;
      words.push(word);
      first = false;
    }
  }
  return words;
}

/**
 * The inputs with credentials for those indexes that have none of their own. A host gets its own entry; the `default`
 * entry only goes to indexes that the workflow names by URL. Over plain http nothing is sent, unless the host is trusted.
 */
export function withNetrc(inputs: Inputs, netrc: Netrc | null): Inputs {
  if (netrc === null) return inputs;
  const add = (candidate: Candidate): Candidate => {
    const credentials = candidate.credentials ?? credentialsFor(candidate, netrc, inputs.trustedHosts);
    return { ...candidate, credentials };
  };
  const { fallback } = inputs;
  return {
    ...inputs,
    mirrors: inputs.mirrors.map(add),
    extraIndexes: inputs.extraIndexes.map(add),
    fallback: typeof fallback === 'string' ? fallback : add(fallback),
  };
}

function credentialsFor(candidate: Candidate, netrc: Netrc, trusted: readonly TrustedHost[]): Credentials | null {
  const { hostname, protocol } = new URL(candidate.indexUrl);
  const accepted = trusted.some((entry) => entry.host === hostname);
  if (protocol !== 'https:' && !accepted) return null;
  return netrc.machines.get(hostname) ?? (candidate.origin === 'input' ? netrc.otherwise : null);
}
