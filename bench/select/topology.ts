/** Random networks from a seed: what the candidates of one run are like. */

export const KINDS = ['healthy', 'black-hole', 'expired', 'blocks-pip', 'lacks-files'] as const;
export type Kind = (typeof KINDS)[number];

export interface MirrorSpec {
  readonly name: string;
  readonly kind: Kind;
  readonly rttMs: number;
  readonly bytesPerSecond: number;
}

export interface Topology {
  readonly seed: number;
  /** In the order in which a user would list them. */
  readonly mirrors: readonly MirrorSpec[];
}

const SHARES: Readonly<Record<Kind, number>> = {
  healthy: 6,
  'black-hole': 3,
  expired: 1,
  'blocks-pip': 1,
  'lacks-files': 1,
};
const RTT_MS = [5, 300] as const;
const BYTES_PER_SECOND = [0.2e6, 60e6] as const;

/** Twelve candidates; round trips and rates are spread evenly over their orders of magnitude, apart from each other. */
export function topologyOf(seed: number): Topology {
  const random = randomFrom(seed);
  const between = ([low, high]: readonly [number, number]): number => low * (high / low) ** random();
  const kinds = KINDS.flatMap((kind) => Array.from({ length: SHARES[kind] }, () => kind));
  const order = kinds.map((kind) => ({ kind, at: random() })).sort((a, b) => a.at - b.at);
  return {
    seed,
    mirrors: order.map(({ kind }, index) => ({
      name: `m${index + 1}`,
      kind,
      rttMs: Math.round(between(RTT_MS) * 10) / 10,
      bytesPerSecond: Math.round(between(BYTES_PER_SECOND)),
    })),
  };
}

/** Mulberry32: small, even, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
