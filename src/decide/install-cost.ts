/** What this job's install asks of a mirror, as far as its own files and the mirrors' answers tell. */
import { type HeldDownloads, NOTHING_HELD } from '../model/held-downloads.ts';
import type { FileObservation, Observation } from '../model/observation.ts';
import type { JobRequirements } from '../model/requirement.ts';
import { type InstallCost, TYPICAL_INSTALL } from './rank.ts';

/** Index page, metadata and file. */
const REQUESTS_PER_PROJECT = 3;

/** Before the first request: TCP and TLS. */
const CONNECTING = 2;

/** A wheel whose size nobody tells. */
const TYPICAL_BYTES = 1_500_000;

/** Sizes come from lock files, from index pages (PEP 700) and from `Content-Range`; what is unknown is typical. */
export function installCost(
  job: JobRequirements,
  observations: readonly Observation[],
  held: HeldDownloads = NOTHING_HELD,
): InstallCost {
  if (job.requirements.length === 0) return TYPICAL_INSTALL;
  const sizes = new Map<string, number>();
  for (const { project } of job.requirements) {
    const locked = job.hashes.get(project)?.map((file) => file.size ?? 0) ?? [];
    if (locked.length > 0) sizes.set(project, Math.max(...locked));
  }
  for (const { file, projects } of observations) {
    // The first page that told anything is the one that the file was chosen from.
    const project = projects.find(({ page }) => page !== null)?.project;
    if (file === null || project === undefined) continue;
    const size = sizeOf(file);
    if (size !== null) sizes.set(project, size);
  }
  const bytes = job.requirements.reduce((sum, { project }) => sum + (sizes.get(project) ?? TYPICAL_BYTES), 0);
  const requests = CONNECTING + REQUESTS_PER_PROJECT * job.requirements.length;
  return held.everything ? { requests, bytes, heldBytes: bytes } : { requests, bytes };
}

/** Bytes of a whole file, from its index page or from the answer to a range; null where neither tells. */
export function sizeOf(file: FileObservation): number | null {
  const answer = file.exchanges.at(-1);
  if (file.sha256 !== null) return answer?.bodyBytes ?? null;
  return file.link.size ?? totalOf(answer?.headers['content-range']);
}

/** `bytes 0-99/1234` → 1234. */
function totalOf(contentRange: string | undefined): number | null {
  const total = /\/(\d+)\s*$/.exec(contentRange ?? '')?.[1];
  return total === undefined ? null : Number(total);
}
