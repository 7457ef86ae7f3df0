/** pyproject.toml: the project's own dependencies (PEP 621, Poetry), and indexes that tools would use instead. */
import { type BypassCode, normalizeName } from '../../model/requirement.ts';
import type { Collection } from './collection.ts';
import { type LineFinder, lineFinder, parseToml } from './documents.ts';
import type { FileSource } from './file-source.ts';
import { isPublicIndex } from './locked-files.ts';
import { readPoetryDependencies } from './poetry-dependencies.ts';
import { readRequirementsFile } from './requirements-file.ts';
import { asTable, asTables, asText, asTexts, at, type Table } from './untyped.ts';

/** @param path absolute, of the file that `text` came from. */
export async function readPyproject(
  text: string,
  path: string,
  files: FileSource,
  collection: Collection,
): Promise<void> {
  const file = files.nameOf(path);
  const document = await parseToml(text, file, collection);
  if (document === null) return;
  const place = lineFinder(text, file);
  addIndexes(asTable(at(document, 'tool', 'uv')), UV_INDEXES, place, collection);
  addSources(document, place, collection);
  const own = normalizeName(asText(at(document, 'project', 'name')) ?? '');
  const elsewhere = uvSources(document);
  for (const dependency of asTexts(at(document, 'project', 'dependencies'))) {
    const name = normalizeName(/^\s*([\w.-]+)/.exec(dependency)?.[1] ?? '');
    const why = elsewhere.get(name);
    if (name === own) continue;
    if (why === undefined) collection.want(dependency, place(dependency));
    else collection.leaveUnchecked({ project: name, raw: dependency, why, source: place(dependency) });
  }
  readPoetryDependencies(document, place, collection);
  const dynamic = at(document, 'tool', 'setuptools', 'dynamic', 'dependencies', 'file');
  for (const name of typeof dynamic === 'string' ? [dynamic] : asTexts(dynamic)) {
    await readRequirementsFile(files.besides(path, name), false, files, collection);
  }
}

/** uv.toml holds what [tool.uv] holds. */
export async function readUvToml(text: string, file: string, collection: Collection): Promise<void> {
  const document = await parseToml(text, file, collection);
  if (document === null) return;
  addIndexes(document, UV_INDEXES, lineFinder(text, file), collection);
}

const UV_INDEXES: readonly (readonly [key: string, code: BypassCode])[] = [
  ['index-url', 'uv-index-url'],
  ['extra-index-url', 'uv-extra-index-url'],
  ['find-links', 'uv-find-links'],
];

function addIndexes(
  table: Table,
  keys: readonly (readonly [key: string, code: BypassCode])[],
  place: LineFinder,
  collection: Collection,
): void {
  for (const [key, code] of keys) {
    for (const scope of [table, asTable(table.pip)]) {
      const value = scope[key];
      for (const url of typeof value === 'string' ? [value] : asTexts(value))
        collection.addBypass(code, place(url), url);
    }
  }
  for (const index of asTables(table.index)) {
    const url = asText(index.url);
    if (url !== null) collection.addBypass('uv-index', place(url), url);
  }
}

function addSources(document: Table, place: LineFinder, collection: Collection): void {
  for (const [tool, code] of [['poetry', 'poetry-source'] as const, ['pdm', 'pdm-source'] as const]) {
    for (const source of asTables(at(document, 'tool', tool, 'source'))) {
      const url = asText(source.url);
      if (url !== null) collection.addBypass(code, place(url), url);
    }
  }
}

/** Names that [tool.uv.sources] leads away from the default index, and where to. */
function uvSources(document: Table): ReadonlyMap<string, 'vcs' | 'url' | 'path' | 'other-index'> {
  const indexes = asTables(at(document, 'tool', 'uv', 'index'));
  const isPublic = (name: unknown) =>
    indexes.some((index) => index.name === name && isPublicIndex(asText(index.url) ?? ''));
  const found = new Map<string, 'vcs' | 'url' | 'path' | 'other-index'>();
  for (const [name, value] of Object.entries(asTable(at(document, 'tool', 'uv', 'sources')))) {
    for (const source of Array.isArray(value) ? asTables(value) : [asTable(value)]) {
      if (source.index !== undefined && isPublic(source.index)) continue;
      const why =
        source.git !== undefined
          ? 'vcs'
          : source.url !== undefined
            ? 'url'
            : source.index !== undefined
              ? 'other-index'
              : 'path';
      found.set(normalizeName(name), why);
    }
  }
  return found;
}
