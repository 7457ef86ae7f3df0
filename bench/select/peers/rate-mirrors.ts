/**
 * rate-mirrors (`src/speed_test.rs`): each is streamed until 300 ms and 70 000 bytes have come and the rates of the
 * last 40 pieces vary by at most 6.25 %, or for 1 s; connection and headers may take 8 s; 16 at once. The five fastest
 * are tested again, one at a time, and that order counts. No status is looked at.
 */
import type { Got } from '../curl.ts';
import type { Peer, PeerCandidate, PeerTools } from '../peer.ts';

const CONNECT_MS = 8_000;
const MOST_MS = 1_000;
const LEAST_MS = 300;
const LEAST_BYTES = 70_000;
const PIECES = 40;
const STEADY = 0.0625;
const AT_A_TIME = 16;
const AGAIN = 5;

export const rateMirrors: Peer = {
  name: 'rate-mirrors',
  measuresThroughput: true,
  async choose(candidates, tools) {
    const queue = [...candidates];
    const screened: Tested[] = [];
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) screened.push(await test(next, tools));
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    tools.watch.countUntil(Math.max(...screened.map(({ got }) => got.countedMs)));
    const fastest = ranked(screened).slice(0, AGAIN);
    const again: Tested[] = [];
    for (const { candidate } of fastest) again.push(await test(candidate, tools));
    const [best] = ranked(again);
    return best === undefined ? null : { name: best.candidate.name, trustsHost: false };
  },
};

interface Tested {
  readonly candidate: PeerCandidate;
  readonly got: Got;
  /** null: too little came. */
  readonly speed: number | null;
}

const ranked = (tested: readonly Tested[]): Tested[] =>
  tested.filter(({ speed }) => speed !== null).sort((a, b) => (b.speed ?? 0) - (a.speed ?? 0));

async function test(candidate: PeerCandidate, { curl }: PeerTools): Promise<Tested> {
  const rates: number[] = [];
  let before = { bytes: 0, ms: 0 };
  let last = before;
  const got = await curl({
    url: candidate.wheelUrl,
    userAgent: 'rate-mirrors/0.31',
    maxMs: CONNECT_MS,
    whole: true,
    enough: (bytes, ms) => {
      if (ms > before.ms) rates.push((bytes - before.bytes) / (ms - before.ms));
      before = { bytes, ms };
      last = before;
      if (ms >= MOST_MS) return true;
      return ms >= LEAST_MS && bytes >= LEAST_BYTES && isSteady(rates.slice(-PIECES));
    },
  });
  const enough = last.bytes >= LEAST_BYTES && last.ms > 0;
  return { candidate, got, speed: enough ? last.bytes / last.ms : null };
}

function isSteady(rates: readonly number[]): boolean {
  if (rates.length < PIECES) return false;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length;
  return Math.sqrt(variance) / mean <= STEADY;
}
