/** PEP 440 version specifiers, as pip's own `packaging` reads them. */
import {
  compareReleases,
  compareVersions,
  formatVersion,
  isPrerelease,
  parseVersion,
  type Version,
} from './version.ts';

const OPERATORS = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'] as const;
type Operator = (typeof OPERATORS)[number];

export interface Specifier {
  readonly operator: Operator;
  /** The version as written; what `===` compares. */
  readonly text: string;
  /** null with `===`. */
  readonly version: Version | null;
  /** '==1.2.*' and '!=1.2.*'. */
  readonly wildcard: boolean;
}

/**
 * pip's major version, which tells the `packaging` it carries. Up to 25 pre-releases are taken only where the specifier
 * names one or says nothing at all; from 26 also where nothing else is left. From 25 '<' and '>' can name one, too.
 */
export type PipMajor = number;

/** @param pipVersion null for no pip: the newest rules. */
export function pipMajorOf(pipVersion: string | null): PipMajor {
  return pipVersion === null ? Number.POSITIVE_INFINITY : Number.parseInt(pipVersion, 10);
}

/** @returns null where one part of the comma-separated list is no specifier; [] for an empty text. */
export function parseSpecifiers(text: string): readonly Specifier[] | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const specifiers = parts.map(parseSpecifier);
  return specifiers.every((specifier) => specifier !== null) ? specifiers : null;
}

function parseSpecifier(part: string): Specifier | null {
  const operator = OPERATORS.find((word) => part.startsWith(word));
  if (operator === undefined) return null;
  const text = part.slice(operator.length).trim();
  if (operator === '===') return /^[^\s;)]+$/.test(text) ? { operator, text, version: null, wildcard: false } : null;
  const wildcard = text.endsWith('.*');
  const version = parseVersion(wildcard ? text.slice(0, -2) : text);
  if (version === null) return null;
  const equality = operator === '==' || operator === '!=';
  const plain = version.pre === null && version.post === null && version.dev === null && version.local === null;
  if (wildcard && !(equality && plain)) return null;
  if (version.local !== null && !equality) return null;
  if (operator === '~=' && version.release.length < 2) return null;
  return { operator, text, version, wildcard };
}

/** True where '==' or '===' names one version: the only way to a yanked release (PEP 592). */
export function isPinned(specifiers: readonly Specifier[]): boolean {
  return specifiers.some(({ operator, wildcard }) => operator === '===' || (operator === '==' && !wildcard));
}

/** Whether `version` lies within all of `specifiers`; pre-releases are not treated apart. */
export function satisfies(version: Version, specifiers: readonly Specifier[], pip: PipMajor): boolean {
  return specifiers.every((specifier) => matches(version, specifier, pip));
}

/**
 * The items that pip would consider: those within `specifiers`, with its rule for pre-releases.
 * @param prereleases true where the user allowed them (`--pre`).
 */
export function filterVersions<T>(
  items: readonly T[],
  versionOf: (item: T) => Version,
  specifiers: readonly Specifier[],
  pip: PipMajor,
  prereleases: boolean,
): readonly T[] {
  const within = items.filter((item) => satisfies(versionOf(item), specifiers, pip));
  if (prereleases || specifiers.some((specifier) => namesPrerelease(specifier, pip))) return within;
  const finals = within.filter((item) => !isPrerelease(versionOf(item)));
  const pretendFinal = pip >= 26 || specifiers.length === 0;
  return finals.length === 0 && pretendFinal ? within : finals;
}

function namesPrerelease({ operator, version, text, wildcard }: Specifier, pip: PipMajor): boolean {
  if (operator === '!=' || wildcard) return false;
  if (pip < 25 && (operator === '<' || operator === '>')) return false;
  const named = version ?? parseVersion(text);
  return named !== null && isPrerelease(named);
}

function matches(candidate: Version, specifier: Specifier, pip: PipMajor): boolean {
  const { operator, version, text, wildcard } = specifier;
  if (version === null) return formatVersion(candidate).toLowerCase() === text.toLowerCase();
  switch (operator) {
    case '==':
      return wildcard ? hasPrefix(candidate, version, version.release.length) : equals(candidate, version);
    case '!=':
      return wildcard ? !hasPrefix(candidate, version, version.release.length) : !equals(candidate, version);
    case '>=':
      return compareVersions(withoutLocal(candidate), version) >= 0;
    case '<=':
      return compareVersions(withoutLocal(candidate), version) <= 0;
    case '~=':
      return (
        compareVersions(withoutLocal(candidate), version) >= 0 &&
        hasPrefix(candidate, version, version.release.length - 1)
      );
    case '<':
      return isBelow(candidate, version, pip);
    default:
      return isAbove(candidate, version, pip);
  }
}

function equals(candidate: Version, version: Version): boolean {
  return compareVersions(version.local === null ? withoutLocal(candidate) : candidate, version) === 0;
}

function hasPrefix(candidate: Version, version: Version, length: number): boolean {
  const prefix = version.release.slice(0, length);
  return candidate.epoch === version.epoch && compareReleases(candidate.release.slice(0, length), prefix) === 0;
}

/** '<1.0' leaves out the pre-releases of 1.0 too. */
function isBelow(candidate: Version, version: Version, pip: PipMajor): boolean {
  if (compareVersions(candidate, version) >= 0) return false;
  if (isPrerelease(version)) return true;
  if (pip >= 26) return compareVersions(candidate, { ...version, dev: 0, local: null }) < 0;
  return !(isPrerelease(candidate) && sameBase(candidate, version));
}

/** '>1.0' leaves out the post-releases and local builds of 1.0 too. */
function isAbove(candidate: Version, version: Version, pip: PipMajor): boolean {
  if (compareVersions(candidate, version) <= 0) return false;
  if (pip < 26) {
    const offshoot = (version.post === null && candidate.post !== null) || candidate.local !== null;
    return !(offshoot && sameBase(candidate, version));
  }
  if (compareVersions(withoutLocal(candidate), version) <= 0) return false;
  if (version.dev !== null) return true;
  if (version.post !== null) return compareVersions({ ...candidate, dev: null, local: null }, version) > 0;
  return !(
    candidate.post !== null && compareVersions({ ...candidate, post: null, dev: null, local: null }, version) === 0
  );
}

function sameBase(left: Version, right: Version): boolean {
  return left.epoch === right.epoch && compareReleases(left.release, right.release) === 0;
}

function withoutLocal(version: Version): Version {
  return version.local === null ? version : { ...version, local: null };
}
