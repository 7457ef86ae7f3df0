/** pdm.lock: the default group. */
import { normalizeName } from '../../model/requirement.ts';
import type { Collection } from './collection.ts';
import { lineFinder, parseToml } from './documents.ts';
import { addLockedFiles, originOf } from './locked-files.ts';
import { asTables, asText, asTexts, at, type Table } from './untyped.ts';

export async function readPdmLock(text: string, file: string, collection: Collection): Promise<void> {
  const document = await parseToml(text, file, collection);
  if (document === null) return;
  const place = lineFinder(text, file);
  const packages = asTables(document.package);
  const filesOf = (entry: Table) => [
    ...asTables(entry.files),
    // Until PDM 2.8 the files of all packages stood in one table.
    ...asTables(at(document, 'metadata', 'files', `${asText(entry.name)} ${asText(entry.version)}`)),
  ];
  const urls = packages.flatMap((entry) => filesOf(entry).map((item) => asText(item.url)));
  const origins = new Set(urls.filter((url) => url !== null).map(originOf));
  for (const origin of origins) collection.addBypass('pdm-lock-urls', place(origin), origin);
  for (const entry of packages) addPackage(entry, filesOf(entry), file, collection);
}

/** Groups are written since PDM 2.8; before, every package counts. */
function isDefault(entry: Table): boolean {
  return entry.groups === undefined || asTexts(entry.groups).includes('default');
}

function addPackage(entry: Table, files: readonly Table[], file: string, collection: Collection): void {
  const project = normalizeName(asText(entry.name) ?? '');
  const version = asText(entry.version);
  const marker = asText(entry.marker);
  const source = { file, line: 0 };
  if (!isDefault(entry) || !collection.holds(marker)) return;
  const where = asText(entry.git) ?? asText(entry.hg) ?? asText(entry.svn) ?? asText(entry.url) ?? asText(entry.path);
  if (where !== null || version === null) {
    const why = asText(entry.url) !== null ? 'url' : where !== null && entry.path === undefined ? 'vcs' : 'path';
    if (where !== null) collection.leaveUnchecked({ project, raw: `${project} @ ${where}`, why, source });
    return;
  }
  const hashes = addLockedFiles(project, version, files, collection);
  collection.lock(project, version, marker, source, hashes);
}
