/** What `mode: download` asks pip for: one run for each file of the job, and the state in which the folder is left. */
import { basename } from 'node:path';
import type { JobRequirements, Requirement } from '../model/requirement.ts';

export type DownloadRun =
  /** A requirements file that pip reads itself, with all of its options; relative to the workspace. */
  | { readonly kind: 'file'; readonly source: string }
  /** The `packages` input, or a lock file that pip does not read. */
  | { readonly kind: 'requirements'; readonly source: string; readonly requirements: readonly Requirement[] };

/** One run for each file, in the order in which they were found. */
export function planDownload(job: JobRequirements): DownloadRun[] {
  const own = job.files.filter(isRequirementsFile);
  const runs: DownloadRun[] = own.map((source) => ({ kind: 'file', source }));
  const others = Map.groupBy(job.requirements, (requirement) => requirement.source.file);
  for (const [source, requirements] of others) {
    // What a requirements file includes is asked for by that file.
    if (!isRequirementsFile(source)) runs.push({ kind: 'requirements', source, requirements });
  }
  return runs;
}

/** Constraints that no requirements file names hold for every run. */
export function constraintFiles(job: JobRequirements): string[] {
  return job.files.filter((file) => /^constraints/i.test(basename(file)) && /\.txt$/i.test(file));
}

function isRequirementsFile(file: string): boolean {
  return /\.(txt|in|pip)$/i.test(file) && !/^constraints/i.test(basename(file));
}
