/** Gathers what the readers of the several file formats find, and lays it out as one JobRequirements. */

import { withoutCredentials } from '../../model/credentials.ts';
import { evaluateMarker, type MarkerValues, parseMarker } from '../../model/markers.ts';
import { type Dependency, parseDependency } from '../../model/pep508.ts';
import {
  type Bypass,
  type BypassCode,
  type JobRequirements,
  type LockedFile,
  normalizeName,
  type Requirement,
  type RequirementProblem,
  type SourceLine,
  type UncheckedRequirement,
} from '../../model/requirement.ts';

/** What a file says of a requirement beside its specifier. */
export interface RequirementOptions {
  readonly hashes?: Requirement['hashes'];
  readonly prereleases?: boolean;
  readonly formats?: Requirement['formats'];
}

export interface Collection {
  /** Takes a PEP 508 text; what its marker rules out for this interpreter is left out. */
  want(text: string, source: SourceLine, options?: RequirementOptions): void;
  /** Takes a pinned version of a lock file. `marker` is PEP 508; null for everywhere. */
  lock(
    project: string,
    version: string,
    marker: string | null,
    source: SourceLine,
    hashes?: Requirement['hashes'],
  ): void;
  /** @param named true where the requirements file itself names the constraints file. */
  constrain(text: string, source: SourceLine, named: boolean): void;
  leaveUnchecked(item: UncheckedRequirement): void;
  addLockedFile(project: string, file: LockedFile): void;
  addBypass(code: BypassCode, source: SourceLine, value: string): void;
  addProblem(code: RequirementProblem['code'], source: SourceLine, detail: string): void;
  /**
   * Whether a marker holds for this interpreter; what cannot be known counts as holding.
   * @param sets marker names that stand for sets, as words with spaces between them.
   */
  holds(marker: string | null, sets?: MarkerValues): boolean;
  result(files: readonly string[]): JobRequirements;
}

interface Constraint {
  readonly requirement: Requirement;
  readonly named: boolean;
}

const SHOWN_LENGTH = 200;

/** Fit to be shown: no credentials, not without end. Cut twice, so that a cut cannot hide the end of a password. */
function shown(text: string): string {
  return withoutCredentials(text.slice(0, 64 * SHOWN_LENGTH)).slice(0, SHOWN_LENGTH);
}

/** @param markers the interpreter's PEP 508 values; null: no marker rules anything out but 'extra'. */
export function createCollection(markers: MarkerValues | null): Collection {
  const values: MarkerValues = { ...markers, extra: '' };
  const wanted: Requirement[] = [];
  const unchecked: UncheckedRequirement[] = [];
  const constraints: Constraint[] = [];
  const locked = new Map<string, LockedFile[]>();
  const bypasses: Bypass[] = [];
  const problems: RequirementProblem[] = [];

  const addProblem: Collection['addProblem'] = (code, source, detail) => {
    problems.push({ code, ...source, detail: shown(detail) });
  };
  const holds: Collection['holds'] = (text, sets) => {
    const marker = text === null ? null : parseMarker(text);
    return marker === null || evaluateMarker(marker, { ...values, ...sets }) !== false;
  };
  const parse = (text: string, source: SourceLine): Dependency | null => {
    const dependency = parseDependency(text);
    if (dependency === null) addProblem('invalid-requirement', source, text);
    return dependency;
  };
  const addLockedFile: Collection['addLockedFile'] = (project, file) => {
    const name = normalizeName(project);
    const files = locked.get(name);
    if (files === undefined) locked.set(name, [file]);
    else files.push(file);
  };
  const ruledOut = ({ marker }: Dependency) => marker !== null && evaluateMarker(marker, values) === false;

  return {
    want(text, source, options = {}) {
      const dependency = parse(text, source);
      if (dependency === null || ruledOut(dependency)) return;
      if (dependency.url === null) {
        wanted.push(toRequirement(dependency, source, options));
        for (const file of filesByHash(dependency, options)) addLockedFile(dependency.project, file);
      } else
        unchecked.push(
          uncheckedUrl(dependency.project, `${dependency.name} @ ${dependency.url}`, dependency.url, source),
        );
    },
    lock(project, version, marker, source, hashes = {}) {
      if (holds(marker)) wanted.push(pinned(normalizeName(project), version, marker, source, hashes));
    },
    constrain(text, source, named) {
      const dependency = parse(text, source);
      if (dependency === null || dependency.url !== null || ruledOut(dependency)) return;
      constraints.push({ requirement: toRequirement(dependency, source, {}), named });
    },
    leaveUnchecked: (item) => unchecked.push({ ...item, raw: shown(item.raw) }),
    addLockedFile,
    addBypass: (code, source, value) => bypasses.push({ code, ...source, value: shown(value) }),
    addProblem,
    holds,
    result: (files) => ({
      requirements: distinct(wanted.map(constrainedBy(constraints))),
      unchecked,
      constraints: constraints.map(({ requirement }) => requirement),
      hashes: locked,
      bypasses,
      problems,
      files,
    }),
  };
}

