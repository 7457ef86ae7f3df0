/** poetry.lock, versions 1 and 2: the main group without extras. */
import { normalizeName } from '../../model/requirement.ts';
import type { Collection } from './collection.ts';
import { lineFinder, parseToml } from './documents.ts';
import { addLockedFiles, isPublicIndex, isPypi } from './locked-files.ts';
import { asTable, asTables, asText, asTexts, at, type Table } from './untyped.ts';

export async function readPoetryLock(text: string, file: string, collection: Collection): Promise<void> {
  const document = await parseToml(text, file, collection);
  if (document === null) return;
  const place = lineFinder(text, file);
  const packages = asTables(document.package);
  const named = packages.map((entry) => asText(at(entry, 'source', 'type')) === 'legacy' && sourceUrl(entry));
  for (const url of new Set(named.filter((url) => typeof url === 'string' && !isPypi(url)))) {
    collection.addBypass('poetry-lock-source', place(String(url)), String(url));
  }
  for (const entry of packages.filter(isMain)) addPackage(entry, document, file, collection);
}

/** Version 2 has groups; version 1 had one category, until it had nothing at all. */
function isMain(entry: Table): boolean {
  if (entry.optional === true) return false;
  if (entry.groups !== undefined) return asTexts(entry.groups).includes('main');
  return (asText(entry.category) ?? 'main') === 'main';
}

/** One marker for all groups, or one for each. */
function markerOf(entry: Table): string | null {
  return asText(entry.markers) ?? asText(asTable(entry.markers).main);
}

function sourceUrl(entry: Table): string {
  return asText(at(entry, 'source', 'url')) ?? '';
}

function addPackage(entry: Table, document: Table, file: string, collection: Collection): void {
  const name = asText(entry.name) ?? '';
  const project = normalizeName(name);
  const version = asText(entry.version);
  const source = { file, line: 0 };
  if (version === null || !collection.holds(markerOf(entry))) return;
  const type = asText(at(entry, 'source', 'type'));
  const url = sourceUrl(entry);
  if (type === 'git' || type === 'url' || type === 'file' || type === 'directory') {
    const why = type === 'git' ? 'vcs' : type === 'url' ? 'url' : 'path';
    collection.leaveUnchecked({ project, raw: `${project} @ ${url}`, why, source });
    return;
  }
  // Before lock version 2 the files of all packages stood in one table.
  const files = [...asTables(entry.files), ...asTables(at(document, 'metadata', 'files', name))];
  const hashes = addLockedFiles(project, version, files, collection);
  if (type === 'legacy' && !isPublicIndex(url)) {
    collection.leaveUnchecked({ project, raw: `${project}==${version}`, why: 'other-index', source });
  } else collection.lock(project, version, markerOf(entry), source, hashes);
}
