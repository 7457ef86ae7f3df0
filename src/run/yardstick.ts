/** What all mirrors of a job are measured by, and the file that all of them are asked for. */
import { chooseFile } from '../judge/choose-file.ts';
import type { Yardstick } from '../judge/mirror.ts';
import { DEFAULT_PROBE } from '../judge/requirements.ts';
import type { FileLink, IndexPage } from '../model/observation.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Inputs } from '../model/plan.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Trust } from '../model/trust.ts';

/** `probe` null: an internal index need not have any public project. */
export function yardstickOf({ policy, warnDays, trustedHosts }: Inputs, trust: Trust): Yardstick {
  const probe = policy === 'internal' ? null : DEFAULT_PROBE.project;
  return { trust, now: Date.now(), warnDays, trustedHosts, probe };
}

/** The file of a page that this pip would take for one of these, the first first, or for the probe where none is there. */
export function fileFor(wanted: readonly Requirement[], pip: PipFacts | null): (page: IndexPage) => FileLink | null {
  return (page) => {
    for (const requirement of [...wanted, DEFAULT_PROBE]) {
      const chosen = chooseFile(page, requirement, pip);
      if (chosen !== null) return chosen.link;
    }
    return null;
  };
}
