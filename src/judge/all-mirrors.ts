/** All mirrors together: what one says is held against what the others say. */
import type { Observation } from '../model/observation.ts';
import type { LockedHashes, Requirement } from '../model/requirement.ts';
import type { Reason, Verdict } from '../model/verdict.ts';
import type { ChoosingPip } from './choose-file.ts';
import { judgeFreshness, referencePages } from './freshness.ts';
import { judgeHashes } from './integrity.ts';
import { judgeMirror, type Yardstick } from './mirror.ts';
import { sortReasons } from './reasons.ts';
import { foundSomewhere, judgeRequirements } from './requirements.ts';

/** What the job needs of every mirror. */
export interface Need {
  /** The sample that is asked for; empty when the job names nothing. */
  readonly wanted: readonly Requirement[];
  readonly hashes: LockedHashes;
  readonly pip: ChoosingPip | null;
}

/** One verdict for each observation, in the same order. */
export function judgeAll(observations: readonly Observation[], yardstick: Yardstick, need: Need): Verdict[] {
  const alone = observations.map((observation) => judgeMirror(observation, yardstick));
  const verified = new Set(alone.filter(isVerified).map((verdict) => verdict.candidate.name));
  const mismatches = judgeHashes(observations, verified, need.hashes);
  const requirements = observations.map(({ projects }) => judgeRequirements(need.wanted, projects, need.pip));
  const trusted = observations.filter(({ candidate }) => verified.has(candidate.name));
  const somewhere = foundSomewhere(need.wanted, trusted, need.pip);
  const referenceOf = referencePages(observations, verified);
  return alone.map((verdict, index) => {
    const observation = observations[index];
    const required = requirements[index] ?? null;
    if (observation === undefined || required === null) return verdict;
    const missing = required.missing.filter((raw) => somewhere.has(raw));
    const freshness = judgeFreshness(observation, referenceOf, missing.length > 0, yardstick.now);
    const mismatch = mismatches.get(verdict.candidate.name)?.[0];
    const found: Reason[] = [];
    if (mismatch !== undefined) found.push('hash-mismatch');
    if (missing.length > 0) found.push('missing-requirement');
    // Lacking what the job needs is said once, by its own name.
    else if (freshness?.stale) found.push('stale');
    const reasons = sortReasons([...verdict.reasons, ...found]);
    return {
      ...verdict,
      usable: verdict.usable && reasons.length === 0,
      reasons,
      detail: verdict.detail ?? (mismatch === undefined ? null : `${mismatch.filename} (${mismatch.reference})`),
      freshness: freshness === null ? null : { serial: freshness.serial, behind: freshness.behind },
      requirements: need.wanted.length === 0 ? null : required,
    };
  });
}

/** pip accepts every certificate on this mirror's way; it need not be usable. */
export function isVerified(verdict: Verdict): boolean {
  return verdict.hosts.length > 0 && verdict.hosts.every(({ certificate }) => certificate?.faults.length === 0);
}
