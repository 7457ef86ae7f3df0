/**
 * fast-apt-mirror.sh: HEAD of all at once within 3 s, then up to ten that answered are sampled two at a time with
 * `curl -f -r 0-1MB --max-time 3`; one sample each, the highest `%{speed_download}` wins.
 */
import type { Peer, PeerCandidate } from '../peer.ts';

const HEAD_MS = 3_000;
const SAMPLE_MS = 3_000;
const SAMPLE_BYTES = 1024 * 1024;
const SAMPLED = 10;
const AT_A_TIME = 2;

export const fastAptMirror: Peer = {
  name: 'fast-apt-mirror',
  measuresThroughput: true,
  async choose(candidates, { curl, watch }) {
    const userAgent = 'curl/8.5.0';
    const heads = await Promise.all(
      candidates.map(async (candidate) => ({
        candidate,
        got: await curl({
          url: `${candidate.indexUrl}bigwheel/`,
          userAgent,
          method: 'HEAD',
          maxMs: HEAD_MS,
        }),
      })),
    );
    watch.countUntil(Math.max(...heads.map(({ got }) => got.countedMs)));
    const alive = heads.filter(({ got }) => got.status === 200).map(({ candidate }) => candidate);
    const queue = alive.slice(0, SAMPLED);
    const speeds: { readonly name: string; readonly speed: number }[] = [];
    const worker = async (): Promise<void> => {
      for (let next: PeerCandidate | undefined = queue.shift(); next !== undefined; next = queue.shift()) {
        const got = await curl({ url: next.wheelUrl, userAgent, range: SAMPLE_BYTES, maxMs: SAMPLE_MS, whole: true });
        if (got.status === 206 || got.status === 200) speeds.push({ name: next.name, speed: got.bytes / got.totalMs });
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    const [best] = speeds.sort((a, b) => b.speed - a.speed);
    return best === undefined ? null : { name: best.name, trustsHost: false };
  },
};
