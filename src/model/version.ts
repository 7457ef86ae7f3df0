/** PEP 440 versions: parsing, order and normal form, as pip's own `packaging` has them. */

/** Numbers beyond 2^53 (date versions) stay exact; `<` and `>` compare both kinds. */
export type Segment = number | bigint;

export interface Version {
  readonly epoch: Segment;
  readonly release: readonly Segment[];
  readonly pre: readonly ['a' | 'b' | 'rc', Segment] | null;
  readonly post: Segment | null;
  readonly dev: Segment | null;
  /** Lower case; numeric parts are numbers. */
  readonly local: readonly (Segment | string)[] | null;
}

const PATTERN =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d+)?)?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d+)?)?(?:[-_.]?(dev)[-_.]?(\d+)?)?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/i;

/** Longer texts are no version: pages and file names come from strangers. */
const MAX_LENGTH = 256;

/** @returns null where `text` is no PEP 440 version. Surrounding white space is allowed. */
export function parseVersion(text: string): Version | null {
  if (text.length > MAX_LENGTH) return null;
  const match = PATTERN.exec(text.trim());
  if (match === null) return null;
  const [, epoch, release = '', preWord, preNumber, implicitPost, postWord, postNumber, devWord, devNumber, local] =
    match;
  return {
    epoch: segment(epoch),
    release: release.split('.').map(segment),
    pre: preWord === undefined ? null : [preLetter(preWord), segment(preNumber)],
    post: implicitPost !== undefined ? segment(implicitPost) : postWord !== undefined ? segment(postNumber) : null,
    dev: devWord === undefined ? null : segment(devNumber),
    local:
      local === undefined
        ? null
        : local
            .toLowerCase()
            .split(/[-_.]/)
            .map((part) => (/^\d+$/.test(part) ? segment(part) : part)),
  };
}

/** Pre-releases and development releases. */
export function isPrerelease(version: Version): boolean {
  return version.pre !== null || version.dev !== null;
}

/** Negative, zero or positive as `left` comes before, with or after `right`. */
export function compareVersions(left: Version, right: Version): number {
  return (
    compare(left.epoch, right.epoch) ||
    compareReleases(left.release, right.release) ||
    compare(preRank(left), preRank(right)) ||
    (left.pre !== null && right.pre !== null ? compare(left.pre[1], right.pre[1]) : 0) ||
    compare(left.post ?? -1, right.post ?? -1) ||
    compareDevelopment(left.dev, right.dev) ||
    compareLocals(left.local, right.local)
  );
}

/** Trailing zeros count for nothing: 1.0 and 1.0.0 are one release. */
export function compareReleases(left: readonly Segment[], right: readonly Segment[]): number {
  const length = Math.max(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const order = compare(left[i] ?? 0, right[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** PEP 440 normal form, e.g. '1!2.0rc1.post2.dev3+cu.128'. */
export function formatVersion(version: Version): string {
  const epoch = version.epoch > 0 ? `${version.epoch}!` : '';
  const pre = version.pre === null ? '' : version.pre.join('');
  const post = version.post === null ? '' : `.post${version.post}`;
  const dev = version.dev === null ? '' : `.dev${version.dev}`;
  const local = version.local === null ? '' : `+${version.local.join('.')}`;
  return `${epoch}${version.release.join('.')}${pre}${post}${dev}${local}`;
}

function segment(digits: string | undefined): Segment {
  const value = Number(digits ?? 0);
  return Number.isSafeInteger(value) ? value : BigInt(digits ?? 0);
}

function preLetter(word: string): 'a' | 'b' | 'rc' {
  const first = word[0]?.toLowerCase();
  return first === 'a' ? 'a' : first === 'b' ? 'b' : 'rc';
}

function compare(left: Segment, right: Segment): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** 1.0.dev1 comes before 1.0a1, and 1.0a1 before 1.0. */
function preRank(version: Version): number {
  if (version.pre !== null) return { a: 1, b: 2, rc: 3 }[version.pre[0]];
  return version.post === null && version.dev !== null ? 0 : 4;
}

/** A development release comes before what it leads to. */
function compareDevelopment(left: Segment | null, right: Segment | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compare(left, right);
}

/** No local part comes first; words come before numbers; a longer one comes after its prefix. */
function compareLocals(left: Version['local'], right: Version['local']): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const a = left[i];
    const b = right[i];
    if (a === undefined || b === undefined) break;
    if (typeof a === 'string' && typeof b === 'string') {
      if (a !== b) return a < b ? -1 : 1;
    } else if (typeof a === 'string' || typeof b === 'string') {
      return typeof a === 'string' ? -1 : 1;
    } else {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
  }
  return left.length - right.length;
}
