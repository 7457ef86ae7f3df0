/** pylock.toml (PEP 751), and what pip and uv write under such names. */
import { normalizeName } from '../../model/requirement.ts';
import type { Collection } from './collection.ts';
import { lineFinder, parseToml } from './documents.ts';
import { addLockedFiles, isPublicIndex, originOf } from './locked-files.ts';
import { asTable, asTables, asText, asTexts, type Table } from './untyped.ts';

export async function readPylock(text: string, file: string, collection: Collection): Promise<void> {
  const document = await parseToml(text, file, collection);
  if (document === null) return;
  const place = lineFinder(text, file);
  const packages = asTables(document.packages);
  const urls = packages.flatMap((entry) =>
    [asTable(entry.sdist), ...asTables(entry.wheels)].map(({ url }) => asText(url)),
  );
  for (const origin of new Set(urls.filter((url) => url !== null).map(originOf))) {
    collection.addBypass('pylock-index', place(origin), origin);
  }
  const groups = asTexts(document['default-groups']);
  for (const entry of packages) addPackage(entry, groups, file, collection);
}

function addPackage(entry: Table, groups: readonly string[], file: string, collection: Collection): void {
  const project = normalizeName(asText(entry.name) ?? '');
  const version = asText(entry.version);
  const marker = asText(entry.marker);
  const source = { file, line: 0 };
  if (!collection.holds(marker, { extras: '', dependency_groups: groups.join(' ') })) return;
  const elsewhere = [asTable(entry.vcs), asTable(entry.archive), asTable(entry.directory)];
  const where = elsewhere.map((table) => asText(table.url) ?? asText(table.path)).find((address) => address !== null);
  if (where !== undefined || version === null) {
    const why = entry.vcs !== undefined ? 'vcs' : asText(asTable(entry.archive).url) !== null ? 'url' : 'path';
    collection.leaveUnchecked({ project, raw: `${project} @ ${where ?? '.'}`, why, source });
    return;
  }
  const hashes = addLockedFiles(project, version, [asTable(entry.sdist), ...asTables(entry.wheels)], collection);
  const index = asText(entry.index);
  if (index === null || isPublicIndex(index)) collection.lock(project, version, null, source, hashes);
  else collection.leaveUnchecked({ project, raw: `${project}==${version}`, why: 'other-index', source });
}
