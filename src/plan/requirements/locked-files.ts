/** The files that a lock file names, and whose copy of PyPI it was made from. */

import { parseIndexUrl } from '../../model/index-url.ts';
import type { LockedFile, Requirement } from '../../model/requirement.ts';
import { recogniseIndex } from '../catalogue.ts';
import type { Collection } from './collection.ts';
import { asNumber, asText, asTime, type Table } from './untyped.ts';

/**
 * One file of a lock: `file` or `name` or the last part of `url` or `path`, `hash` ('sha256:…') or `hashes`.
 * @returns null where it has no sha256 in hex.
 */
function lockedFile(entry: Table, version: string): LockedFile | null {
  const hashes = entry.hashes as { readonly sha256?: unknown } | undefined;
  const sha256 = digestOf(asText(entry.hash) ?? `sha256:${asText(hashes?.sha256) ?? ''}`);
  if (sha256 === null) return null;
  const address = asText(entry.url) ?? asText(entry.path);
  return {
    version,
    filename: asText(entry.file) ?? asText(entry.name) ?? (address === null ? null : lastPart(address)),
    sha256,
    size: asNumber(entry.size),
    uploadTime: asTime(entry['upload-time']),
  };
}

/** The hex digits behind 'sha256:'; null for anything else. */
export function digestOf(text: string): string | null {
  return /^sha256:([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Hands the files of one pinned version to the collection; what pip may take are then these alone. */
export function addLockedFiles(
  project: string,
  version: string,
  entries: readonly Table[],
  collection: Collection,
): Requirement['hashes'] {
  const files = entries.map((entry) => lockedFile(entry, version)).filter((file) => file !== null);
  for (const file of files) collection.addLockedFile(project, file);
  return files.length === 0 ? {} : { sha256: [...new Set(files.map((file) => file.sha256))] };
}

/** PyPI or a known copy of it: what is locked from there can be had from any mirror. */
export function isPublicIndex(url: string): boolean {
  const parsed = parseIndexUrl(url.trim());
  return typeof parsed !== 'string' && recogniseIndex(parsed.url) !== undefined;
}

/** PyPI itself: what the exported variables stand in for. */
export function isPypi(url: string): boolean {
  const parsed = parseIndexUrl(url.trim());
  return typeof parsed !== 'string' && recogniseIndex(parsed.url)?.name === 'pypi';
}

/** Scheme and host of an address; '' where it has none. */
export function originOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#]*@)?([^\s/?#]*)/i.exec(url)?.slice(1, 3).join('') ?? '';
}

function lastPart(address: string): string | null {
  const name = address.split(/[?#]/, 1)[0]?.split(/[\\/]/).at(-1) ?? '';
  try {
    return name === '' ? null : decodeURIComponent(name);
  } catch {
    return name;
  }
}
