/** Wheel file names (PEP 427) and how well their tags suit an interpreter (PEP 425). */
import { normalizeName } from '../model/requirement.ts';
import { parseVersion, type Segment, type Version } from '../model/version.ts';

export interface WheelName {
  /** PEP 503 normalised. */
  readonly project: string;
  readonly version: Version;
  /** Number and suffix; null without build tag. */
  readonly build: readonly [Segment, string] | null;
  readonly pythons: readonly string[];
  readonly abis: readonly string[];
  readonly platforms: readonly string[];
}

/** @returns null where pip, too, would not take `filename` for a wheel. */
export function parseWheelName(filename: string): WheelName | null {
  if (!filename.endsWith('.whl')) return null;
  const parts = filename.slice(0, -4).split('-');
  if (parts.length !== 5 && parts.length !== 6) return null;
  const [name = '', versionText = ''] = parts;
  const [pythons = '', abis = '', platforms = ''] = parts.slice(-3);
  const buildText = parts.length === 6 ? parts[2] : undefined;
  const version = parseVersion(versionText);
  const build = buildText === undefined ? null : /^(\d+)(.*)$/.exec(buildText);
  if (!/^[\w.]+$/.test(name) || name.includes('__') || version === null) return null;
  if (buildText !== undefined && build === null) return null;
  if ([pythons, abis, platforms].some((tags) => tags.split('.').includes(''))) return null;
  return {
    project: normalizeName(name),
    version,
    build: build === null ? null : [segmentOf(build[1] ?? '0'), build[2] ?? ''],
    pythons: lowerCaseParts(pythons),
    abis: lowerCaseParts(abis),
    platforms: lowerCaseParts(platforms),
  };
}

/** The interpreter's tags, best first, as a table from tag to rank (0 is best). */
export type TagRanks = ReadonlyMap<string, number>;

const ranked = new WeakMap<readonly string[], TagRanks>();

/** A pip has hundreds of tags, and an audit a thousand pages: one table for one list. */
export function rankTags(tags: readonly string[]): TagRanks {
  const known = ranked.get(tags);
  if (known !== undefined) return known;
  const ranks = new Map(tags.map((tag, rank) => [tag, rank]));
  ranked.set(tags, ranks);
  return ranks;
}

/** @returns the best rank among the wheel's tags; null where the interpreter accepts none of them. */
export function wheelRank(wheel: WheelName, ranks: TagRanks): number | null {
  let best: number | null = null;
  for (const python of wheel.pythons) {
    for (const abi of wheel.abis) {
      for (const platform of wheel.platforms) {
        const rank = ranks.get(`${python}-${abi}-${platform}`);
        if (rank !== undefined && (best === null || rank < best)) best = rank;
      }
    }
  }
  return best;
}

/** Runs on every Python 3 and every platform. */
export function isUniversal({ pythons, abis, platforms }: WheelName): boolean {
  return pythons.includes('py3') && abis.includes('none') && platforms.includes('any');
}

function lowerCaseParts(tags: string): readonly string[] {
  return tags.toLowerCase().split('.');
}

function segmentOf(digits: string): Segment {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}
