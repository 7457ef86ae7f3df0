/** Who vouches for a mirror whose certificate has expired: what `allow-expired` cannot do without. */
import type { IndexPage, Observation } from '../model/observation.ts';
import type { LockedHashes, Requirement } from '../model/requirement.ts';
import { formatVersion, parseVersion, type Version } from '../model/version.ts';
import { type ChoosingPip, type ChosenFile, chooseFile } from './choose-file.ts';
import { DEFAULT_PROBE } from './requirements.ts';

/** Asked of an expired mirror and of its witnesses where the job names no requirements: small pages, on every mirror. */
export const WITNESS_SAMPLE: readonly Requirement[] = ['iniconfig', 'six', 'idna'].map((project) => ({
  ...DEFAULT_PROBE,
  project,
  raw: project,
}));

export interface Witness {
  /** Mirror names, or 'lock-file': together they vouch for every file. */
  readonly by: readonly string[];
  /** Files whose hash was found equal. */
  readonly files: number;
}

/**
 * The file that pip would take from the suspect for each requirement must be listed with the same sha256 by a verified
 * mirror or by the job's lock files, and no file that both list may differ.
 * @param suspect the mirror with the expired certificate.
 * @param wanted the sample that was asked of all of them, or WITNESS_SAMPLE.
 * @param verified names of mirrors whose certificates pip accepts; they need not be usable.
 * @returns null where one requirement has no witness, or one witness disagrees.
 */
export function witnessFor(
  suspect: Observation,
  observations: readonly Observation[],
  verified: ReadonlySet<string>,
  wanted: readonly Requirement[],
  locks: LockedHashes,
  pip: ChoosingPip | null,
): Witness | null {
  const vouching = observations.filter(
    ({ candidate }) => verified.has(candidate.name) && candidate.name !== suspect.candidate.name,
  );
  const by = new Set<string>();
  let files = 0;
  for (const requirement of wanted) {
    const page = pageOf(suspect, requirement.project);
    const chosen = page === null ? null : chooseFile(page, requirement, pip);
    // What the suspect does not list, pip cannot take from it: another reason speaks of that.
    if (page === null || chosen === null) continue;
    const others = vouching.map((observation) => ({
      name: observation.candidate.name,
      page: pageOf(observation, requirement.project),
    }));
    if (others.some((other) => other.page !== null && contradicts(page, other.page))) return null;
    if (contradictsLocks(page, requirement.project, locks)) return null;
    const witness =
      others.find((other) => other.page !== null && lists(other.page, chosen))?.name ??
      (isLocked(chosen, requirement.project, locks) ? 'lock-file' : null);
    if (witness === null) return null;
    by.add(witness);
    files++;
  }
  return files === 0 ? null : { by: [...by], files };
}

function pageOf(observation: Observation, project: string): IndexPage | null {
  return observation.projects.find((seen) => seen.project === project)?.page ?? null;
}

function sha256Of(page: IndexPage): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const { filename, hashes } of page.files) {
    if (hashes.sha256 !== undefined) digests.set(filename, hashes.sha256.toLowerCase());
  }
  return digests;
}

function contradicts(page: IndexPage, other: IndexPage): boolean {
  const digests = sha256Of(other);
  return [...sha256Of(page)].some(([filename, digest]) => (digests.get(filename) ?? digest) !== digest);
}

function contradictsLocks(page: IndexPage, project: string, locks: LockedHashes): boolean {
  const digests = sha256Of(page);
  return (locks.get(project) ?? []).some(
    ({ filename, sha256 }) => filename !== null && (digests.get(filename) ?? sha256) !== sha256,
  );
}

function lists(page: IndexPage, { link }: ChosenFile): boolean {
  const digest = link.hashes.sha256?.toLowerCase();
  return digest !== undefined && sha256Of(page).get(link.filename) === digest;
}

function isLocked({ link, version }: ChosenFile, project: string, locks: LockedHashes): boolean {
  const digest = link.hashes.sha256?.toLowerCase();
  return (locks.get(project) ?? []).some(
    (file) =>
      file.sha256 === digest &&
      (file.filename === null ? isVersion(file.version, version) : file.filename === link.filename),
  );
}

function isVersion(text: string, version: Version): boolean {
  const parsed = parseVersion(text);
  return parsed !== null && formatVersion(parsed) === formatVersion(version);
}
