/** Another way to choose a mirror, as people do it today, written down again as faithfully as a page allows. */
import type { CheckEnd } from './check-end.ts';
import type { Curl } from './curl.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface PeerCandidate {
  readonly name: string;
  readonly indexUrl: string;
  /** The file that peers which measure throughput fetch. */
  readonly wheelUrl: string;
}

export interface PeerTools {
  readonly curl: Curl;
  readonly checkEnd: CheckEnd;
  readonly watch: Stopwatch;
}

export interface Pick {
  readonly name: string;
  /** What it exports beside the index. */
  readonly trustsHost: boolean;
}

export interface Peer {
  readonly name: string;
  /** Whether it measures throughput: those are the ones to be five times faster than. */
  readonly measuresThroughput: boolean;
  /** null: it found none. */
  choose(candidates: readonly PeerCandidate[], tools: PeerTools): Promise<Pick | null>;
}
