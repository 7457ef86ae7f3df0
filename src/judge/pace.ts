/** How fast a mirror is, from what was seen of it: time of one request, bytes a second. */
import type { Exchange, Observation, ThroughputSample } from '../model/observation.ts';
import type { Verdict } from '../model/verdict.ts';

/** Asking everybody at once keeps this machine busy: an answer may be read so much later than it came. */
const CROWD_MS = 15;

/** Nothing is read more exactly than this. */
const READ_MS = 2;

/**
 * Milliseconds that a request of pip's takes on average. An install asks for index pages, metadata and files alike: a
 * slow index before fast files is a slow mirror. The least of several times for files is the truest. Null: no answer.
 */
export function latencyOf({ projects, file, metadata, throughput }: Observation): number | null {
  const page = firstByteOf(projects[0]?.exchanges.at(-1));
  if (page === null) return null;
  const samples = throughput.map(({ latencyMs }) => latencyMs ?? null);
  const files = [firstByteOf(file?.exchanges.at(-1)), firstByteOf(metadata?.exchanges.at(-1)), ...samples];
  const known = files.filter((ms) => ms !== null);
  if (known.length === 0) return page;
  const least = Math.min(...known);
  // The page is asked for while the crowd is greatest.
  const pages = Math.max(Math.min(page, least), page - CROWD_MS);
  return (pages + 2 * least) / 3;
}

function firstByteOf(exchange: Exchange | undefined): number | null {
  return exchange === undefined || exchange.failure !== null ? null : exchange.timing.firstByteMs;
}

/**
 * Samples, taken one at a time, count together. Without any, what the file's first range tells: the least that the rate
 * can be, and the most, since its bytes may have waited to be read, together or apart.
 */
export function paceOf(observation: Observation): Pick<Verdict, 'throughput' | 'mostBytesPerSecond'> {
  const { throughput, coarse, file } = observation;
  if (throughput.length > 0) return { throughput: rateOf(throughput) };
  const range = file?.exchanges.at(-1);
  if (coarse === undefined || coarse === null || range === undefined) return { throughput: null };
  const late = Math.max(0, (range.timing.firstByteMs ?? 0) - (latencyOf(observation) ?? 0));
  const whole = { bytes: range.bodyBytes, ms: coarse.ms + late + READ_MS };
  const shortest = Math.max(coarse.ms - CROWD_MS, coarse.ms / 8);
  return { throughput: rateOf([whole]), mostBytesPerSecond: (coarse.bytes / shortest) * 1000 };
}

function rateOf(samples: readonly ThroughputSample[]): Verdict['throughput'] {
  const ms = samples.reduce((sum, sample) => sum + sample.ms, 0);
  const bytes = samples.reduce((sum, sample) => sum + sample.bytes, 0);
  return ms > 0 ? { bytesPerSecond: (bytes / ms) * 1000, bytes } : null;
}
