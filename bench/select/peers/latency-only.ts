/** nrm's rule (`actions.js onTest`): one request each, all at once, 5 s; the first complete `ok` header block wins. */
import type { Peer } from '../peer.ts';

const LIMIT_MS = 5_000;

export const latencyOnly: Peer = {
  name: 'latency only (nrm)',
  measuresThroughput: false,
  async choose(candidates, { curl, watch }) {
    const asked = await Promise.all(
      candidates.map(async ({ name, indexUrl }) => ({
        name,
        got: await curl({ url: `${indexUrl}bigwheel/`, userAgent: 'node', maxMs: LIMIT_MS }),
      })),
    );
    watch.countUntil(Math.max(...asked.map(({ got }) => got.countedMs)));
    const ok = asked.filter(({ got }) => got.status >= 200 && got.status < 300);
    const [best] = ok.sort((a, b) => a.got.headersMs - b.got.headersMs);
    return best === undefined ? null : { name: best.name, trustsHost: false };
  },
};
