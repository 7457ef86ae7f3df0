/** Whether the hashes that a mirror lists are those that others list: sha256 alone counts, on the same file name. */
import type { Candidate } from '../model/candidate.ts';
import type { Observation } from '../model/observation.ts';
import type { LockedHashes } from '../model/requirement.ts';

/** Whose word was taken. */
export type HashReference = 'pypi' | 'majority' | 'lock-file';

export interface HashMismatch {
  readonly filename: string;
  /** Lower-case hex. */
  readonly listed: string;
  readonly expected: string;
  readonly reference: HashReference;
  /** Names of the mirrors that agree on `expected`; empty for a lock file. */
  readonly witnesses: readonly string[];
}

/**
 * Compares the hashes on all index pages seen, file by file. The reference is pypi.org, else what more than half of
 * the independent operators list (two at least), else the job's lock files; files without any reference are not judged.
 * @param verified names of mirrors whose certificates pip accepts: only they can be a reference.
 * @returns by mirror name, for mirrors that disagree with a reference; a mirror that agrees is not in it.
 */
export function judgeHashes(
  observations: readonly Observation[],
  verified: ReadonlySet<string>,
  locks: LockedHashes,
): ReadonlyMap<string, readonly HashMismatch[]> {
  const units = independentUnits(
    observations.map(({ candidate }) => candidate).filter(({ name }) => verified.has(name)),
  );
  const mismatches = new Map<string, HashMismatch[]>();
  for (const [key, listings] of listingsByFile(observations)) {
    const reference = mirrorsWord(listings, verified, units) ?? lockWord(key, locks);
    if (reference === null) continue;
    for (const { candidate, sha256 } of listings) {
      if (sha256 === reference.expected) continue;
      const list = mismatches.get(candidate.name) ?? [];
      list.push({ filename: key.filename, listed: sha256, ...reference });
      mismatches.set(candidate.name, list);
    }
  }
  return mismatches;
}

interface FileKey {
  readonly project: string;
  readonly filename: string;
}

interface Listing {
  readonly candidate: Candidate;
  readonly sha256: string;
}

type Word = Pick<HashMismatch, 'expected' | 'reference' | 'witnesses'>;

/** Who lists which sha256 for each file name; a file without sha256 is not there. */
function listingsByFile(observations: readonly Observation[]): ReadonlyMap<FileKey, readonly Listing[]> {
  const keys = new Map<string, FileKey>();
  const listings = new Map<FileKey, Listing[]>();
  for (const { candidate, projects } of observations) {
    for (const { project, page } of projects) {
      for (const { filename, hashes } of page?.files ?? []) {
        const sha256 = hashes.sha256?.toLowerCase();
        if (sha256 === undefined) continue;
        const text = `${project}\n${filename}`;
        const key = keys.get(text) ?? { project, filename };
        keys.set(text, key);
        const list = listings.get(key);
        if (list === undefined) listings.set(key, [{ candidate, sha256 }]);
        else list.push({ candidate, sha256 });
      }
    }
  }
  return listings;
}

function mirrorsWord(
  listings: readonly Listing[],
  verified: ReadonlySet<string>,
  units: ReadonlyMap<string, string>,
): Word | null {
  const trusted = listings.filter(({ candidate }) => verified.has(candidate.name));
  const origin = trusted.find(({ candidate }) => isOrigin(candidate));
  if (origin !== undefined) {
    return { expected: origin.sha256, reference: 'pypi', witnesses: [origin.candidate.name] };
  }
  const votes = votesByUnit(trusted, units);
  const counts = new Map<string, number>();
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  const [expected, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (expected === undefined || count < 2 || count * 2 <= votes.length) return null;
  const witnesses = trusted.filter(({ sha256 }) => sha256 === expected).map(({ candidate }) => candidate.name);
  return { expected, reference: 'majority', witnesses };
}

/** One vote for each independent unit; one that contradicts itself has none. */
function votesByUnit(listings: readonly Listing[], units: ReadonlyMap<string, string>): readonly string[] {
  const votes = new Map<string, Set<string>>();
  for (const { candidate, sha256 } of listings) {
    const unit = units.get(candidate.name) ?? candidate.name;
    votes.set(unit, (votes.get(unit) ?? new Set()).add(sha256));
  }
  return [...votes.values()].filter((said) => said.size === 1).flatMap((said) => [...said]);
}

/** Only a lock file that names its files can contradict a page: others may list some of the files alone. */
function lockWord(key: FileKey, locks: LockedHashes): Word | null {
  const locked = locks.get(key.project)?.filter((file) => file.filename === key.filename) ?? [];
  const [first] = locked;
  if (first === undefined || locked.some((file) => file.sha256 !== first.sha256)) return null;
  return { expected: first.sha256, reference: 'lock-file', witnesses: [] };
}

/** The index that all others copy. */
export function isOrigin(candidate: Candidate): boolean {
  return new URL(candidate.indexUrl).hostname === 'pypi.org';
}

/** Mirrors of one operator, or of one family, are one unit: by mirror name, the unit's name. */
function independentUnits(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const unitOf = new Map<string, string>();
  const find = (word: string): string => {
    const next = unitOf.get(word) ?? word;
    return next === word ? word : find(next);
  };
  const tie = (one: string, other: string) => unitOf.set(find(one), find(other));
  for (const { name, operator, family } of candidates) {
    tie(`mirror ${name}`, `operator ${operator}`);
    tie(`operator ${operator}`, `family ${family}`);
  }
  return new Map(candidates.map(({ name }) => [name, find(`mirror ${name}`)]));
}
