/**
 * Indexes beside the chosen one: `extra-index-urls` and those that the job had. Do they share names with
 * the public mirror? Under `policy: internal` also: does the chosen index send pip to a public one?
 */
import { judgeConfusion } from '../judge/dependency-confusion.ts';
import { judgeForwarding } from '../judge/forwarding.ts';
import { DEFAULT_PROBE } from '../judge/requirements.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Decision } from '../model/decision.ts';
import { parseIndexUrl } from '../model/index-url.ts';
import type { IndexPage } from '../model/observation.ts';
import type { Notice } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { JobRequirements, Requirement } from '../model/requirement.ts';
import { type MirrorSession, openSession } from '../observe/session.ts';
import { isPublicHost } from '../plan/public-hosts.ts';
import type { Environment, Prepared } from './prepare.ts';

/** Names asked of each private index, and of the chosen mirror where a private one has them too. */
const NAMES = 40;
const SHARED_NAMES = 10;
/** The chosen mirror has just answered: it is not waited for much longer. */
const CHOSEN_MS = 2000;

/** No index has it: one that forwards what it lacks forwards this. */
const NOBODYS_NAME = 'pip-mirror-select-nobody-has-this';

export interface SecondIndexes {
  /** What there is to say once a mirror was chosen; never rejects. */
  notices(decision: Decision | null): Promise<readonly Notice[]>;
  close(): void;
}

/** Starts to ask at once, beside the candidates. The caller must `close()` it. */
export function askSecondIndexes(plan: Plan, env: Environment, prepared: Prepared): SecondIndexes {
  const { inputs } = plan;
  const indexes = [...inputs.extraIndexes, ...(inputs.policy === 'internal' ? [] : inheritedIndexes(env))];
  const sessions = indexes.map((index) => openSession(index, { ...prepared.asking, maxRequests: NAMES * 2 }));
  const asked = prepared.job.then(async (job) => {
    const names = namesOf(job).slice(0, NAMES);
    await Promise.all(sessions.map((session) => askNames(session, names)));
  });
  const opened = [...sessions];
  return {
    async notices(decision) {
      if (decision === null) return [];
      await asked;
      const [pip, job] = await Promise.all([prepared.pip, prepared.job]);
      const notices: Notice[] = [];
      const openChosen = (): MirrorSession => {
        const session = openSession(decision.mirror, {
          ...prepared.asking,
          timeoutMs: Math.min(CHOSEN_MS, inputs.timeoutMs),
          maxRequests: SHARED_NAMES * 2,
        });
        opened.push(session);
        return session;
      };
      if (inputs.policy === 'internal') {
        const chosen = openChosen();
        for (const session of [chosen, ...sessions]) {
          await session.project(NOBODYS_NAME);
          await session.project(DEFAULT_PROBE.project);
          notices.push(...judgeForwarding(session.observation(), isPublicHost, DEFAULT_PROBE.project));
        }
        return notices;
      }
      const privates = sessions.filter(isPrivate);
      const shared = job.requirements.filter((wanted) => privates.some((session) => has(session, wanted)));
      if (shared.length === 0) return notices;
      const chosen = openChosen();
      await askNames(chosen, namesOf({ requirements: shared }).slice(0, SHARED_NAMES));
      for (const wanted of unique(shared)) {
        const inOrder = decision.fallback === null ? [chosen, ...sessions] : [...sessions, chosen];
        const pages = inOrder.flatMap((session) => {
          const page = pageOf(session, wanted);
          // Whatever its address: what is chosen here stands for PyPI.
          const ofCompany = session !== chosen && isPrivate(session);
          return page === null ? [] : [{ index: session.candidate.name, isPrivate: ofCompany, page }];
        });
        const notice = judgeConfusion(wanted, pages, pip);
        if (notice !== null) notices.push(notice);
      }
      return notices;
    },
    close() {
      for (const session of opened) session.close();
    },
  };
}

/** Indexes that the job's environment had, which stay in force beside the choice. */
function inheritedIndexes(env: Environment): Candidate[] {
  const urls = (env.PIP_EXTRA_INDEX_URL ?? '').split(/\s+/).filter((word) => word !== '');
  return urls.flatMap((text, order): Candidate[] => {
    const parsed = parseIndexUrl(text);
    if (typeof parsed === 'string') return [];
    const { host, hostname } = new URL(parsed.url);
    const { credentials, url } = parsed;
    return [{ name: host, indexUrl: url, credentials, operator: hostname, family: hostname, origin: 'input', order }];
  });
}

function namesOf(job: Pick<JobRequirements, 'requirements'>): string[] {
  return [...new Set(job.requirements.map(({ project }) => project))];
}

function unique(requirements: readonly Requirement[]): Requirement[] {
  return requirements.filter(({ project }, at) => requirements.findIndex((other) => other.project === project) === at);
}

/** An index that fails once is asked no more. */
async function askNames(session: MirrorSession, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { exchanges } = await session.project(name);
    const last = exchanges.at(-1);
    const gone = last === undefined || (last.failure !== null && last.failure.code !== 'not-allowed');
    if (gone || last?.status === 401 || last?.status === 403) return;
  }
}

function isPrivate({ candidate }: MirrorSession): boolean {
  return candidate.origin === 'input' && !isPublicHost(new URL(candidate.indexUrl).hostname);
}

function has(session: MirrorSession, wanted: Requirement): boolean {
  return (pageOf(session, wanted)?.files.length ?? 0) > 0;
}

function pageOf(session: MirrorSession, { project }: Requirement): IndexPage | null {
  return session.observation().projects.find((seen) => seen.project === project)?.page ?? null;
}
