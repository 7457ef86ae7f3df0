/** Whether an internal index sends pip on to a public one, or serves public packages itself. */

import type { Notice } from '../model/notice.ts';
import type { Observation, ProjectObservation } from '../model/observation.ts';

/** `isPublic` tells public package hosts; `publicProject` is one that PyPI has, and nobody uploads to an index of his own. */
export function judgeForwarding(
  observation: Observation,
  isPublic: (host: string) => boolean,
  publicProject: string,
): Notice[] {
  const mirror = observation.candidate.name;
  for (const seen of observation.projects) {
    const host = publicHostOnTheWay(seen, isPublic);
    if (host !== null) {
      return [{ code: 'forwards-to-public', level: 'warning', facts: { mirror, project: seen.project, host } }];
    }
  }
  const linked = publicFileHost(observation, isPublic);
  if (linked !== null) return [{ code: 'links-to-public', level: 'warning', facts: { mirror, host: linked } }];
  const served = observation.projects.find((seen) => seen.project === publicProject);
  if ((served?.page?.files.length ?? 0) === 0) return [];
  return [{ code: 'serves-public', level: 'info', facts: { mirror, project: publicProject } }];
}

/** The hop that was asked for last may be the public one: it is named, not contacted. */
function publicHostOnTheWay({ exchanges }: ProjectObservation, isPublic: (host: string) => boolean): string | null {
  const [, ...hops] = exchanges;
  return hops.map(({ connection }) => connection.host).find(isPublic) ?? null;
}

function publicFileHost({ projects }: Observation, isPublic: (host: string) => boolean): string | null {
  for (const { page } of projects) {
    for (const { url } of page?.files ?? []) {
      if (URL.canParse(url) && isPublic(new URL(url).hostname)) return new URL(url).hostname;
    }
  }
  return null;
}
