/** One job under `policy: internal`, run by the bundle where there is one, and the real pip of the step after it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Distribution } from '../lab/distribution.ts';
import type { EnvironmentChanges } from '../lab/environment.ts';
import type { Lab } from '../lab/lab.ts';
import { type ActionResult, makeFolders, runAction } from '../lab/run-action.ts';
import { runPip } from '../lab/run-pip.ts';
import type { Ran } from '../lab/run-process.ts';

export interface InternalJob {
  readonly ran: ActionResult;
  readonly reasons: readonly string[];
  /** The log. */
  readonly told: string;
  /** Real pip, with what the action exported. */
  install(...projects: string[]): Promise<Ran>;
}

export async function internalJob(
  lab: Lab,
  inputs: Readonly<Record<string, string>>,
  { requirements = 'six\nlab-app\n', changes = {} }: { requirements?: string; changes?: EnvironmentChanges } = {},
): Promise<InternalJob> {
  const folders = makeFolders(lab.folder);
  writeFileSync(join(folders.workspace, 'requirements.txt'), requirements);
  const ran = await runAction({
    env: lab.environment({ PIP_CERT: undefined, ...changes }),
    folders,
    entry: process.env.TEST_ENTRY ?? 'source',
    inputs: { policy: 'internal', cache: 'off', 'reuse-minutes': '0', 'ca-bundle': lab.rootPem, ...inputs },
  });
  const report = JSON.parse(readFileSync(ran.outputs.report ?? '', 'utf8'));
  return {
    ran,
    reasons: report.mirrors[0].reasons,
    told: ran.stdout,
    install: (...projects) => {
      const args = ['install', '--no-cache-dir', '--target', lab.temporary('site'), ...projects];
      return runPip({ env: ran.later, args });
    },
  };
}

/** What a team uploads to its own index: all of the lab's projects but the one that nobody uploads. */
export function teamFiles(lab: Lab): Distribution[] {
  return lab.projects.filter(({ name }) => name !== 'sampleproject').flatMap(({ files }) => files);
}

/** An index URL with credentials as a workflow writes them, from secrets. */
export function withLogin(url: string, user: string, password: string): string {
  return url.replace('://', `://${encodeURIComponent(user)}:${encodeURIComponent(password)}@`);
}
