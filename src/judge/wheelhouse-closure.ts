/**
 * Everything that an install needs, found in one folder of wheels: the requirements, what they require, and so on,
 * with markers and extras of this interpreter. The newest file that all known wishes allow is taken, and the walk is
 * repeated until nothing changes; pip itself may go back to older versions where wishes clash, so its own word
 * outranks this one where it can be had.
 */

import type { CoreMetadata } from '../model/core-metadata.ts';
import { evaluateMarker } from '../model/markers.ts';
import type { IndexPage } from '../model/observation.ts';
import { type Dependency, parseDependency } from '../model/pep508.ts';
import type { MarkerEnvironment } from '../model/pip-facts.ts';
import type { Requirement, SourceLine } from '../model/requirement.ts';
import { type ChoosingPip, chooseFile } from './choose-file.ts';

/** What the folder offers, as index pages by normalised project name. */
export type Shelf = ReadonlyMap<string, IndexPage>;

export interface ClosureContext {
  readonly shelf: Shelf;
  /** By file name; null where a file has none that can be read (source archives). */
  readonly metadata: ReadonlyMap<string, CoreMetadata | null>;
  readonly constraints: readonly Requirement[];
  readonly pip: ChoosingPip | null;
  /** null: markers rule nothing out but extras. */
  readonly markers: MarkerEnvironment | null;
}

/** One thing that is needed, with every wish for it joined. */
export interface Need {
  readonly requirement: Requirement;
  /** Who asked first: a file of the job, or a wheel. */
  readonly requiredBy: string;
  /** null where pip would find no file. */
  readonly filename: string | null;
}

/** Wishes that clash for ever are no reason to walk for ever. */
const MAX_ROUNDS = 20;

/** All needs of `roots`, in the order in which they were found. */
export function closureOf(roots: readonly Requirement[], context: ClosureContext): Need[] {
  let wishes = new Map<string, Requirement>();
  for (let round = 0; ; round++) {
    const needs = walk(roots, wishes, context);
    const next = new Map(needs.map((need) => [need.requirement.project, need.requirement]));
    if (round === MAX_ROUNDS || sameWishes(wishes, next)) return needs;
    wishes = next;
  }
}

function sameWishes(before: ReadonlyMap<string, Requirement>, after: ReadonlyMap<string, Requirement>): boolean {
  const key = (wishes: ReadonlyMap<string, Requirement>): string =>
    JSON.stringify([...wishes.values()].map((wish) => [wish.project, wish.specifier, wish.extras]).sort());
  return key(before) === key(after);
}

/** One walk from the roots: files are chosen by the wishes of the walk before, new wishes are gathered. */
function walk(roots: readonly Requirement[], known: ReadonlyMap<string, Requirement>, context: ClosureContext): Need[] {
  const gathered = new Map<string, { wish: Requirement; requiredBy: string }>();
  const expanded = new Set<string>();
  const queue = roots.map((requirement) => ({ requirement, requiredBy: requirement.source.file }));
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { requirement, requiredBy } = next;
    const { project } = requirement;
    const before = gathered.get(project);
    const wish = join(before?.wish ?? withConstraints(requirement, context.constraints), requirement);
    gathered.set(project, { wish, requiredBy: before?.requiredBy ?? requiredBy });
    const filename = choose(join(known.get(project) ?? wish, wish), context);
    const metadata = filename === null ? null : (context.metadata.get(filename) ?? null);
    if (filename === null || metadata === null) continue;
    for (const extra of ['', ...wish.extras]) {
      const key = `${project}[${extra}]`;
      if (expanded.has(key)) continue;
      expanded.add(key);
      for (const dependency of dependenciesOf(metadata, extra, wish, filename, context)) {
        queue.push({ requirement: dependency, requiredBy: filename });
      }
    }
  }
  return [...gathered.values()].map(({ wish, requiredBy }) => ({
    requirement: wish,
    requiredBy,
    filename: choose(join(known.get(wish.project) ?? wish, wish), context),
  }));
}

function choose(wish: Requirement, { shelf, pip }: ClosureContext): string | null {
  const page = shelf.get(wish.project);
  return page === undefined ? null : (chooseFile(page, wish, pip)?.link.filename ?? null);
}

function dependenciesOf(
  metadata: CoreMetadata,
  extra: string,
  wish: Requirement,
  filename: string,
  context: ClosureContext,
): Requirement[] {
  return metadata.requiresDist.flatMap((text) => {
    const dependency = parseDependency(text);
    if (dependency === null || dependency.url !== null) return [];
    const holds = (value: string): boolean =>
      dependency.marker === null || evaluateMarker(dependency.marker, { ...context.markers, extra: value }) !== false;
    // What holds without any extra was taken with the package itself.
    if (!holds(extra) || (extra !== '' && holds(''))) return [];
    const requirement = { ...requirementOf(dependency, { file: filename, line: 0 }), prereleases: wish.prereleases };
    return [withConstraints(requirement, context.constraints)];
  });
}

/** A dependency as a wish of its own. */
export function requirementOf(dependency: Dependency, source: SourceLine): Requirement {
  const extras = dependency.extras.length === 0 ? '' : `[${dependency.extras.join(',')}]`;
  return {
    project: dependency.project,
    raw: `${dependency.name}${extras}${dependency.specifier}`,
    specifier: dependency.specifier,
    extras: dependency.extras,
    marker: dependency.markerText,
    hashes: {},
    prereleases: false,
    formats: 'any',
    source,
  };
}

/** Constraints reach what is required by others too. */
function withConstraints(requirement: Requirement, constraints: readonly Requirement[]): Requirement {
  const own = constraints.filter((constraint) => constraint.project === requirement.project);
  const specifier = own.reduce((joined, constraint) => bothOf(joined, constraint.specifier), requirement.specifier);
  return { ...requirement, specifier };
}

/** Both wishes at once; the first one's words are kept for people where they say the same. */
function join(first: Requirement, second: Requirement): Requirement {
  const specifier = bothOf(first.specifier, second.specifier);
  const extras = [...new Set([...first.extras, ...second.extras])].sort();
  const named = extras.length === 0 ? first.project : `${first.project}[${extras.join(',')}]`;
  const unchanged = specifier === first.specifier && extras.length === first.extras.length;
  return {
    ...first,
    raw: unchanged ? first.raw : `${named}${specifier}`,
    specifier,
    extras,
    hashes: Object.keys(first.hashes).length > 0 ? first.hashes : second.hashes,
    prereleases: first.prereleases || second.prereleases,
    formats: first.formats === 'any' ? second.formats : first.formats,
  };
}

function bothOf(first: string, second: string): string {
  const parts = [...first.split(','), ...second.split(',')].map((part) => part.trim()).filter((part) => part !== '');
  return [...new Set(parts)].join(',');
}
