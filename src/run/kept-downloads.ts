/** The cache's part of a run: whose downloads are held, asked while mirrors are probed; what is laid, once one is chosen. */
import { join } from 'node:path';
import { cacheSituation, heldDownloads, lookUpHeld } from '../apply/held.ts';
import { type Restored, restoreCache } from '../apply/restore-cache.ts';
import { encodeState, STATE_NAME } from '../apply/saved-state.ts';
import { requirementsDigest } from '../decide/cache-key.ts';
import { judgeCertificate } from '../judge/certificate.ts';
import { isTrustedHost } from '../judge/host-trust.ts';
import type { Candidate } from '../model/candidate.ts';
import { type HeldDownloads, NOTHING_HELD } from '../model/held-downloads.ts';
import type { ConnectionFacts, Observation } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import type { JobRequirements } from '../model/requirement.ts';
import type { Trust } from '../model/trust.ts';
import { openPages } from '../observe/pages.ts';
import { loadCacheClient } from '../platform/cache-store.ts';
import { readText } from '../platform/files.ts';
import { saveState } from '../platform/workflow.ts';
import type { Environment, Prepared } from './prepare.ts';

export interface KeptDownloads {
  /** What earlier runs kept, as far as is known by now: a slow answer holds up no question to a mirror. */
  held(): HeldDownloads;
  /** Settles when no more will be known of it than `held` says; restoring waits as long, too. */
  readonly known: Promise<unknown>;
  /** Restores for the chosen mirror, of which this was seen, and leaves word for post. Never rejects. */
  restore(mirror: Candidate, seen: Observation | null): Promise<Pick<Restored, 'outcome' | 'notices'>>;
}

const PAGE_CONNECTIONS = 4;
/** For all pages of one connection together. */
const PAGES_TIMEOUT_MS = 15_000;
const LARGEST_REQUIREMENTS_FILE = 16 << 20;

/** Starts at once; `prepared.pip` decides whether anything is asked. */
export function keptDownloads(plan: Plan, env: Environment, prepared: Prepared): KeptDownloads {
  const situation = prepared.pip.then((pip) => cacheSituation(plan, pip, env));
  // Loading takes longer than asking, and there is time while pip is asked for its facts.
  if (plan.inputs.cache !== 'off') loadCacheClient(env);
  const held = situation.then((known) => lookUpHeld(known));
  const digest = prepared.job.then((job) => digestOf(plan, job));
  let soFar = NOTHING_HELD;
  const known = Promise.all([situation, held, digest]).then(
    ([where, found, requirements]) => {
      soFar = heldDownloads(where, found, requirements, plan.candidates);
    },
    () => {},
  );
  return {
    held: () => soFar,
    known,
    async restore(mirror, seen) {
      const [trust, pip] = await Promise.all([prepared.trust, prepared.pip]);
      const asking = { ...prepared.asking, timeoutMs: PAGES_TIMEOUT_MS };
      const pages = openPages(mirror, asking, PAGE_CONNECTIONS, ({ connection }) =>
        isVerified(connection, trust, plan),
      );
      try {
        const { state, outcome, notices } = await restoreCache({
          situation: await situation,
          held: await held,
          mirror,
          requirements: await digest,
          page: (project) => pages.files(project),
          now: Date.now(),
          language: plan.inputs.language,
          fileHeaders: seen?.file?.exchanges.at(-1)?.headers ?? null,
          installs: pip === null ? null : { executable: pip.executable, workspace: plan.runner.workspace },
        });
        if (state !== null) saveState(STATE_NAME, encodeState(state));
        return { outcome, notices };
      } finally {
        pages.close();
      }
    },
  };
}

/** What a page says of digests counts only if pip would believe the page, or the user does. */
function isVerified(connection: ConnectionFacts, trust: Trust, { inputs }: Plan): boolean {
  if (isTrustedHost(inputs.trustedHosts, connection.host, connection.port)) return true;
  return judgeCertificate(connection, trust, Date.now(), inputs.warnDays)?.faults.length === 0;
}

async function digestOf({ runner }: Plan, job: JobRequirements): Promise<string> {
  const files = job.files.map(async (path) => {
    const read = await readText(join(runner.workspace, path), LARGEST_REQUIREMENTS_FILE);
    return { path, content: 'text' in read ? read.text : read.failure };
  });
  // What included files and the `packages` input ask for, beside the matched files themselves.
  return requirementsDigest(
    await Promise.all(files),
    job.requirements.map(({ raw }) => raw),
  );
}
