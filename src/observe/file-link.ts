/** One file of an index page: its URL as pip would ask for it, its name, its digests. */
import type { FileLink } from '../model/observation.ts';

/** In pip's order: the first one in a fragment counts. */
const HASHES = ['sha512', 'sha384', 'sha256', 'sha224', 'sha1', 'md5'];
const FRAGMENT_HASH = new RegExp(`[#&](${HASHES.join('|')})=([^&]*)`);

/** What pip takes for a distribution; anything else on a page (a signature, a portal's login link) is no file. */
const ARCHIVE = /\.(?:whl|zip|tar|tar\.gz|tgz|tar\.bz2|tbz|tar\.xz|txz|tlz|tar\.lz|tar\.lzma)$/i;

export interface RawLink {
  readonly href: string;
  /** What relative addresses are relative to. */
  readonly base: string;
  readonly hashes: Readonly<Record<string, string>>;
  readonly requiresPython: string | null;
  readonly yanked: boolean;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly size: number | null;
  readonly uploadTime: number | null;
}

/** null for a link that leads to no distribution over http or https. */
export function fileLink(raw: RawLink): FileLink | null {
  const url = URL.parse(raw.href, raw.base) ?? URL.parse(raw.href);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const path = unquote(url.pathname).replace(/\/+$/, '');
  const filename = path.slice(path.lastIndexOf('/') + 1);
  if (!ARCHIVE.test(filename)) return null;
  const found = FRAGMENT_HASH.exec(raw.href);
  const inUrl = found === null ? {} : { [found[1] ?? '']: (found[2] ?? '').toLowerCase() };
  url.pathname = requote(url.pathname);
  url.hash = '';
  url.username = '';
  url.password = '';
  return {
    filename,
    url: url.href,
    hashes: { ...raw.hashes, ...inUrl },
    requiresPython: raw.requiresPython,
    yanked: raw.yanked,
    metadata: raw.metadata,
    size: raw.size,
    uploadTime: raw.uploadTime,
  };
}

/** Digests under the names that pip knows, in lower case. */
export function knownHashes(pairs: Iterable<readonly [string, unknown]>): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const [name, value] of pairs) {
    if (HASHES.includes(name) && typeof value === 'string') hashes[name] = value.toLowerCase();
  }
  return hashes;
}

/** pip's `_clean_url_path`: undo the quoting, then quote as Python does, but for '@' and '%2F'. */
function requote(path: string): string {
  return path
    .split(/(@|%2F)/i)
    .map((part, at) => (at % 2 === 1 ? part.toUpperCase() : quote(unquote(part))))
    .join('');
}

/** `urllib.parse.quote`: everything but letters, digits and `_.-~/`. */
function quote(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `urllib.parse.unquote`: bytes that are no UTF-8 become U+FFFD, a lone '%' stays. */
function unquote(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
