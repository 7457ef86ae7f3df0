/** Index pages as they are kept until all mirrors are compared: a thousand mirrors list the same files a thousand times. */
import { createHash } from 'node:crypto';
import type { FileLink, IndexPage, Observation } from '../model/observation.ts';

/** File lists by what they say; equal lists are one. */
export type ComparedLists = Map<string, readonly FileLink[]>;

/**
 * The observation with no more of its pages than mirrors are compared by: names, sha256 and upload times. Links, sizes
 * and the rest are gone, so nothing more can be asked for with it.
 */
export function keptForComparison(observation: Observation, lists: ComparedLists): Observation {
  const projects = observation.projects.map((seen) =>
    seen.page === null ? seen : { ...seen, page: keptPage(seen.page, lists) },
  );
  return { ...observation, projects };
}

function keptPage(page: IndexPage, lists: ComparedLists): IndexPage {
  const hash = createHash('sha256');
  for (const { filename, hashes, uploadTime } of page.files) {
    hash.update(JSON.stringify([filename, hashes.sha256 ?? null, uploadTime]));
  }
  const key = hash.digest('base64');
  const known = lists.get(key) ?? page.files.map(keptLink);
  lists.set(key, known);
  return { ...page, files: known };
}

function keptLink({ filename, hashes, uploadTime }: FileLink): FileLink {
  return {
    filename,
    url: '',
    hashes: hashes.sha256 === undefined ? {} : { sha256: hashes.sha256 },
    requiresPython: null,
    yanked: false,
    metadata: null,
    size: null,
    uploadTime,
  };
}
