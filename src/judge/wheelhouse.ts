/** Whether this interpreter's pip could install the job's requirements from a folder of wheels alone. */

import type { FileLink, IndexPage } from '../model/observation.ts';
import { parseDependency } from '../model/pep508.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import { type JobRequirements, normalizeName, type Requirement } from '../model/requirement.ts';
import type { WheelhouseLack } from '../model/scene-notices.ts';
import { parseSpecifiers, pipMajorOf, satisfies } from '../model/specifier.ts';
import type { WheelhouseFacts, WheelhouseFile } from '../model/wheelhouse.ts';
import { isHashAllowed } from './choose-file.ts';
import { parseWheelName, rankTags, wheelRank } from './wheel-tags.ts';
import { type ClosureContext, closureOf, type Need, requirementOf } from './wheelhouse-closure.ts';
import { type FaultyFile, judgeFiles } from './wheelhouse-files.ts';

export interface MissingRequirement {
  /** 'torch==2.8.0'. */
  readonly requirement: string;
  /** A file of the job, or the wheel that requires it. */
  readonly requiredBy: string;
  readonly cause: WheelhouseLack;
  /** What is there instead: versions, tags or a file name; '' where nothing is. */
  readonly found: string;
}

export interface WheelhouseVerdict {
  readonly usable: boolean;
  readonly faulty: readonly FaultyFile[];
  readonly missing: readonly MissingRequirement[];
  /** Files that pip would take, sorted. */
  readonly needed: readonly string[];
  /** Needed source archives: they are built on this machine, with whatever that asks for. */
  readonly built: readonly string[];
  /** Requirements and dependencies that were looked for. */
  readonly checked: number;
}

const SOURCE_ARCHIVE = /\.(?:tar\.gz|tgz|tar\.bz2|tar\.xz|zip)$/;

/** `pip` null: tags and markers are not judged. */
export function judgeWheelhouse(facts: WheelhouseFacts, job: JobRequirements, pip: PipFacts | null): WheelhouseVerdict {
  const faulty = judgeFiles(facts, job.hashes, pip);
  const context: ClosureContext = {
    shelf: shelve(facts.files),
    metadata: new Map(facts.files.map((file) => [file.filename, file.wheel?.metadata ?? null])),
    constraints: job.constraints,
    pip,
    markers: pip?.markers ?? null,
  };
  const missing: MissingRequirement[] = [];
  const needed = new Set<string>();
  const looked = new Set<string>();
  for (const roots of groupsOf([...job.requirements, ...fromOtherIndexes(job)])) {
    for (const need of closureOf(roots, context)) {
      looked.add(need.requirement.project);
      if (need.filename !== null) needed.add(need.filename);
      const lack = lackOf(need, facts.files, faulty, pip);
      const known = missing.some((other) => other.requirement === lack?.requirement && other.cause === lack.cause);
      if (lack !== null && !known) missing.push(lack);
    }
  }
  for (const { raw, source, why } of job.unchecked) {
    if (why !== 'url' && why !== 'vcs') continue;
    missing.push({ requirement: raw, requiredBy: source.file, cause: 'outside', found: '' });
  }
  const sorted = [...needed].sort();
  return {
    usable: facts.problem === null && missing.length === 0 && !isBad(facts, faulty, sorted, looked.size),
    faulty,
    missing,
    needed: sorted,
    built: sorted.filter((filename) => SOURCE_ARCHIVE.test(filename)),
    checked: looked.size,
  };
}

/** Without requirements every file has to be sound, for any may be wanted. */
function isBad(
  facts: WheelhouseFacts,
  faulty: readonly FaultyFile[],
  needed: readonly string[],
  looked: number,
): boolean {
  if (facts.files.length === 0) return true;
  if (looked > 0) return faulty.some((file) => file.fault !== 'platform' && needed.includes(file.filename));
  return faulty.some((file) => file.fault !== 'platform');
}

/** What an online job takes from another index comes from the wheelhouse too. */
function fromOtherIndexes(job: JobRequirements): Requirement[] {
  return job.unchecked.flatMap(({ raw, source, why }) => {
    const dependency = why === 'other-index' ? parseDependency(raw) : null;
    return dependency === null ? [] : [requirementOf(dependency, source)];
  });
}