/** A pinned requirement with hashes is a lock file's line: the files of that version, by digest alone. */
function filesByHash(dependency: Dependency, options: RequirementOptions): LockedFile[] {
  const version = /^==([^=*,]+)$/.exec(dependency.specifier)?.[1]?.trim();
  if (version === undefined) return [];
  const digests = options.hashes?.sha256 ?? [];
  return digests.map((sha256) => ({ version, filename: null, sha256, size: null, uploadTime: null }));
}

/** What an address says of how it is fetched. */
export function uncheckedUrl(
  project: string | null,
  raw: string,
  url: string,
  source: SourceLine,
): UncheckedRequirement {
  const why = /^(git|hg|svn|bzr)[+:]/i.test(url) ? 'vcs' : /^file:/i.test(url) ? 'path' : 'url';
  return { project, raw: withoutCredentials(raw), why, source };
}

function toRequirement(dependency: Dependency, source: SourceLine, options: RequirementOptions): Requirement {
  const extras = dependency.extras.length === 0 ? '' : `[${dependency.extras.join(',')}]`;
  return {
    project: dependency.project,
    raw: `${dependency.name}${extras}${dependency.specifier}`,
    specifier: dependency.specifier,
    extras: dependency.extras,
    marker: dependency.markerText,
    hashes: options.hashes ?? {},
    prereleases: options.prereleases ?? false,
    formats: options.formats ?? 'any',
    source,
  };
}

function pinned(
  project: string,
  version: string,
  marker: string | null,
  source: SourceLine,
  hashes: Requirement['hashes'],
): Requirement {
  const specifier = `==${version}`;
  return {
    project,
    raw: `${project}${specifier}`,
    specifier,
    extras: [],
    marker,
    hashes,
    prereleases: false,
    formats: 'any',
    source,
  };
}

/** Constraints that no requirements file names count only where all such files say the same. */
function constrainedBy(constraints: readonly Constraint[]): (requirement: Requirement) => Requirement {
  const byProject = Map.groupBy(constraints, ({ requirement }) => requirement.project);
  return (requirement) => {
    const mine = byProject.get(requirement.project) ?? [];
    const named = specifiersOf(mine.filter((constraint) => constraint.named));
    const found = specifiersOf(mine.filter((constraint) => !constraint.named));
    const all = new Set([requirement.specifier, ...named, ...(found.size === 1 ? found : [])]);
    return { ...requirement, specifier: [...all].filter((specifier) => specifier !== '').join(',') };
  };
}

function specifiersOf(constraints: readonly Constraint[]): ReadonlySet<string> {
  return new Set(constraints.map((constraint) => constraint.requirement.specifier));
}

/** The same project with the same specifier is one requirement, whichever files name it; hashes are pooled. */
function distinct(requirements: readonly Requirement[]): readonly Requirement[] {
  const groups = Map.groupBy(requirements, ({ project, specifier }) => `${project}\n${specifier}`);
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [merge(first, others)]));
}

function merge(first: Requirement, others: readonly Requirement[]): Requirement {
  if (others.length === 0) return first;
  const all = [first, ...others];
  const pools = new Map<string, Set<string>>();
  for (const [algorithm, digests] of all.flatMap(({ hashes }) => Object.entries(hashes))) {
    const pool = pools.get(algorithm) ?? new Set();
    for (const digest of digests) pool.add(digest);
    pools.set(algorithm, pool);
  }
  return {
    ...first,
    hashes: Object.fromEntries([...pools].map(([algorithm, pool]) => [algorithm, [...pool]])),
    extras: [...new Set(all.flatMap(({ extras }) => extras))].sort(),
    prereleases: all.some(({ prereleases }) => prereleases),
    formats: all.every(({ formats }) => formats === first.formats) ? first.formats : 'any',
  };
}
