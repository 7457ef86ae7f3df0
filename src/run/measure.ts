/** Throughput of the best few, one at a time, in ranges no larger than needed to tell them apart. */
import { expectedMs, type InstallCost } from '../decide/rank.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Field, type Standing, sessionOf } from './field.ts';
import { POLITENESS } from './politeness.ts';

/** More than this many are never measured: beyond the best few the order hardly changes. */
const FINALISTS = 4;

/** A mirror this much slower by the survey's own figures will not come first by better ones. */
const OUT_OF_REACH = 2.5;

/** What one sample may take: long enough to be telling, short against the install. */
const SAMPLE_MS = 100;
const SMALLEST_SAMPLE = 64 * 1024;

/** Those worth measuring, best first; none when one stands alone. */
export function finalistsOf(verdicts: readonly Verdict[], cost: InstallCost): Verdict[] {
  const known = verdicts
    .filter((verdict) => verdict.usable)
    .map((verdict) => ({ verdict, expected: expectedMs(verdict, cost) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.expected - b.expected);
  const best = known[0]?.expected ?? 0;
  const near = known.filter(({ expected }) => expected <= best * OUT_OF_REACH).slice(0, FINALISTS);
  return near.length < 2 ? [] : near.map(({ verdict }) => verdict);
}

/** Adds one sample to each finalist's observation, one after the other. */
export async function measure(field: Field, standing: Standing): Promise<void> {
  for (const verdict of finalistsOf(standing.verdicts, standing.cost)) {
    const session = sessionOf(field, verdict.candidate);
    const file = session?.observation().file ?? null;
    if (session === undefined || file === null) continue;
    const rate = verdict.throughput?.bytesPerSecond ?? 0;
    const telling = Math.round((rate * SAMPLE_MS) / 1000);
    const bytes = Math.min(POLITENESS.bytesPerRequest, Math.max(SMALLEST_SAMPLE, telling));
    // A file that ended within the gate's range has nothing more to give: its beginning is asked for again.
    const offset = file.sha256 === null ? (file.exchanges.at(-1)?.bodyBytes ?? 0) : 0;
    await session.sample(file.link, offset, bytes, SAMPLE_MS);
  }
}
