/** Parsing of index URLs: one normal form, credentials apart. */
import type { Credentials } from './candidate.ts';

export type UrlProblem = 'whitespace' | 'no-scheme' | 'scheme' | 'malformed' | 'query';

export interface IndexUrl {
  /** Lower-case host, no default port, no credentials, trailing slash. */
  readonly url: string;
  readonly credentials: Credentials | null;
}

/** Reads an index URL as pip would use it; a problem code when pip could not. */
export function parseIndexUrl(text: string): IndexUrl | UrlProblem {
  if (/[\s\u0000-\u001f\u007f]/.test(text)) return 'whitespace';
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return 'no-scheme';
  if (!/^https?:\/\//i.test(text)) return 'scheme';
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return 'malformed';
  }
  if (url.search !== '' || url.hash !== '') return 'query';
  const credentials =
    url.username === '' && url.password === ''
      ? null
      : { username: decodeQuietly(url.username), password: decodeQuietly(url.password) };
  url.username = '';
  url.password = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return { url: url.href, credentials };
}

function decodeQuietly(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The URL with its credentials in it, as installers need it: a secret. What is in netrc they read there themselves. */
export function withCredentials(indexUrl: string, credentials: Credentials | null): string {
  if (credentials === null || credentials.origin === 'netrc') return indexUrl;
  const url = new URL(indexUrl);
  url.username = encodeURIComponent(credentials.username);
  url.password = encodeURIComponent(credentials.password);
  return url.href;
}
