/** uv.lock: what `uv sync` installs of the workspace's own projects, without development groups. */
import { normalizeName } from '../../model/requirement.ts';
import type { Collection } from './collection.ts';
import { lineFinder, parseToml } from './documents.ts';
import { addLockedFiles, isPublicIndex } from './locked-files.ts';
import { asTable, asTables, asText, asTexts, at, type Table } from './untyped.ts';

export async function readUvLock(text: string, file: string, collection: Collection): Promise<void> {
  const document = await parseToml(text, file, collection);
  if (document === null) return;
  const place = lineFinder(text, file);
  const packages = asTables(document.package);
  const byName = new Map<string, Table[]>();
  for (const entry of packages) {
    const name = normalizeName(asText(entry.name) ?? '');
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [entry]);
    else same.push(entry);
  }
  for (const registry of new Set(packages.map(registryOf).filter((url) => url !== null))) {
    collection.addBypass('uv-lock-index', place(registry), registry);
  }
  for (const entry of reachable(packages, byName, collection)) addPackage(entry, file, collection);
}

/** From the workspace's projects along all dependencies whose markers hold. */
function reachable(
  packages: readonly Table[],
  byName: ReadonlyMap<string, readonly Table[]>,
  collection: Collection,
): ReadonlySet<Table> {
  const seen = new Set<Table>();
  const extrasSeen = new Map<Table, Set<string>>();
  const waiting = packages.filter(isOwn).flatMap((own) => dependenciesOf(own));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!collection.holds(asText(next.marker))) continue;
    for (const entry of chosenBy(next, byName)) {
      if (!seen.has(entry)) waiting.push(...dependenciesOf(entry));
      seen.add(entry);
      const extras = extrasSeen.get(entry) ?? new Set();
      extrasSeen.set(entry, extras);
      for (const extra of asTexts(next.extra).filter((word) => !extras.has(word))) {
        extras.add(extra);
        waiting.push(...asTables(at(entry, 'optional-dependencies', extra)));
      }
    }
  }
  return seen;
}

function dependenciesOf(entry: Table): readonly Table[] {
  return asTables(entry.dependencies);
}

/** A dependency names version and source only where there are several. */
function chosenBy(dependency: Table, byName: ReadonlyMap<string, readonly Table[]>): readonly Table[] {
  const version = asText(dependency.version);
  const source = dependency.source === undefined ? null : JSON.stringify(dependency.source);
  return (byName.get(normalizeName(asText(dependency.name) ?? '')) ?? []).filter(
    (entry) =>
      (version === null || asText(entry.version) === version) &&
      (source === null || JSON.stringify(entry.source) === source),
  );
}

function isOwn(entry: Table): boolean {
  const source = asTable(entry.source);
  return source.editable !== undefined || source.virtual !== undefined;
}

function registryOf(entry: Table): string | null {
  return asText(asTable(entry.source).registry);
}

function addPackage(entry: Table, file: string, collection: Collection): void {
  if (isOwn(entry)) return;
  const project = normalizeName(asText(entry.name) ?? '');
  const version = asText(entry.version);
  const source = asTable(entry.source);
  const place = { file, line: 0 };
  const registry = registryOf(entry);
  if (registry === null || version === null) {
    const why = source.git !== undefined ? 'vcs' : source.url !== undefined ? 'url' : 'path';
    const where = asText(source.git) ?? asText(source.url) ?? asText(source.path) ?? asText(source.directory) ?? '';
    collection.leaveUnchecked({ project, raw: `${project} @ ${where}`, why, source: place });
    return;
  }
  const hashes = addLockedFiles(project, version, [asTable(entry.sdist), ...asTables(entry.wheels)], collection);
  if (isPublicIndex(registry)) collection.lock(project, version, null, place, hashes);
  else collection.leaveUnchecked({ project, raw: `${project}==${version}`, why: 'other-index', source: place });
}
