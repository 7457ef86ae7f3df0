/** One row of the fault matrix: the action between a faulty and a healthy mirror, then the machine's real pip. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../../__tests__/lab/lab.ts';
import type { Mirror } from '../../__tests__/lab/mirror.ts';
import { type ActionResult, runAction } from '../../__tests__/lab/run-action.ts';
import { runPip } from '../../__tests__/lab/run-pip.ts';
import type { Report } from '../../src/model/report.ts';
import type { MatrixRow } from './rows.ts';

export interface MatrixResult {
  readonly row: MatrixRow;
  /** Why the faulty mirror was refused; empty where it was found usable. */
  readonly reasons: readonly string[];
  readonly chosen: string;
  /** Whether the decision waited until the faulty mirror's fault was known. */
  readonly waited: boolean;
  /** Milliseconds of the whole step beside a healthy mirror, and without one (null: not tried). */
  readonly stepMs: number;
  readonly aloneMs: number | null;
  /** The most memory that a step held. */
  readonly peakMiB: number;
  /** What must hold and does not; empty is a pass. */
  readonly broken: readonly string[];
}

export interface MatrixSurroundings {
  readonly lab: Lab;
  readonly good: Mirror;
  readonly other: Mirror;
  readonly plain: Mirror;
  /** 'source' or 'bundle'. */
  readonly entry: string;
  readonly timeoutSeconds: number;
  /** The interpreter whose pip is asked and installs. */
  readonly python: string;
  /** Milliseconds that a step may take beyond the time-out; infinite where the machine's pace must not count. */
  readonly graceMs: number;
}

const MOST_MIB = 150;

/** Notes the most memory that a process held; loaded into the action's process before its own code. */
const MEMORY_HOOK = `data:text/javascript,${encodeURIComponent(
  // ru_maxrss begins with what the parent held; VmHWM is this process's own.
  `import { readFileSync, writeFileSync } from 'node:fs';
   const ownPeak = () => {
     try { return /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]; }
     catch { return String(process.resourceUsage().maxRSS); }
   };
   process.on('exit', () => writeFileSync(process.env.LAB_MEMORY_FILE, ownPeak()));`,
)}`;

export async function surroundings(
  lab: Lab,
  how: Pick<MatrixSurroundings, 'entry' | 'timeoutSeconds' | 'graceMs'> & { readonly python?: string | undefined },
): Promise<MatrixSurroundings> {
  // The healthy one is the slower one: a faulty mirror that is taken for healthy would be chosen.
  const good = await lab.mirror({ host: 'good.test', link: { rttMs: 12, bytesPerSecond: 10e6 } });
  const other = await lab.mirror({ host: 'other.test' });
  const plain = await lab.mirror({ host: 'plain.test', scheme: 'http' });
  return { lab, good, other, plain, ...how, python: how.python ?? lab.python };
}

export async function runRow(row: MatrixRow, around: MatrixSurroundings): Promise<MatrixResult> {
  const { lab, good, other, plain, python } = around;
  const bad = await row.start(lab, other, plain);
  const choice = await step(`bad=${bad.indexUrl}\ngood=${good.indexUrl}`, around);
  const served = good.files().length;
  const pip = await runPip({
    args: ['install', '--no-cache-dir', '--target', join(lab.temporary('site'), 'six'), 'six'],
    python,
    env: choice.run.later,
  });
  const fromGood = good.files().length > served;
  // One that was not waited for is asked alone, to the end of its time.
  const alone = choice.bad?.unasked === true ? await step(`bad=${bad.indexUrl}`, around) : null;
  await bad.close?.();

  const longest = around.timeoutSeconds * 1000 + around.graceMs;
  const stepMs = Math.max(choice.run.durationMs, alone?.run.durationMs ?? 0);
  const peakMiB = Math.max(choice.peakMiB, alone?.peakMiB ?? 0);
  const { run, chosen } = choice;
  const checks: readonly (readonly [boolean, string])[] = [
    [run.exitCode === 0, `the step ended with ${run.exitCode}: ${(run.stderr || run.stdout).slice(-300)}`],
    [row.harmless || chosen === 'good', `chose '${chosen}'`],
    [row.harmless || choice.bad?.usable === false, 'the faulty mirror was called usable'],
    [!row.harmless || choice.bad?.usable === true, `refused a working mirror`],
    [pip.exitCode === 0, `pip failed: ${pip.stderr.slice(-300)}`],
    [row.harmless || fromGood, 'pip was not served by the healthy mirror'],
    [run.env.PIP_TRUSTED_HOST === undefined, 'a trusted host was exported'],
    [alone === null || (alone.run.exitCode === 1 && alone.chosen === ''), `chosen when alone`],
    [alone === null || Object.keys(alone.run.env).length === 0, 'something was exported when alone'],
    [alone === null || (alone.bad?.reasons.length ?? 0) > 0, 'no reason was found when alone'],
    [stepMs <= longest, `took ${Math.round(stepMs)} ms`],
    [peakMiB < MOST_MIB, `held ${Math.round(peakMiB)} MiB`],
  ];
  return {
    row,
    reasons: (alone ?? choice).bad?.reasons ?? [],
    waited: alone === null,
    chosen,
    stepMs: run.durationMs,
    aloneMs: alone?.run.durationMs ?? null,
    peakMiB,
    broken: checks.filter(([holds]) => !holds).map(([, message]) => message),
  };
}

interface Step {
  readonly run: ActionResult;
  readonly chosen: string;
  readonly bad: Report['mirrors'][number] | undefined;
  readonly peakMiB: number;
}

async function step(mirrors: string, { lab, entry, timeoutSeconds, python }: MatrixSurroundings): Promise<Step> {
  const memoryFile = join(lab.temporary('memory'), 'kib');
  const base = lab.environment();
  const run = await runAction({
    env: { ...base, LAB_MEMORY_FILE: memoryFile, NODE_OPTIONS: `${base.NODE_OPTIONS} --import=${MEMORY_HOOK}` },
    entry,
    inputs: { mirrors, python, packages: 'six', timeout: String(timeoutSeconds), cache: 'off', 'reuse-minutes': '0' },
  });
  const report = readReport(run.outputs.report);
  return {
    run,
    chosen: report?.decision?.mirror ?? '',
    bad: report?.mirrors.find(({ name }) => name === 'bad'),
    peakMiB: Number(readFileSync(memoryFile, 'utf8')) / 1024,
  };
}

function readReport(path: string | undefined): Report | null {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8')) as Report;
  } catch {
    return null;
  }
}
