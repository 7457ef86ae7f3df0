/** User and password taken out of text that holds URLs: the one place that knows where they can stand. */
import type { Credentials } from './candidate.ts';

/** Everything between '//' and the last '@' before the path, in any scheme; and 'user:password@' where a scheme is missing. */
const USER_INFO = /(\/\/)[^\s/?#]*@|(?<![^\s=,;"'(<])[^\s/?#@:=,;"'(<]{1,128}:[^\s/?#]{0,256}@/g;
/** What is no URL may hold '/', '?' or '#' in its password, and a token in place of 'user:password'. */
const BROKEN_USER_INFO = /(^|\s|\/\/|=)\S*@/g;

/** Whether the text gives this secret away: as it is, as it stands in a URL, or in a header. */
export function holdsCredentials(text: string, credentials: Credentials | null): boolean {
  if (credentials === null) return false;
  const { username, password } = credentials;
  const secret = password === '' ? username : password;
  const pair = Buffer.from(`${username}:${password}`);
  const forms = [secret, encodeURIComponent(secret), pair.toString('base64'), latin1(pair).toString('base64')];
  return secret !== '' && forms.some((form) => text.includes(form));
}

function latin1(utf8: Buffer): Buffer {
  return Buffer.from(utf8.toString('utf8'), 'latin1');
}

/** The text without the credentials of the URLs in it, which still work as URLs. */
export function withoutCredentials(text: string): string {
  return text.replace(USER_INFO, '$1');
}

/** The text with '***@' in place of the credentials of the URLs in it. */
export function hideCredentials(text: string): string {
  return text.replace(USER_INFO, '$1***@');
}

/** The same for a value that was refused: rather too much than a piece of a password. */
export function hideCredentialsOfBroken(text: string): string {
  return text.replace(BROKEN_USER_INFO, '$1***@');
}
