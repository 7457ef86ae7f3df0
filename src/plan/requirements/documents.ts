/** TOML and JSON documents; what is none is a problem of the collection. */
import type { SourceLine } from '../../model/requirement.ts';
import type { Collection } from './collection.ts';
import { asTable, type Table } from './untyped.ts';

/** @returns null where `text` is no TOML. The library is loaded with the first document. */
export async function parseToml(text: string, file: string, collection: Collection): Promise<Table | null> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    return asTable(parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 0;
    collection.addProblem('syntax', { file, line }, firstLine(error));
    return null;
  }
}

/** @returns null where `text` is no JSON. */
export function parseJson(text: string, file: string, collection: Collection): Table | null {
  try {
    return asTable(JSON.parse(text));
  } catch (error) {
    collection.addProblem('syntax', { file, line: 0 }, firstLine(error));
    return null;
  }
}

/** Finds lines in one file: its look-ups are counted, for a file may be made of nothing but reasons to look. */
export type LineFinder = (needle: string) => SourceLine;

const MAX_LOOK_UPS = 1_000;

/** @returns a finder of where a text first stands, from 1; 0 where it does not stand as such (escapes, quotes). */
export function lineFinder(text: string, file: string): LineFinder {
  let left = MAX_LOOK_UPS;
  return (needle) => {
    const position = needle === '' || left-- <= 0 ? -1 : text.indexOf(needle);
    return { file, line: position === -1 ? 0 : text.slice(0, position).split('\n').length };
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
