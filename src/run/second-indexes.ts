/**
 * Indexes beside the chosen one: `extra-index-urls` and those that the job had. Do they share names with
 * the public mirror? Under `policy: internal` also: does the chosen index send pip to a public one?
 */
import { judgeConfusion } from '../judge/dependency-confusion.ts';
import { judgeForwarding } from '../judge/forwarding.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Decision } from '../model/decision.ts';
import { parseIndexUrl } from '../model/index-url.ts';
import type { Notice } from '../model/notice.ts';
import type { IndexPage } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import type { JobRequirements, Requirement } from '../model/requirement.ts';
import type { MirrorSession } from '../observe/session.ts';
import { isPrivate, isPublicHost } from '../plan/public-hosts.ts';
import { bytesLeft, type Field, sessionOf } from './field.ts';
import { openPrivate } from './open-field.ts';
import { POLITENESS } from './politeness.ts';
import type { Environment, Prepared } from './prepare.ts';

/** Names asked of each private index. */
const NAMES = 40;

/** No index has it: one that forwards what it lacks forwards this. */
const NOBODYS_NAME = 'pip-mirror-select-nobody-has-this';
/** PyPI has it, and nobody uploads it to an index of his own: one that has it takes it from PyPI. */
const PUBLIC_NAME = 'sampleproject';

export interface SecondIndexes {
  /** Goes on asking the indexes of this field: each name once, over the sessions that there are. */
  ask(field: Field): void;
  /** What there is to say about the choice that was made in that field; never rejects. */
  notices(decision: Decision, field: Field): Promise<readonly Notice[]>;
  close(): void;
}

/** Starts to ask what no field has, at once. The caller must `close()` it. */
export function askSecondIndexes({ inputs }: Plan, env: Environment, prepared: Prepared): SecondIndexes {
  const known = new Set(inputs.extraIndexes.map(({ indexUrl }) => indexUrl));
  const inherited = inputs.policy === 'internal' ? [] : inheritedIndexes(env);
  const own = inherited.filter(({ indexUrl }) => !known.has(indexUrl)).map((index) => openPrivate(index, prepared));
  const asked: Promise<void>[] = [];
  const ask = (sessions: readonly MirrorSession[]): void => {
    for (const session of sessions.filter(({ candidate }) => isPrivate(candidate))) {
      asked.push(
        prepared.job.then((job) =>
          // Others may need an answer of it: half of its time is left to them.
          askNames(
            session,
            namesOf(job.requirements).slice(0, NAMES),
            () => session.pace.waitedMs > inputs.timeoutMs / 2,
          ),
        ),
      );
    }
  };
  const besideIn = (field: Field): MirrorSession[] =>
    [...field.sessions, ...field.beside].filter(({ candidate }) => known.has(candidate.indexUrl));
  if (inputs.policy !== 'internal') ask(own);
  return {
    ask(field) {
      if (inputs.policy !== 'internal') ask(besideIn(field));
    },
    async notices(decision, field) {
      await Promise.all(asked);
      const chosen = sessionOf(field, decision.mirror);
      if (chosen === undefined) return [];
      const beside = besideIn(field).filter((session) => session !== chosen);
      if (inputs.policy === 'internal') return judgeEach([chosen, ...beside]);
      const [pip, job] = await Promise.all([prepared.pip, prepared.job]);
      return judgeNames(job, pip, {
        chosen,
        beside: [...beside, ...own],
        chosenLast: decision.fallback !== null,
        isSpent: () => bytesLeft(field) <= 0,
      });
    },
    close() {
      for (const session of own) session.close();
    },
  };
}

/** Which of them send pip to a public index, or serve what that one has. */
async function judgeEach(sessions: readonly MirrorSession[]): Promise<Notice[]> {
  const told = sessions.map(async (session) => {
    await session.project(NOBODYS_NAME);
    await session.project(PUBLIC_NAME);
    return judgeForwarding(session.observation(), isPublicHost, PUBLIC_NAME);
  });
  return (await Promise.all(told)).flat();
}

interface Side {
  readonly chosen: MirrorSession;
  readonly beside: readonly MirrorSession[];
  /** pip reads the chosen one after the others. */
  readonly chosenLast: boolean;
  /** Public mirrors have been asked for all that they were promised. */
  readonly isSpent: () => boolean;
}

/** Names of the job that a private index shares with the chosen one. */
async function judgeNames(
  job: JobRequirements,
  pip: Parameters<typeof judgeConfusion>[2],
  { chosen, beside, chosenLast, isSpent }: Side,
): Promise<Notice[]> {
  const privates = beside.filter(({ candidate }) => isPrivate(candidate));
  const shared = job.requirements.filter((wanted) => privates.some((session) => has(session, wanted)));
  const publics = [chosen, ...beside.filter(({ candidate }) => !isPrivate(candidate))];
  const names = namesOf(shared).slice(0, POLITENESS.sharedNames);
  await Promise.all(publics.map((session) => askNames(session, names, isSpent)));
  return unique(shared).flatMap((wanted) => {
    const pages = (chosenLast ? [...beside, chosen] : [chosen, ...beside]).flatMap((session) => {
      const page = pageOf(session, wanted);
      // Whatever its address: what is chosen here stands for PyPI.
      const ofCompany = session !== chosen && isPrivate(session.candidate);
      return page === null ? [] : [{ index: session.candidate.name, isPrivate: ofCompany, page }];
    });
    return judgeConfusion(wanted, pages, pip) ?? [];
  });
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

function namesOf(requirements: readonly Requirement[]): string[] {
  return [...new Set(requirements.map(({ project }) => project))];
}

function unique(requirements: readonly Requirement[]): Requirement[] {
  return requirements.filter(({ project }, at) => requirements.findIndex((other) => other.project === project) === at);
}

/** An index that fails once is asked no more. */
async function askNames(session: MirrorSession, names: readonly string[], isSpent: () => boolean): Promise<void> {
  for (const name of names) {
    if (isSpent()) return;
    const { exchanges } = await session.project(name);
    const last = exchanges.at(-1);
    const gone = last === undefined || (last.failure !== null && last.failure.code !== 'not-allowed');
    if (gone || last?.status === 401 || last?.status === 403) return;
  }
}

function has(session: MirrorSession, wanted: Requirement): boolean {
  return (pageOf(session, wanted)?.files.length ?? 0) > 0;
}

function pageOf(session: MirrorSession, { project }: Requirement): IndexPage | null {
  return session.observation().projects.find((seen) => seen.project === project)?.page ?? null;
}
