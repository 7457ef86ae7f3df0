/** Throughput of the best few, one at a time, in ranges no larger than needed to tell them apart. */
import { expectedMs, type InstallCost, leastMs, TIE_BAND_PERCENT } from '../decide/rank.ts';
import type { FileLink } from '../model/observation.ts';
import type { Verdict } from '../model/verdict.ts';
import type { MirrorSession } from '../observe/session.ts';
import { bytesLeft, type Field, type Standing, sessionOf, tellsNoRate } from './field.ts';
import { POLITENESS } from './politeness.ts';

/** More than this many are never measured: beyond the best few the order hardly changes. */
const FINALISTS = 5;

/** What one sample may take: long enough to be telling, short against the install. */
const SAMPLE_MS = 60;
const SMALLEST_SAMPLE = 64 * 1024;

/**
 * The one to be measured next: the most promising of those that may yet come first, or into the band of near-ties.
 * Null when nobody's figure could change who is first. `waiting`: others are still being asked, so that the time is
 * there to know the first one's figure better, which tells how long to wait for them.
 */
export function nextFinalist(verdicts: readonly Verdict[], cost: InstallCost, waiting: boolean): Verdict | null {
  const usable = verdicts
    .filter(({ usable }) => usable)
    .map((verdict) => ({
      verdict,
      expected: mostMs(verdict, cost),
      least: leastMs(verdict, cost) ?? Number.POSITIVE_INFINITY,
    }));
  if (usable.filter(({ verdict }) => isMeasured(verdict)).length >= FINALISTS) return null;
  const best = Math.min(...usable.map(({ expected }) => expected));
  const limit = best * (1 + TIE_BAND_PERCENT / 100);
  // The install waits for a rival's sample, too: one round trip more.
  const rivals = usable.filter(
    ({ verdict, expected, least }) => expected === best || least + (isMeasured(verdict) ? 0 : waitFor(verdict)) < limit,
  );
  if (rivals.length < 2 && !waiting) return null;
  // Where nothing is to be sent, because earlier runs kept it, no rate changes anything.
  const open = rivals.filter(({ verdict, expected, least }) => !isMeasured(verdict) && least < expected);
  const [next] = open.sort((a, b) => a.least - b.least);
  return next?.verdict ?? null;
}

/** Of whom no rate is known yet, nothing can be expected. */
function mostMs(verdict: Verdict, cost: InstallCost): number {
  return verdict.throughput === null && !isMeasured(verdict)
    ? Number.POSITIVE_INFINITY
    : (expectedMs(verdict, cost) ?? Number.POSITIVE_INFINITY);
}

function waitFor({ latencyMs }: Verdict): number {
  return latencyMs ?? 0;
}

/** The rate is known from samples, or there is nothing to take samples of. */
export function isMeasured({ mostBytesPerSecond }: Verdict): boolean {
  return mostBytesPerSecond === undefined;
}

/** The next to be measured; who was asked for a sample and gave none is not asked again. */
export function finalistOf(field: Field, { verdicts, cost }: Standing): Verdict | null {
  const open = verdicts.filter((verdict) => isMeasured(verdict) || !field.sampled.has(verdict.candidate));
  return nextFinalist(open, cost, field.surveyed.size < field.sessions.length);
}

/** Adds one sample to the finalist's observation. */
export async function measure(field: Field, { cost }: Standing, finalist: Verdict): Promise<void> {
  field.sampled.add(finalist.candidate);
  const session = sessionOf(field, finalist.candidate);
  const file = session?.observation().file ?? null;
  if (session === undefined || file === null) return;
  const small = tellsNoRate(session.observation(), finalist, cost);
  const link = small ? await largerFile(field, session) : file.link;
  if (link === null) return;
  const telling = Math.round(((finalist.mostBytesPerSecond ?? 0) * SAMPLE_MS) / 1000);
  const bytes = Math.min(POLITENESS.bytesPerRequest, Math.max(SMALLEST_SAMPLE, telling), bytesLeft(field));
  if (bytes < SMALLEST_SAMPLE) return;
  // A file that ended within the gate's range has nothing more to give: its beginning is asked for again.
  const offset = small || file.sha256 !== null ? 0 : (file.exchanges.at(-1)?.bodyBytes ?? 0);
  await session.sample(link, offset, bytes, SAMPLE_MS * 2);
}

async function largerFile({ rateProbe }: Field, session: MirrorSession): Promise<FileLink | null> {
  if (rateProbe === null) return null;
  const { page } = await session.project(rateProbe.project);
  return page === null ? null : rateProbe.choose(page);
}