/** Files of the job are installed one by one: two that pin differently do not clash. */
function groupsOf(requirements: readonly Requirement[]): Requirement[][] {
  const groups = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const group = groups.get(requirement.source.file);
    if (group === undefined) groups.set(requirement.source.file, [requirement]);
    else group.push(requirement);
  }
  return [...groups.values()];
}

/** The folder as pip's --find-links sees it: files by project. */
function shelve(files: readonly WheelhouseFile[]): Map<string, IndexPage> {
  const shelf = new Map<string, FileLink[]>();
  for (const file of files) {
    for (const project of projectsOf(file)) {
      const links = shelf.get(project) ?? [];
      links.push(linkOf(file));
      shelf.set(project, links);
    }
  }
  return new Map([...shelf].map(([project, links]) => [project, { format: 'html', files: links, serial: null }]));
}

/** A source archive's name may be cut at any dash: 'a-b-1.0.tar.gz' is 'a-b' or 'a'. */
function projectsOf({ filename }: WheelhouseFile): string[] {
  const wheel = parseWheelName(filename);
  if (wheel !== null) return [wheel.project];
  if (!SOURCE_ARCHIVE.test(filename)) return [];
  const parts = filename.split('-');
  return parts.slice(1).map((_part, at) => normalizeName(parts.slice(0, at + 1).join('-')));
}

function linkOf(file: WheelhouseFile): FileLink {
  return {
    filename: file.filename,
    url: `file:///${encodeURIComponent(file.filename)}`,
    hashes: file.sha256 === null ? {} : { sha256: file.sha256 },
    requiresPython: file.wheel?.metadata?.requiresPython ?? null,
    yanked: false,
    metadata: null,
    size: file.bytes,
    uploadTime: null,
  };
}

function lackOf(
  { requirement, requiredBy, filename }: Need,
  files: readonly WheelhouseFile[],
  faulty: readonly FaultyFile[],
  pip: PipFacts | null,
): MissingRequirement | null {
  const lack = (cause: WheelhouseLack, found: string): MissingRequirement => ({
    requirement: requirement.raw,
    requiredBy,
    cause,
    found,
  });
  if (filename === null) return lackOfAny(requirement, files, pip, lack);
  const file = files.find((other) => other.filename === filename);
  if (file === undefined) return null;
  const wanted = Object.keys(requirement.hashes).length > 0;
  if (wanted && !isHashAllowed(linkOf(file), requirement.hashes)) return lack('hash', filename);
  const isFaulty = faulty.some((other) => other.filename === filename && other.fault !== 'platform');
  return isFaulty ? lack('faulty', filename) : null;
}

function lackOfAny(
  requirement: Requirement,
  files: readonly WheelhouseFile[],
  pip: PipFacts | null,
  lack: (cause: WheelhouseLack, found: string) => MissingRequirement,
): MissingRequirement {
  const own = files.flatMap((file) => {
    const wheel = parseWheelName(file.filename);
    return wheel?.project === requirement.project ? [{ file, wheel }] : [];
  });
  if (own.length === 0) return lack('absent', '');
  const specifiers = parseSpecifiers(requirement.specifier) ?? [];
  const major = pipMajorOf(pip?.version ?? null);
  const within = own.filter(({ wheel }) => satisfies(wheel.version, specifiers, major));
  if (within.length === 0) {
    return lack('version', [...new Set(own.map(({ file }) => file.filename.split('-')[1] ?? ''))].join(', '));
  }
  const ranks = pip === null ? null : rankTags(pip.tags);
  const suitable = within.filter(({ wheel }) => ranks === null || wheelRank(wheel, ranks) !== null);
  if (suitable.length === 0) return lack('platform', within.map(({ file }) => file.filename).join(', '));
  const python = suitable.map(({ file }) => file.wheel?.metadata?.requiresPython ?? '').find((text) => text !== '');
  return python === undefined
    ? lack('version', within.map(({ file }) => file.filename).join(', '))
    : lack('python', python);
}
