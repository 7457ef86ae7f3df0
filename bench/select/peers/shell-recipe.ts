/**
 * The recipe that people copy: the first mirror of the list whose certificate passes `timeout 5 openssl s_client … |
 * openssl x509 -checkend 0`, then `PIP_INDEX_URL` and `PIP_TRUSTED_HOST` for it.
 */
import type { Peer } from '../peer.ts';

const LIMIT_MS = 5_000;

export const shellRecipe: Peer = {
  name: 'shell recipe',
  measuresThroughput: false,
  async choose(candidates, { checkEnd, watch }) {
    for (const { name, indexUrl } of candidates) {
      const { valid, countedMs } = await checkEnd(indexUrl, LIMIT_MS);
      watch.count(countedMs);
      if (valid) return { name, trustsHost: true };
    }
    return null;
  },
};
