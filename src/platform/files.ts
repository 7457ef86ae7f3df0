/** Reading the checkout: glob matching and bounded reads that no link, pipe or endless file can hang. */
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { compileGlob } from './glob.ts';

export interface MatchedFiles {
  /** Relative to the workspace with '/', sorted, each once; absolute where outside of it. */
  readonly files: readonly string[];
  /** True where a limit ended the search: there may be more. */
  readonly truncated: boolean;
}

export interface MatchLimits {
  /** Directory entries looked at. */
  readonly entries: number;
  readonly files: number;
  readonly depth: number;
}

const LIMITS: MatchLimits = { entries: 500_000, files: 1_000, depth: 64 };

/** Folders of tools and installed packages: what lies there is not what the job will install. */
const SKIPPED = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'site-packages',
  '__pycache__',
  '.tox',
  '.nox',
  '.venv',
]);

/**
 * Files that match any of `patterns` and none of those that begin with '!'.
 * Knows `**`, `*`, `?`, `[…]` and `{a,b}`; `*` matches a leading dot. Symbolic links to folders are not followed, links to
 * files only where they stay within the workspace; virtual environments are left out unless a pattern names them.
 * @param workspace absolute path that relative patterns start from. A missing folder matches nothing.
 */
export async function matchFiles(
  patterns: readonly string[],
  workspace: string,
  limits: MatchLimits = LIMITS,
): Promise<MatchedFiles> {
  const root = await realpath(workspace).catch(() => workspace);
  const parsed = patterns
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '' && !pattern.startsWith('#'));
  const wanted = parsed.filter((pattern) => !pattern.startsWith('!')).map((pattern) => toGlob(pattern, root));
  const unwanted = parsed.filter((pattern) => pattern.startsWith('!')).map((pattern) => toGlob(pattern.slice(1), root));
  const found = new Set<string>();
  const budget = { entries: limits.entries, truncated: false };
  const isWanted = (path: string) =>
    wanted.some((glob) => glob.matches(path)) && !unwanted.some((glob) => glob.matches(path));
  for (const base of outermost(wanted.map((glob) => glob.base))) {
    await walk(base, root, isWanted, limits, budget, found);
  }
  const files = [...found].map((path) => displayPath(path, root)).sort();
  return { files: files.slice(0, limits.files), truncated: budget.truncated || files.length > limits.files };
}

interface Glob {
  /** Absolute path of the folder or file before the first wildcard, with '/'. */
  readonly base: string;
  readonly matches: (path: string) => boolean;
}

function toGlob(pattern: string, root: string): Glob {
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const segments = slashed.split('/');
  const wild = segments.findIndex((segment) => /[*?[{]/.test(segment));
  const fixed = wild === -1 ? segments : segments.slice(0, wild);
  const base = toSlashes(resolve(root, fixed.join('/') || (slashed.startsWith('/') ? '/' : '.')));
  if (wild === -1) return { base, matches: (path) => path === base };
  const folder = base.endsWith('/') ? base : `${base}/`;
  const matches = compileGlob(segments.slice(wild).join('/'), sep === '\\');
  return { base, matches: (path) => path.startsWith(folder) && matches(path.slice(folder.length)) };
}

/** A folder below another one is walked with it. */
function outermost(bases: readonly string[]): readonly string[] {
  const sorted = [...new Set(bases)].sort((a, b) => a.length - b.length);
  return sorted.filter((base, i) => !sorted.slice(0, i).some((outer) => isWithin(base, outer) && !skips(base, outer)));
}

/** True where the walk from `outer` would not come by `base`. */
function skips(base: string, outer: string): boolean {
  return base
    .slice(outer.length)
    .split('/')
    .some((segment) => SKIPPED.has(segment));
}

async function walk(
  base: string,
  root: string,
  isWanted: (path: string) => boolean,
  limits: MatchLimits,
  budget: { entries: number; truncated: boolean },
  found: Set<string>,
): Promise<void> {
  if (isWanted(base) && (await isRegularFile(base))) found.add(base);
  let level: readonly string[] = [base];
  for (let depth = 0; level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      if (folder !== base && entries.some((entry) => entry.name === 'pyvenv.cfg')) continue;
      for (const entry of entries) {
        if (--budget.entries < 0) {
          budget.truncated = true;
          return;
        }
        const path = `${folder.endsWith('/') ? folder.slice(0, -1) : folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!SKIPPED.has(entry.name)) next.push(path);
        } else if (isWanted(path) && (entry.isFile() || (entry.isSymbolicLink() && (await staysWithin(path, root))))) {
          found.add(path);
        }
      }
    }
    if (depth >= limits.depth && next.length > 0) {
      budget.truncated = true;
      return;
    }
    level = next;
  }
}

async function isRegularFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

async function staysWithin(path: string, root: string): Promise<boolean> {
  const target = await realpath(path).catch(() => null);
  return target !== null && isWithin(toSlashes(target), toSlashes(root)) && (await isRegularFile(target));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function displayPath(path: string, root: string): string {
  return isWithin(path, toSlashes(root)) ? toSlashes(relative(root, path)) : path;
}

function toSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** Why a file was not read. */
export type ReadFailure = 'unreadable' | 'too-large' | 'not-text';

/**
 * The whole text of a regular file, decoded as pip decodes it: by byte-order mark, else as UTF-8.
 * @param maxBytes larger files are refused unread.
 */
export async function readText(
  path: string,
  maxBytes: number,
): Promise<{ readonly text: string } | { readonly failure: ReadFailure }> {
  try {
    // A pipe would block on open: look before.
    if (!(await isRegularFile(path))) return { failure: 'unreadable' };
    const handle = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(Math.min((await handle.stat()).size, maxBytes) + 1);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      if (bytesRead > maxBytes) return { failure: 'too-large' };
      return { text: decode(buffer.subarray(0, bytesRead)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { failure: error instanceof TypeError ? 'not-text' : 'unreadable' };
  }
}

/** @throws TypeError where the bytes are no text in their encoding. */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** The absolute path of `name` as seen from the folder of `file`. */
export function besides(file: string, name: string): string {
  return isAbsolute(name) ? name : join(file, '..', name);
}
