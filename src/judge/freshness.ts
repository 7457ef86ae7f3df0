/** How far a mirror is behind: by PyPI's serial, and by the age of what it does not list yet. */
import type { FileLink, IndexPage, Observation } from '../model/observation.ts';
import { isPrerelease, parseVersion } from '../model/version.ts';
import { isOrigin } from './integrity.ts';
import { parseWheelName } from './wheel-tags.ts';

/**
 * A mirror that has lacked a file for longer than this is stale. Healthy mirrors are minutes to some hours behind, the
 * slowest of the well-known ones copies once a day; two days mean that it has stopped.
 */
export const STALE_AFTER_MS = 48 * 60 * 60 * 1000;

export interface FreshnessVerdict {
  /** The mirror's own serial of the project that it is farthest behind with; null where it gives none. */
  readonly serial: number | null;
  /** Serials behind the reference, at least 0; null where one of them gives none. */
  readonly behind: number | null;
  /** Age of the oldest file that the mirror should list by now, milliseconds; 0 for none, null where nothing tells. */
  readonly lagMs: number | null;
  readonly stale: boolean;
}

/** The page of a project that others are held against; null where there is none. */
export type ReferencePages = (project: string) => IndexPage | null;

/** pypi.org's page where it is verified, else that of the verified mirror with the newest one; looked for once each. */
export function referencePages(observations: readonly Observation[], verified: ReadonlySet<string>): ReferencePages {
  const others = observations.filter(({ candidate }) => verified.has(candidate.name));
  const pages = new Map<string, IndexPage | null>();
  return (project) => {
    const known = pages.get(project);
    if (known !== undefined) return known;
    const page = referencePage(project, others);
    pages.set(project, page);
    return page;
  };
}

/**
 * @param lacksNeeded the mirror lacks a requirement of the job that others have: then it is stale whatever its age.
 * @param now epoch milliseconds.
 * @returns null where there is no page to compare.
 */
export function judgeFreshness(
  observation: Observation,
  referenceOf: ReferencePages,
  lacksNeeded: boolean,
  now: number,
): FreshnessVerdict | null {
  const compared = observation.projects.flatMap(({ project, page }) => {
    const reference = page === null ? null : referenceOf(project);
    return page === null || reference === null ? [] : [comparePages(page, reference, now)];
  });
  const [first, ...rest] = compared;
  if (first === undefined) {
    return lacksNeeded ? { serial: null, behind: null, lagMs: null, stale: true } : null;
  }
  const worst = rest.reduce((one, other) => ((other.behind ?? -1) > (one.behind ?? -1) ? other : one), first);
  const lags = compared.flatMap(({ lagMs }) => (lagMs === null ? [] : [lagMs]));
  const lagMs = lags.length === 0 ? null : Math.max(...lags);
  return { ...worst, lagMs, stale: lacksNeeded || (lagMs ?? 0) > STALE_AFTER_MS };
}

function referencePage(project: string, observations: readonly Observation[]): IndexPage | null {
  let newest: IndexPage | null = null;
  for (const { candidate, projects } of observations) {
    const page = projects.find((seen) => seen.project === project)?.page ?? null;
    if (page === null) continue;
    if (isOrigin(candidate)) return page;
    if (newest === null || isNewer(page, newest)) newest = page;
  }
  return newest;
}

function isNewer(page: IndexPage, other: IndexPage): boolean {
  if (page.serial !== null && other.serial !== null) return page.serial > other.serial;
  return (newestUpload(page.files) ?? 0) > (newestUpload(other.files) ?? 0);
}

function comparePages(page: IndexPage, reference: IndexPage, now: number) {
  const behind = page.serial === null || reference.serial === null ? null : Math.max(0, reference.serial - page.serial);
  return { serial: page.serial, behind, lagMs: lagOf(page, reference, now) };
}

/**
 * Files newer than all that the mirror lists. Older gaps are left out by rule or were deleted, and so are pre-releases
 * on some mirrors: neither says that the mirror has stopped.
 */
function lagOf(page: IndexPage, reference: IndexPage, now: number): number | null {
  const uploads = new Map(reference.files.map((file) => [file.filename, file.uploadTime]));
  const listed = new Set(page.files.map((file) => file.filename));
  const known = page.files.map((file) => ({ ...file, uploadTime: uploads.get(file.filename) ?? file.uploadTime }));
  const last = newestUpload(known);
  if (newestUpload(reference.files) === null || (last === null && listed.size > 0)) return null;
  const missing = reference.files.flatMap(({ filename, uploadTime }) =>
    uploadTime !== null && uploadTime > (last ?? 0) && !listed.has(filename) && !isPrereleaseFile(filename)
      ? [uploadTime]
      : [],
  );
  return missing.length === 0 ? 0 : Math.max(0, now - missing.reduce((oldest, time) => Math.min(oldest, time)));
}

function newestUpload(files: readonly Pick<FileLink, 'uploadTime'>[]): number | null {
  return files.reduce<number | null>(
    (newest, { uploadTime }) => (uploadTime !== null && uploadTime > (newest ?? -1) ? uploadTime : newest),
    null,
  );
}

function isPrereleaseFile(filename: string): boolean {
  const version =
    parseWheelName(filename)?.version ?? parseVersion(/-([^-]+?)\.(tar\.\w+|tgz|zip)$/.exec(filename)?.[1] ?? '');
  return version !== null && isPrerelease(version);
}
