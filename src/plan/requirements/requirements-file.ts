/** pip's requirements and constraints files, with all that they include by -r and -c. */
import { type BypassCode, normalizeName, type Requirement, type SourceLine } from '../../model/requirement.ts';
import { type Collection, uncheckedUrl } from './collection.ts';
import type { FileSource } from './file-source.ts';
import { type LineOption, type RequirementLine, readRequirementLines } from './requirement-lines.ts';

/** `-r` of `-r` of …: more is a mistake or an attack. */
const MAX_DEPTH = 32;

/** Options of one pip run: they count for all of its requirements, wherever they stand. */
interface RunOptions {
  prereleases: boolean;
  readonly wheelsOnly: Set<string>;
  readonly sourcesOnly: Set<string>;
}

interface Found {
  readonly line: RequirementLine;
  readonly source: SourceLine;
  readonly constraint: 'no' | 'named' | 'found';
}

/**
 * Reads `path` as `pip install -r path` would.
 * @param path absolute.
 * @param constraint true for a constraints file that no requirements file named.
 */
export async function readRequirementsFile(
  path: string,
  constraint: boolean,
  files: FileSource,
  collection: Collection,
): Promise<void> {
  const options: RunOptions = { prereleases: false, wheelsOnly: new Set(), sourcesOnly: new Set() };
  const found: Found[] = [];
  await readInto(path, constraint ? 'found' : 'no', [], files, collection, options, found);
  for (const item of found) {
    if (item.constraint === 'no') addRequirement(item, options, collection);
    else collection.constrain(item.line.requirement, item.source, item.constraint === 'named');
  }
}

async function readInto(
  path: string,
  constraint: Found['constraint'],
  parents: readonly string[],
  files: FileSource,
  collection: Collection,
  options: RunOptions,
  found: Found[],
): Promise<void> {
  const file = files.nameOf(path);
  if (parents.includes(path) || parents.length >= MAX_DEPTH) {
    collection.addProblem('recursive', { file, line: 0 }, file);
    return;
  }
  const text = await files.read(path, collection);
  if (text === null) return;
  for (const line of readRequirementLines(text, files.env)) {
    const source: SourceLine = { file, line: line.line };
    if (line.requirement !== '') {
      found.push({ line, source, constraint });
      continue;
    }
    for (const option of line.options) {
      const included = option.name === 'requirement' || option.name === 'constraint';
      if (!included) applyOption(option, source, collection, options);
      else if (/^(https?|file):/i.test(option.value)) collection.addProblem('remote-file', source, option.written);
      else if (/\$\{[A-Z0-9_]+\}/.test(option.value)) collection.addProblem('unset-variable', source, option.written);
      else {
        const role = option.name === 'constraint' ? 'named' : constraint;
        const next = files.besides(path, option.value);
        await readInto(next, role, [...parents, path], files, collection, options, found);
      }
    }
  }
}

const BYPASSES: Readonly<Record<string, BypassCode>> = {
  'index-url': 'requirements-index-url',
  'extra-index-url': 'requirements-extra-index-url',
  'find-links': 'requirements-find-links',
  'trusted-host': 'requirements-trusted-host',
  'no-index': 'requirements-no-index',
};

function applyOption(option: LineOption, source: SourceLine, collection: Collection, options: RunOptions): void {
  const bypass = option.name === null ? undefined : BYPASSES[option.name];
  if (bypass !== undefined) collection.addBypass(bypass, source, option.written);
  else if (option.name === null) collection.addProblem('unknown-option', source, option.written);
  else if (option.name === 'editable') collection.leaveUnchecked(editable(option.written, source));
  else if (option.name === 'pre') options.prereleases = true;
  else if (option.name === 'only-binary') narrow(options.wheelsOnly, options.sourcesOnly, option.value);
  else if (option.name === 'no-binary') narrow(options.sourcesOnly, options.wheelsOnly, option.value);
}

/** pip's own rule: a project named on one side leaves the other; ':none:' empties a side. */
function narrow(target: Set<string>, other: Set<string>, value: string): void {
  for (const name of value.split(',')) {
    if (name === ':none:') target.clear();
    else {
      const entry = name === ':all:' ? name : normalizeName(name);
      target.add(entry);
      if (entry === ':all:') other.clear();
      else other.delete(entry);
    }
  }
}

function formatsOf(project: string, { wheelsOnly, sourcesOnly }: RunOptions): Requirement['formats'] {
  if (wheelsOnly.has(project)) return 'wheel';
  if (sourcesOnly.has(project)) return 'sdist';
  return wheelsOnly.has(':all:') ? 'wheel' : sourcesOnly.has(':all:') ? 'sdist' : 'any';
}

function addRequirement({ line, source }: Found, options: RunOptions, collection: Collection): void {
  const text = line.requirement;
  if (/^(git|hg|svn|bzr)[+:]|^(https?|ftp|file):/i.test(text)) {
    collection.leaveUnchecked(uncheckedUrl(projectOfUrl(text), line.written, text, source));
    return;
  }
  if (looksLikePath(text)) {
    collection.leaveUnchecked({ project: null, raw: line.written, why: 'path', source });
    return;
  }
  const name = /^[A-Za-z0-9._-]+/.exec(text)?.[0] ?? '';
  collection.want(text, source, {
    hashes: hashesOf(line),
    prereleases: options.prereleases,
    formats: formatsOf(normalizeName(name), options),
  });
}

function hashesOf(line: RequirementLine): Requirement['hashes'] {
  const hashes: Record<string, string[]> = {};
  for (const option of line.options) {
    const [, algorithm, digest] = /^(sha256|sha384|sha512|md5):([0-9a-f]+)$/i.exec(option.value) ?? [];
    if (option.name !== 'hash' || algorithm === undefined || digest === undefined) continue;
    const list = hashes[algorithm.toLowerCase()] ?? [];
    list.push(digest.toLowerCase());
    hashes[algorithm.toLowerCase()] = list;
  }
  return hashes;
}

function editable(target: string, source: SourceLine) {
  const named = /^ ?([A-Za-z0-9][\w.-]*) ?(?:\[[^\]]*\])? ?@ ?(\S+)/.exec(target.replace(/\s+/g, ' '));
  if (named?.[1] !== undefined && named[2] !== undefined) {
    return uncheckedUrl(normalizeName(named[1]), target, named[2], source);
  }
  if (/^[a-z+]+:/i.test(target)) return uncheckedUrl(projectOfUrl(target), target, target, source);
  return { project: null, raw: target, why: 'path' as const, source };
}

/** The name in '#egg=' or in the wheel's file name. */
function projectOfUrl(url: string): string | null {
  const name = /[#&]egg=([A-Za-z0-9._-]+)/.exec(url)?.[1] ?? /\/([A-Za-z0-9_.]+)-[^/]*\.whl(?:[#?\s]|$)/.exec(url)?.[1];
  return name === undefined ? null : normalizeName(name);
}

function looksLikePath(text: string): boolean {
  const target = (text.split(/;|@/, 1)[0] ?? '').trimEnd();
  const withoutExtras = target.endsWith(']') ? target.slice(0, target.lastIndexOf('[')) : target;
  return (
    target.startsWith('.') ||
    /[\\/]/.test(target) ||
    (!text.includes('@') && /\.(whl|zip|tar\.gz|tgz|tar|tar\.bz2|tar\.xz)$/i.test(withoutExtras))
  );
}
