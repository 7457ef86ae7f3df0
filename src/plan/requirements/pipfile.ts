/** Pipfile.lock, and Pipfile where it is named: the default packages. */
import { normalizeName, type SourceLine } from '../../model/requirement.ts';
import type { Collection } from './collection.ts';
import { type LineFinder, lineFinder, parseJson, parseToml } from './documents.ts';
import { digestOf, isPublicIndex, isPypi } from './locked-files.ts';
import { asTable, asTables, asText, asTexts, at, type Table } from './untyped.ts';

export function readPipfileLock(text: string, file: string, collection: Collection): void {
  const document = parseJson(text, file, collection);
  if (document === null) return;
  const sources = readSources(asTables(at(document, '_meta', 'sources')), lineFinder(text, file), collection);
  for (const [name, value] of Object.entries(asTable(document.default))) {
    const entry = asTable(value);
    const source = { file, line: 0 };
    const pin = /^={2,3}(.+)$/.exec(asText(entry.version) ?? '')?.[1];
    if (isElsewhere(entry)) leaveUnchecked(name, entry, source, collection);
    else if (!comesFromPypi(entry, sources)) leaveOtherIndex(name, source, collection);
    else if (pin === undefined) collection.want(dependencyText(name, entry), source);
    else {
      const digests = asTexts(entry.hashes)
        .map(digestOf)
        .filter((digest) => digest !== null);
      for (const sha256 of digests) {
        collection.addLockedFile(name, { version: pin, filename: null, sha256, size: null, uploadTime: null });
      }
      collection.lock(name, pin, asText(entry.markers), source, digests.length === 0 ? {} : { sha256: digests });
    }
  }
}

export async function readPipfile(text: string, file: string, collection: Collection): Promise<void> {
  const document = await parseToml(text, file, collection);
  if (document === null) return;
  const place = lineFinder(text, file);
  const sources = readSources(asTables(document.source), place, collection);
  for (const [name, value] of Object.entries(asTable(document.packages))) {
    const entry = typeof value === 'string' ? { version: value } : asTable(value);
    const source = place(name);
    if (isElsewhere(entry)) leaveUnchecked(name, entry, source, collection);
    else if (!comesFromPypi(entry, sources)) leaveOtherIndex(name, source, collection);
    else collection.want(dependencyText(name, entry), source);
  }
}

function dependencyText(name: string, entry: Table): string {
  const extras = asTexts(entry.extras).join(',');
  const version = asText(entry.version) ?? '*';
  const markers = [asText(entry.markers), ...singleMarkers(entry)].filter((marker) => marker !== null);
  const marker = markers.map((text) => `(${text})`).join(' and ');
  return `${name}${extras === '' ? '' : `[${extras}]`}${version === '*' ? '' : version}${marker === '' ? '' : ` ; ${marker}`}`;
}

/** 'sys_platform = "== 'win32'"' beside the version. */
function singleMarkers(entry: Table): readonly string[] {
  const names = [
    'sys_platform',
    'os_name',
    'python_version',
    'python_full_version',
    'platform_machine',
    'platform_system',
  ];
  return names.flatMap((name) => {
    const value = asText(entry[name]);
    return value === null ? [] : [`${name} ${value}`];
  });
}

/** PIPENV_PYPI_MIRROR stands in for pypi.org alone. */
function readSources(
  sources: readonly Table[],
  place: LineFinder,
  collection: Collection,
): ReadonlyMap<string, string> {
  for (const { url } of sources) {
    const address = asText(url);
    if (address === null || isPypi(address)) continue;
    collection.addBypass('pipfile-source', place(address), address);
  }
  return new Map(sources.map(({ name, url }) => [asText(name) ?? '', asText(url) ?? '']));
}

function comesFromPypi(entry: Table, sources: ReadonlyMap<string, string>): boolean {
  const index = asText(entry.index);
  const url = index === null ? undefined : sources.get(index);
  return url === undefined || isPublicIndex(url);
}

function isElsewhere(entry: Table): boolean {
  return ['git', 'hg', 'svn', 'path', 'file', 'url'].some((key) => entry[key] !== undefined);
}

function leaveUnchecked(name: string, entry: Table, source: SourceLine, collection: Collection): void {
  const repository = asText(entry.git) ?? asText(entry.hg) ?? asText(entry.svn);
  const url = asText(entry.file) ?? asText(entry.url);
  const why = repository !== null ? 'vcs' : url !== null ? 'url' : 'path';
  const where = repository ?? url ?? asText(entry.path) ?? '.';
  collection.leaveUnchecked({ project: normalizeName(name), raw: `${name} @ ${where}`, why, source });
}

function leaveOtherIndex(name: string, source: SourceLine, collection: Collection): void {
  collection.leaveUnchecked({ project: normalizeName(name), raw: name, why: 'other-index', source });
}
