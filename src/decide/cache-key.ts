/**
 * The key under which the job's downloads are kept in the Actions cache.
 *
 * Shape: `pip-mirror-select-1-<os>-<os version>-<arch>-<python>-<pip>-<suffix>-<index>-<requirements>`. No segment
 * holds a '-', so a prefix always ends at a segment's end and a saved key can be read back.
 */
import { createHash } from 'node:crypto';

/** Changed whenever an older version could not read what is kept under the key. */
const FORMAT = 'pip-mirror-select-1';

/** What the service allows is 512; a refresh stamp must still fit. */
const LONGEST_SEGMENT = 100;

export interface KeyIngredients {
  /** 'linux', 'macos', 'windows'. */
  readonly os: string;
  /** 'ubuntu24', 'debian-12' … */
  readonly osVersion: string;
  readonly arch: string;
  /** 'cp312', 'cp313t', 'pypy310_pp73': see `pythonTagOf`. */
  readonly pythonTag: string;
  /** '26.1.2'. */
  readonly pipVersion: string;
  /** Normal form, without credentials. */
  readonly indexUrl: string;
  /** Hex digest of the requirement files (`requirementsDigest`). */
  readonly requirements: string;
  /** User text. */
  readonly suffix: string;
}

export interface CacheKey {
  readonly primary: string;
  /** What to ask the service for, in order; the service matches each by prefix, newest first. */
  readonly asked: readonly string[];
  /** Every segment with its meaning, for the log. */
  readonly ingredients: readonly { readonly name: string; readonly value: string }[];
}

/** How a matched key stands to the wanted one. */
export type KeyMatch = 'exact' | 'same-index' | 'other-index' | 'none';

/** What the job alone decides, before an index is chosen: every entry that may be of use starts with it. */
export type JobIngredients = Omit<KeyIngredients, 'indexUrl' | 'requirements'>;

export function anyIndexPrefix(from: JobIngredients): string {
  return [FORMAT, ...jobSegments(from).map(({ value }) => value), ''].join('-');
}

export function cacheKey(from: KeyIngredients): CacheKey {
  const index = indexIdentity(from.indexUrl);
  const requirements = requirementsSegment(from.requirements);
  const anyIndex = anyIndexPrefix(from);
  const sameIndex = `${anyIndex}${index}-`;
  const primary = `${sameIndex}${requirements}`;
  return {
    primary,
    // A refresh of the exact key first, then the exact key, then whatever holds bytes that may be laid back.
    asked: [`${primary}.r`, primary, sameIndex, anyIndex],
    ingredients: [...jobSegments(from), { name: 'index', value: index }, { name: 'requirements', value: requirements }],
  };
}

function jobSegments(from: JobIngredients): { name: string; value: string }[] {
  return [
    { name: 'os', value: segment(from.os) },
    { name: 'os-version', value: segment(from.osVersion) },
    { name: 'arch', value: segment(from.arch) },
    { name: 'python', value: segment(from.pythonTag) },
    { name: 'pip', value: `pip${/^\d+/.exec(from.pipVersion)?.[0] ?? '0'}` },
    { name: 'suffix', value: userText(from.suffix) },
  ];
}

/** Key for saving again what an exact hit no longer covers: service keys are immutable. */
export function refreshKey(primary: string, contentDigest: string): string {
  return `${primary}.r${contentDigest.slice(0, 12)}`;
}

/** Keys compare without case, as the service compares them. */
export function matchOf(key: CacheKey, matched: string): KeyMatch {
  const found = matched.toLowerCase();
  const [refresh = '', primary = '', sameIndex = '', anyIndex = ''] = key.asked.map((text) => text.toLowerCase());
  if (found === primary || found.startsWith(refresh)) return 'exact';
  if (found.startsWith(sameIndex)) return 'same-index';
  return found.startsWith(anyIndex) ? 'other-index' : 'none';
}

/** The index segment of a saved key; null for a key of another format. */
export function indexOfKey(saved: string): string | null {
  const parts = saved.toLowerCase().split('-');
  const [head, rest] = [parts.slice(0, 4).join('-'), parts.slice(4)];
  return head === FORMAT && rest.length === 8 ? (rest[6] ?? null) : null;
}

/** The requirements segment of a saved key, '_' for no requirements; null for a key of another format. */
function requirementsOfKey(saved: string): string | null {
  return indexOfKey(saved) === null ? null : (/-([^-]*?)(\.r[0-9a-f]*)?$/.exec(saved.toLowerCase())?.[1] ?? null);
}

/** Whether a key was saved by a job with these requirements (`requirementsDigest`); never where there are none. */
export function isOfRequirements(saved: string, requirements: string): boolean {
  return requirements !== '' && requirementsOfKey(saved) === requirementsSegment(requirements);
}

function requirementsSegment(digest: string): string {
  return digest === '' ? '_' : digest.slice(0, 16);
}

/** Readable host and a digest of the whole URL: told apart where one host serves several indexes. */
export function indexIdentity(indexUrl: string): string {
  const host = new URL(indexUrl).hostname.toLowerCase();
  return `${plain(host).slice(0, 60)}.${sha256(indexUrl).slice(0, 12)}`;
}

/** Digest over requirement files: paths relative to the workspace with '/', and contents. Order does not matter. */
export function requirementsDigest(
  files: readonly { readonly path: string; readonly content: Uint8Array | string }[],
  packages: readonly string[] = [],
): string {
  if (files.length === 0 && packages.length === 0) return '';
  const hash = createHash('sha256');
  const sorted = files.map(({ path, content }) => `${path}\0${sha256(content)}\n`).sort();
  for (const line of [...sorted, ...packages.map((name) => `${name}\n`)]) hash.update(line);
  return hash.digest('hex');
}

/** The ABI of the interpreter's best tag ('cp312-cp312-manylinux…'): a free-threaded build differs from a plain one. */
export function pythonTagOf(tags: readonly string[]): string {
  const [python = 'py3', abi = 'none'] = (tags[0] ?? 'py3-none-any').split('-');
  return abi === 'none' ? python : abi;
}

function segment(text: string): string {
  return plain(text.toLowerCase()) || '_';
}

function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9.]+/g, '_').slice(0, LONGEST_SEGMENT);
}

/** Percent-encoded bytes for all but letters, digits, '.' and '_'; '_' alone stands for no text. */
function userText(text: string): string {
  if (text === '') return '_';
  const encoded = [...Buffer.from(text, 'utf8')]
    .map((byte) => String.fromCharCode(byte))
    .map((char) => (/[A-Za-z0-9.]/.test(char) ? char : `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`))
    .join('');
  return encoded.length <= LONGEST_SEGMENT
    ? encoded
    : `${encoded.slice(0, LONGEST_SEGMENT - 17)}_${sha256(text).slice(0, 16)}`;
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
