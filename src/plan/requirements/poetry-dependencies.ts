/** [tool.poetry.dependencies]: Poetry's tables as PEP 508 requirements. */
import { normalizeName, type SourceLine } from '../../model/requirement.ts';
import type { Collection } from './collection.ts';
import type { LineFinder } from './documents.ts';
import { isPublicIndex } from './locked-files.ts';
import { toSpecifier } from './poetry-constraint.ts';
import { asTable, asTables, asText, asTexts, at, type Table } from './untyped.ts';

export function readPoetryDependencies(document: Table, place: LineFinder, collection: Collection): void {
  const poetry = asTable(at(document, 'tool', 'poetry'));
  const sources = asTables(poetry.source);
  const isForeign = (name: unknown) =>
    name !== undefined && !sources.some((source) => source.name === name && isPublicIndex(asText(source.url) ?? ''));
  for (const [name, value] of Object.entries(asTable(poetry.dependencies))) {
    if (normalizeName(name) === 'python') continue;
    const entries = Array.isArray(value)
      ? asTables(value)
      : [typeof value === 'string' ? { version: value } : asTable(value)];
    for (const entry of entries) addEntry(name, entry, isForeign(entry.source), place(name), collection);
  }
}

function addEntry(name: string, entry: Table, foreign: boolean, source: SourceLine, collection: Collection): void {
  if (entry.optional === true) return;
  const project = normalizeName(name);
  const where = asText(entry.git) ?? asText(entry.url) ?? asText(entry.path) ?? asText(entry.file);
  if (where !== null) {
    const why = entry.git !== undefined ? 'vcs' : entry.url !== undefined ? 'url' : 'path';
    collection.leaveUnchecked({ project, raw: `${name} @ ${where}`, why, source });
    return;
  }
  const constraint = asText(entry.version) ?? '*';
  const specifier = toSpecifier(constraint);
  if (specifier === null) {
    collection.addProblem('invalid-requirement', source, `${name} = ${constraint}`);
  } else if (foreign) {
    collection.leaveUnchecked({ project, raw: `${name}${specifier}`, why: 'other-index', source });
  } else {
    const extras = asTexts(entry.extras).join(',');
    const marker = markerOf(entry);
    collection.want(
      `${name}${extras === '' ? '' : `[${extras}]`}${specifier}${marker === '' ? '' : ` ; ${marker}`}`,
      source,
    );
  }
}

/** 'markers', 'python' (a constraint of its own) and 'platform' together. */
function markerOf(entry: Table): string {
  const python = toSpecifier(asText(entry.python) ?? '*') ?? '';
  const platform = asText(entry.platform);
  const parts = [
    asText(entry.markers),
    ...python.split(',').map(pythonMarker),
    platform === null ? null : `sys_platform == "${platform}"`,
  ];
  return parts.flatMap((part) => (part === null || part === '' ? [] : [`(${part})`])).join(' and ');
}

function pythonMarker(specifier: string): string | null {
  const [, operator, version = ''] = /^([=!<>~]+)(.*)$/.exec(specifier) ?? [];
  if (operator === undefined) return null;
  // '<4' and '>=3.9' speak of major and minor; '3.9.1' of the whole version.
  const name = version.split('.').length > 2 && !version.endsWith('.*') ? 'python_full_version' : 'python_version';
  return `${name} ${operator} "${version}"`;
}
