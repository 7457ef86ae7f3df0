/** Asks the job's pip about a choice, at most once for each set of variables, also ahead of the final decision. */
import { type Confirmation, confirmWithPip } from '../apply/confirm.ts';
import type { Variables } from '../model/decision.ts';
import type { FileLink } from '../model/observation.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import type { Environment } from './prepare.ts';

/** A larger file is no "small file": nothing is confirmed through it. */
const SMALL_FILE = 2 * 1024 * 1024;

export interface PipConfirmer {
  /** Null: there is no pip to ask, or nothing small to fetch. */
  ask(variables: Variables, link: FileLink | null): Promise<Confirmation | null>;
  /** Ends questions whose answers are not needed any more. */
  close(): void;
}

export function createPipConfirmer(plan: Plan, pip: PipFacts | null, env: Environment): PipConfirmer {
  const answers = new Map<string, Promise<Confirmation>>();
  const ended = new AbortController();
  return {
    async ask(variables, link) {
      const specifier = link === null || (link.size ?? 0) > SMALL_FILE ? null : specifierOf(link.filename);
      if (!plan.inputs.confirm || pip === null || specifier === null) return null;
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

/** `project==version` of a wheel or source archive. */
function specifierOf(filename: string): string | null {
  const [, project, version] =
    /^([A-Za-z0-9_.]+)-([^-]+)-.*\.whl$/.exec(filename) ?? /^(.+)-([^-]+?)\.(?:tar\.\w+|zip)$/.exec(filename) ?? [];
  return project === undefined || version === undefined ? null : `${project}==${version}`;
}
