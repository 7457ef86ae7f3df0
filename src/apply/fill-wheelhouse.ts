/** Fills a folder with real `pip download` runs, through the variables of the decision. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PipFacts } from '../model/pip-facts.ts';
import type { DownloadRun } from '../plan/download.ts';
import { runProcess } from '../platform/process.ts';
import { requirementLines } from './confirm-wheelhouse.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Filling {
  readonly pip: PipFacts;
  /** The job's own environment with the decision's variables over it: PIP_PLATFORM and its kin stay in force. */
  readonly env: Environment;
  readonly workspace: string;
  readonly temp: string;
  readonly folder: string;
  readonly constraints: readonly string[];
  readonly timeoutMs: number;
  /** Called with each file name that pip begins to fetch or has at hand, with its size as pip writes it. */
  readonly onFile: (filename: string, size: string) => void;
}

export interface FailedRun {
  readonly source: string;
  /** pip's last words: hostile text. */
  readonly detail: string;
}

/** Settings of the job that would keep pip from the mirror, or the files from the folder. */
const IN_THE_WAY = ['PIP_NO_INDEX', 'PIP_FIND_LINKS', 'PIP_DEST', 'PIP_REQUIREMENT', 'PIP_QUIET', 'PIP_LOG'];

/** Runs them one after the other; what one could not get does not stop the next. Never throws. */
export async function fillWheelhouse(runs: readonly DownloadRun[], filling: Filling): Promise<FailedRun[]> {
  await mkdir(filling.folder, { recursive: true });
  const scratch = await mkdtemp(join(filling.temp, 'pip-download-'));
  const failed: FailedRun[] = [];
  try {
    for (const run of runs) {
      const detail = await download(run, filling, scratch);
      if (detail !== null) failed.push({ source: run.source, detail });
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return failed;
}

/** pip's last words; null when everything came. */
async function download(run: DownloadRun, filling: Filling, scratch: string): Promise<string | null> {
  let file = run.source;
  if (run.kind === 'requirements') {
    file = join(scratch, 'requirements.txt');
    await writeFile(file, requirementLines(run.requirements));
  }
  const env: Record<string, string | undefined> = { ...filling.env };
  for (const name of IN_THE_WAY) delete env[name];
  const result = await runProcess(
    filling.pip.executable,
    [
      ...['-m', 'pip', 'download', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off'],
      ...['--prefer-binary', '--dest', filling.folder, '-r', file],
      ...filling.constraints.flatMap((constraint) => ['-c', constraint]),
    ],
    {
      env,
      cwd: filling.workspace,
      timeoutMs: filling.timeoutMs,
      onLine: (line) => {
        const started = /^\s*(?:Downloading|Using cached) (\S+)(?: \(([^)]*)\))?/.exec(line);
        const filename = started?.[1]?.split('/').at(-1) ?? '';
        // Metadata (PEP 658) is fetched before the file itself.
        if (filename !== '' && !filename.endsWith('.metadata')) filling.onFile(filename, started?.[2] ?? '');
      },
    },
  );
  if (result.code === 0) return null;
  if (!result.started) return 'pip could not be started';
  if (result.timedOut) return 'pip did not end in time';
  const lines = result.stderr.split(/\r?\n/).filter((line) => /^(ERROR|error)/.test(line));
  return lines.slice(-2).join(' ').slice(0, 600);
}
