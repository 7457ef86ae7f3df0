/** Where an answer sends pip next. */

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export type Target = { readonly url: string; readonly detail: '' } | { readonly url: null; readonly detail: string };

/** null: no redirect. `url` null: one that pip cannot follow (file://, no address), with the reason. */
export function redirectTarget(status: number | null, location: string | undefined, from: string): Target | null {
  if (status === null || !REDIRECTS.has(status) || location === undefined) return null;
  // Servers write UTF-8 into a field that is read as latin-1.
  const text = Buffer.from(location, 'latin1').toString('utf8').trim();
  const url = URL.parse(text, from);
  if (url === null) return { url: null, detail: `redirect to no address: ${text.slice(0, 200)}` };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { url: null, detail: `redirect to ${url.protocol.slice(0, 40)}` };
  }
  return { url: withoutSecrets(url), detail: '' };
}

/** The URL as it may be shown and asked: no user, no password, no fragment. */
export function withoutSecrets(url: URL): string {
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  plain.hash = '';
  return plain.href;
}
