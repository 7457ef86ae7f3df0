/** What a pick is worth: the machine's real pip downloads the job's wheel through it. */
import { rmSync } from 'node:fs';
import type { Lab } from '../../__tests__/lab/lab.ts';
import { runPip } from '../../__tests__/lab/run-pip.ts';
import type { Candidate } from './network.ts';

export interface Truth {
  readonly works: boolean;
  /** From pip's first connection to its end; infinite where it failed or was given up. */
  readonly ms: number;
  /** Given up: slower than `GIVE_UP` times the best, which is all that is known. */
  readonly givenUp: boolean;
}

/** Nobody cares how much worse than this a mirror is. */
export const GIVE_UP = 2;

/** pip's own work before it connects and Python's start, at most. */
const START_MS = 3_000;

/** A download of this length is not repeated: what a busy machine adds is lost in it. */
const LONG_MS = 2_500;

const FAILED: Truth = { works: false, ms: Number.POSITIVE_INFINITY, givenUp: false };

/** Downloads through one mirror; killed after `limitMs` of network time. */
async function download(lab: Lab, candidate: Candidate, packages: string, limitMs: number): Promise<Truth> {
  const { mirror, indexUrl } = candidate;
  if (mirror === null) return FAILED;
  const folder = lab.temporary('truth');
  const before = mirror.connections.length;
  const options = ['--no-deps', '--no-cache-dir', '--retries', '0', '--progress-bar', 'off'];
  const startedAt = Date.now();
  const ran = await runPip({
    args: ['download', ...options, '--dest', folder, packages],
    env: lab.environment({ PIP_INDEX_URL: indexUrl }),
    timeoutMs: START_MS + limitMs,
  });
  const ms = startedAt + ran.durationMs - (mirror.connections[before]?.at ?? startedAt);
  rmSync(folder, { recursive: true, force: true });
  if (ran.signal !== null) return { works: true, ms: Number.POSITIVE_INFINITY, givenUp: true };
  return ran.exitCode === 0 ? { works: true, ms, givenUp: false } : FAILED;
}

/** Milliseconds that the link itself takes for the wheel: nobody is faster. */
export function linkMs({ spec }: Candidate, wheelBytes: number): number {
  return (wheelBytes / spec.bytesPerSecond) * 1000 + 4 * spec.rttMs;
}

/**
 * Truth of the mirrors that can matter, measured one at a time: those that work and whose link could come within
 * `GIVE_UP` of the best, and all that somebody picked. The nearest are measured `repeat` times and the best run counts.
 */
export async function measureTruth(
  lab: Lab,
  candidates: readonly Candidate[],
  picked: ReadonlySet<string>,
  job: { readonly packages: string; readonly wheelBytes: number; readonly repeat: number },
): Promise<ReadonlyMap<string, Truth>> {
  const truths = new Map<string, Truth>();
  const order = [...candidates].sort((a, b) => linkMs(a, job.wheelBytes) - linkMs(b, job.wheelBytes));
  let best = Number.POSITIVE_INFINITY;
  for (const candidate of order) {
    const { name, kind } = candidate.spec;
    const matters = kind === 'healthy' || picked.has(name);
    if (!matters) continue;
    const least = linkMs(candidate, job.wheelBytes);
    if (kind === 'healthy' && least > best * GIVE_UP) {
      truths.set(name, { works: true, ms: Number.POSITIVE_INFINITY, givenUp: true });
      continue;
    }
    const limit = Number.isFinite(best) ? best * GIVE_UP : 180_000;
    const runs: Truth[] = [];
    const times = least < best * 1.5 && least < LONG_MS ? job.repeat : 1;
    for (let run = 0; run < times; run++) runs.push(await download(lab, candidate, job.packages, limit));
    const truth = runs.reduce((a, b) => (b.ms < a.ms ? b : a));
    truths.set(name, runs.some(({ works }) => !works) ? FAILED : truth);
    // A mirror that the checks forbid is not one to be measured against.
    if (kind === 'healthy') best = Math.min(best, truth.ms);
  }
  return truths;
}
