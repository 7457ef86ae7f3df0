/** Which file of an index page pip would take: the rules of pip's own package finder, in its order. */
import type { FileLink, IndexPage } from '../model/observation.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import { normalizeName, type Requirement } from '../model/requirement.ts';
import { filterVersions, isPinned, type PipMajor, parseSpecifiers, pipMajorOf, satisfies } from '../model/specifier.ts';
import { compareVersions, parseVersion, type Version } from '../model/version.ts';
import { isUniversal, parseWheelName, rankTags, type TagRanks, type WheelName, wheelRank } from './wheel-tags.ts';

/** What of the job's pip the choice depends on. */
export type ChoosingPip = Pick<PipFacts, 'version' | 'python' | 'tags'>;

export interface ChosenFile {
  readonly link: FileLink;
  readonly version: Version;
}

interface FileCandidate extends ChosenFile {
  readonly wheel: WheelName | null;
  /** Rank of the wheel's tags, 0 is best; source archives come after every wheel. */
  readonly rank: number;
  readonly hashAllowed: boolean;
}

/** Archives that pip installs, longest suffix first. */
const SOURCE_SUFFIXES = [
  '.tar.gz',
  '.tar.bz2',
  '.tar.xz',
  '.tar.lzma',
  '.tar.lz',
  '.tgz',
  '.tbz',
  '.txz',
  '.tlz',
  '.tar',
  '.zip',
];

/**
 * @param wanted the requirement; its hashes restrict the choice as `--require-hashes` does.
 * @param pip null where there is no pip to ask: then tags and Requires-Python say nothing, and a wheel for every
 *   platform is preferred, then the smallest file.
 * @returns null where pip would say "No matching distribution found".
 */
export function chooseFile(page: IndexPage, wanted: Requirement, pip: ChoosingPip | null): ChosenFile | null {
  const specifiers = parseSpecifiers(wanted.specifier);
  if (specifiers === null) return null;
  const major = pipMajorOf(pip?.version ?? null);
  const candidates = candidatesOf(page, wanted, pip, major);
  const within = filterVersions(candidates, (candidate) => candidate.version, specifiers, major, wanted.prereleases);
  const allowed = withAllowedHashes(within);
  const yankedToo = isPinned(specifiers) && allowed.every((candidate) => candidate.link.yanked);
  const installable = allowed.filter((candidate) => yankedToo || !candidate.link.yanked);
  let best: FileCandidate | null = null;
  for (const candidate of installable) {
    // Of equals pip takes the last one.
    if (best === null || compareCandidates(candidate, best, pip !== null) >= 0) best = candidate;
  }
  return best === null ? null : { link: best.link, version: best.version };
}

function candidatesOf(
  page: IndexPage,
  wanted: Requirement,
  pip: ChoosingPip | null,
  major: PipMajor,
): readonly FileCandidate[] {
  const ranks = pip === null ? null : rankTags(pip.tags);
  const python = pip === null ? null : parseVersion(pip.python);
  const candidates: FileCandidate[] = [];
  for (const link of page.files) {
    const wheel = parseWheelName(link.filename);
    const found = wheel === null ? sourceArchive(link, wanted, pip) : suitableWheel(wheel, wanted, ranks);
    if (found === null || !allowsPython(link, python, major)) continue;
    candidates.push({ link, wheel, ...found, hashAllowed: isHashAllowed(link, wanted.hashes) });
  }
  return candidates;
}

function suitableWheel(wheel: WheelName, wanted: Requirement, ranks: TagRanks | null) {
  if (wheel.project !== wanted.project || wanted.formats === 'sdist') return null;
  const rank = ranks === null ? (isUniversal(wheel) ? 0 : 1) : wheelRank(wheel, ranks);
  return rank === null ? null : { version: wheel.version, rank };
}

function sourceArchive(link: FileLink, wanted: Requirement, pip: ChoosingPip | null) {
  if (wanted.formats === 'wheel') return null;
  const suffix = SOURCE_SUFFIXES.find((ending) => link.filename.endsWith(ending));
  if (suffix === undefined || (suffix === '.zip' && link.url.includes('macosx10'))) return null;
  let text = versionPart(link.filename.slice(0, -suffix.length), wanted.project);
  const forPython = text === null ? null : /-py([123]\.?[0-9]?)$/.exec(text);
  if (text !== null && forPython !== null) {
    if (pip !== null && forPython[1] !== pip.python.split('.', 2).join('.')) return null;
    text = text.slice(0, forPython.index);
  }
  const version = text === null ? null : parseVersion(text);
  return version === null ? null : { version, rank: Number.POSITIVE_INFINITY };
}

/** The dash that ends the name is the first one before which the project's name stands. */
function versionPart(stem: string, project: string): string | null {
  for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
    if (normalizeName(stem.slice(0, dash)) === project) return stem.slice(dash + 1);
  }
  return null;
}

/** A Requires-Python that cannot be read forbids nothing. */
function allowsPython(link: FileLink, python: Version | null, major: PipMajor): boolean {
  if (link.requiresPython === null || python === null) return true;
  const specifiers = parseSpecifiers(link.requiresPython);
  return specifiers === null || satisfies(python, specifiers, major);
}

export function isHashAllowed(link: FileLink, hashes: Requirement['hashes']): boolean {
  return Object.entries(link.hashes).some(([algorithm, digest]) => hashes[algorithm]?.includes(digest) === true);
}

/** Files with other hashes fall out, but only where one with the right hash is there (pip then names the mismatch). */
function withAllowedHashes(candidates: readonly FileCandidate[]): readonly FileCandidate[] {
  if (!candidates.some((candidate) => candidate.hashAllowed)) return candidates;
  return candidates.filter(({ hashAllowed, link }) => hashAllowed || Object.keys(link.hashes).length === 0);
}

function compareCandidates(left: FileCandidate, right: FileCandidate, byTags: boolean): number {
  return (
    Number(left.hashAllowed) - Number(right.hashAllowed) ||
    Number(right.link.yanked) - Number(left.link.yanked) ||
    compareVersions(left.version, right.version) ||
    compareRanks(right.rank, left.rank) ||
    (byTags
      ? compareBuilds(left.wheel?.build ?? null, right.wheel?.build ?? null)
      : compareSizes(right.link, left.link))
  );
}

function compareRanks(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

function compareBuilds(left: WheelName['build'], right: WheelName['build']): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (left[0] !== right[0]) return left[0] < right[0] ? -1 : 1;
  return left[1] === right[1] ? 0 : left[1] < right[1] ? -1 : 1;
}

function compareSizes(left: FileLink, right: FileLink): number {
  return (left.size ?? Number.MAX_SAFE_INTEGER) - (right.size ?? Number.MAX_SAFE_INTEGER);
}
