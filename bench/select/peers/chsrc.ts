/**
 * chsrc (`src/framework/core.c`): one `curl -qsL -o /dev/null -m8` of a big wheel on each mirror, in turn; the highest
 * `%{speed_download}` wins. The status is printed, not used: an error page's speed stays in the race.
 */
import type { Peer } from '../peer.ts';

const LIMIT_MS = 8_000;

export const chsrc: Peer = {
  name: 'chsrc',
  measuresThroughput: true,
  async choose(candidates, { curl, watch }) {
    let best: { name: string; speed: number } | null = null;
    for (const { name, wheelUrl } of candidates) {
      const got = await curl({ url: wheelUrl, userAgent: 'chsrc/0.2.2', maxMs: LIMIT_MS });
      watch.count(got.countedMs);
      const speed = got.bytes / got.totalMs;
      if (best === null || speed > best.speed) best = { name, speed };
    }
    return best === null || best.speed === 0 ? null : { name: best.name, trustsHost: false };
  },
};
