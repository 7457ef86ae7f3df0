/** Asks the job's pip about a choice, at most once for each set of variables, also ahead of the final decision. */
import { type Confirmation, confirmWithPip } from '../apply/confirm.ts';
import { sizeOf } from '../decide/install-cost.ts';
import { chooseFile } from '../judge/choose-file.ts';
import { DEFAULT_PROBE } from '../judge/requirements.ts';
import type { Variables } from '../model/decision.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import type { Requirement } from '../model/requirement.ts';
import type { MirrorSession } from '../observe/session.ts';
import type { Environment } from './prepare.ts';

/** A larger file is no "small file": nothing is confirmed through it. */
const SMALL_FILE = 2 * 1024 * 1024;

export interface PipConfirmer {
  /** Null: there is no pip to ask, or nothing small to fetch. */
  ask(variables: Variables, session: MirrorSession): Promise<Confirmation | null>;
  /** Ends questions whose answers are not needed any more. */
  close(): void;
}

export function createPipConfirmer(plan: Plan, pip: PipFacts | null, env: Environment): PipConfirmer {
  const answers = new Map<string, Promise<Confirmation>>();
  const ended = new AbortController();
  return {
    async ask(variables, session) {
      if (!plan.inputs.confirm || pip === null) return null;
      const filename = await smallFile(session, plan.inputs.policy === 'internal' ? null : DEFAULT_PROBE, pip);
      const specifier = filename === null ? null : specifierOf(filename);
      if (specifier === null) return null;
      const question = JSON.stringify([specifier, variables]);
      let answer = answers.get(question);
      if (answer === undefined) {
        answer = confirmWithPip({
          executable: pip.executable,
          specifier,
          variables,
          env,
          temp: plan.runner.temp,
          timeoutMs: Math.max(10_000, plan.inputs.timeoutMs * 2),
          signal: ended.signal,
        });
        answers.set(question, answer);
      }
      return answer;
    },
    close: () => ended.abort(),
  };
}

/** The file that was asked for if it is small, else that of the project that any public mirror has. */
async function smallFile(session: MirrorSession, probe: Requirement | null, pip: PipFacts): Promise<string | null> {
  const { file, projects } = session.observation();
  if (file === null) return null;
  if ((sizeOf(file) ?? Number.POSITIVE_INFINITY) <= SMALL_FILE) return file.link.filename;
  if (probe === null) return null;
  const seen = projects.find(({ project }) => project === probe.project) ?? (await session.project(probe.project));
  return seen.page === null ? null : (chooseFile(seen.page, probe, pip)?.link.filename ?? null);
}

/** `project==version` of a wheel or source archive. */
function specifierOf(filename: string): string | null {
  const [, project, version] =
    /^([A-Za-z0-9_.]+)-([^-]+)-.*\.whl$/.exec(filename) ?? /^(.+)-([^-]+?)\.(?:tar\.\w+|zip)$/.exec(filename) ?? [];
  return project === undefined || version === undefined ? null : `${project}==${version}`;
}
