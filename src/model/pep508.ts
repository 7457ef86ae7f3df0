/** PEP 508 dependency specifiers, e.g. 'requests[socks]>=2 ; python_version < "3.13"'. */

import { type Marker, parseMarker } from './markers.ts';
import { normalizeName } from './requirement.ts';
import { parseSpecifiers } from './specifier.ts';

export interface Dependency {
  /** As written. */
  readonly name: string;
  /** PEP 503 normalised. */
  readonly project: string;
  /** PEP 503 normalised, sorted. */
  readonly extras: readonly string[];
  /** '' for any version, and where there is a URL. */
  readonly specifier: string;
  /** Of 'name @ URL'; null where the package comes from an index. */
  readonly url: string | null;
  readonly markerText: string | null;
  readonly marker: Marker | null;
}

const MAX_LENGTH = 4 * 1024;
const HEAD = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;

/** @returns null where `text` is no dependency specifier. */
export function parseDependency(text: string): Dependency | null {
  if (text.length > MAX_LENGTH) return null;
  const head = HEAD.exec(text);
  const name = head?.[1];
  if (head === null || name === undefined) return null;
  const extras = parseExtras(head[2] ?? '');
  const details = parseDetails(text.slice(head[0].length));
  if (extras === null || details === null) return null;
  return { name, project: normalizeName(name), extras, ...details };
}

function parseExtras(text: string): readonly string[] | null {
  if (text.trim() === '') return [];
  const extras = text.split(',').map((extra) => extra.trim());
  if (!extras.every((extra) => /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(extra))) return null;
  return [...new Set(extras.map(normalizeName))].sort();
}

type Details = Pick<Dependency, 'specifier' | 'url' | 'markerText' | 'marker'>;

function parseDetails(text: string): Details | null {
  if (text.startsWith('@')) {
    const match = /^@\s*([^ \t]+)(?:[ \t]+(?:;(.*))?)?$/s.exec(text);
    const url = match?.[1];
    return match === null || url === undefined ? null : withMarker({ specifier: '', url }, match[2]);
  }
  const semicolon = text.indexOf(';');
  const before = (semicolon === -1 ? text : text.slice(0, semicolon)).trim();
  const bare = before.startsWith('(') && before.endsWith(')') ? before.slice(1, -1) : before;
  const specifiers = parseSpecifiers(bare);
  if (specifiers === null || /^\s*,|,\s*,/.test(bare)) return null;
  const specifier = specifiers.map(({ operator, text: version }) => `${operator}${version}`).join(',');
  return withMarker({ specifier, url: null }, semicolon === -1 ? undefined : text.slice(semicolon + 1));
}

function withMarker(rest: Pick<Details, 'specifier' | 'url'>, text: string | undefined): Details | null {
  if (text === undefined) return { ...rest, markerText: null, marker: null };
  const marker = parseMarker(text);
  return marker === null ? null : { ...rest, markerText: text.trim(), marker };
}
