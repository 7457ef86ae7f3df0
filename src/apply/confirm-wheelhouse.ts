/** pip's own word on a wheelhouse: it resolves the job's requirements from it, and installs nothing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PipFacts } from '../model/pip-facts.ts';
import type { JobRequirements, Requirement } from '../model/requirement.ts';
import { runProcess } from '../platform/process.ts';
import type { Confirmation } from './confirm.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface WheelhouseQuestion {
  readonly pip: PipFacts;
  /** As it will be exported: PIP_NO_INDEX, PIP_FIND_LINKS … */
  readonly variables: Environment;
  readonly job: JobRequirements;
  readonly env: Environment;
  readonly temp: string;
  readonly timeoutMs: number;
}

/** Files of the job that are asked for at most: each one is a run of pip. */
const MAX_RUNS = 5;

/** Never throws; null where this pip cannot resolve without installing (before 22.2), or nothing is to be asked. */
export async function confirmWheelhouse(question: WheelhouseQuestion): Promise<Confirmation | null> {
  const { job, pip } = question;
  const [major = 0, minor = 0] = pip.version.split('.').map(Number);
  if (job.requirements.length === 0 || major < 22 || (major === 22 && minor < 2)) return null;
  const groups = Map.groupBy(job.requirements, (requirement) => requirement.source.file);
  const folder = await mkdtemp(join(question.temp, 'pip-offline-'));
  try {
    for (const group of [...groups.values()].slice(0, MAX_RUNS)) {
      const refusal = await ask(question, folder, group);
      if (refusal !== null) return { confirmed: false, detail: refusal };
    }
    return { confirmed: true, detail: '' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** pip's last words; null where it would install. */
async function ask(
  question: WheelhouseQuestion,
  folder: string,
  group: readonly Requirement[],
): Promise<string | null> {
  const requirements = join(folder, 'requirements.txt');
  const constraints = join(folder, 'constraints.txt');
  await writeFile(requirements, requirementLines(group));
  await writeFile(
    constraints,
    question.job.constraints.map(({ project, specifier }) => `${project}${specifier}\n`).join(''),
  );
  const result = await runProcess(
    question.pip.executable,
    [
      ...['-m', 'pip', 'install', '--dry-run', '--ignore-installed', '--disable-pip-version-check', '--no-input'],
      ...['--no-cache-dir', '--progress-bar', 'off', '-r', requirements, '-c', constraints],
    ],
    { env: { ...question.env, ...question.variables }, timeoutMs: question.timeoutMs, maxBytes: 65_536 },
  );
  if (result.code === 0) return null;
  if (result.timedOut) return 'pip did not end in time';
  const lines = result.stderr.split(/\r?\n/).filter((line) => /^(ERROR|error)/.test(line));
  return lines.slice(-2).join(' ').slice(0, 600);
}

/** As a requirements file; hashes only where every line has some, because pip then asks them of all. */
export function requirementLines(group: readonly Requirement[]): string {
  const hashed = group.every(({ hashes }) => Object.keys(hashes).length > 0);
  return group
    .map(({ project, extras, specifier, hashes }) => {
      const options = Object.entries(hashes).flatMap(([algorithm, digests]) =>
        digests.map((digest) => ` --hash=${algorithm}:${digest}`),
      );
      const named = extras.length === 0 ? project : `${project}[${extras.join(',')}]`;
      return `${named}${specifier}${hashed ? options.join('') : ''}\n`;
    })
    .join('');
}
