/** A topology brought up on the lab. */
import { only } from '../../__tests__/lab/fault.ts';
import { blocksPip } from '../../__tests__/lab/faults/blocked.ts';
import { status } from '../../__tests__/lab/faults/status.ts';
import type { Lab } from '../../__tests__/lab/lab.ts';
import type { Mirror } from '../../__tests__/lab/mirror.ts';
import type { MirrorOptions } from '../../__tests__/lab/mirror-options.ts';
import type { Kind, MirrorSpec, Topology } from './topology.ts';

export interface Candidate {
  readonly spec: MirrorSpec;
  readonly indexUrl: string;
  readonly wheelUrl: string;
  /** null: a black hole. */
  readonly mirror: Mirror | null;
}

export interface Network {
  readonly candidates: readonly Candidate[];
  /** Bytes that reached clients since the last call, TLS and HTTP framing included. */
  bytes(): number;
  close(): Promise<void>;
}

const OPTIONS: Readonly<Record<Kind, MirrorOptions>> = {
  healthy: {},
  'black-hole': {},
  expired: { certificate: { notAfter: -1 } },
  'blocks-pip': { faults: [blocksPip] },
  'lacks-files': { faults: [only({ kind: 'file' }, status(404))] },
};

/** Ports that never answer: dug once for all topologies. */
export type Holes = readonly { readonly origin: string; readonly indexUrl: string }[];

export async function digHoles(lab: Lab, count: number): Promise<Holes> {
  return Promise.all(Array.from({ length: count }, (_, index) => lab.blackHole(`hole${index}.test`)));
}

/** `wheelPath` is the path of the job's wheel below each mirror's root. */
export async function raise(lab: Lab, holes: Holes, { seed, mirrors }: Topology, wheelPath: string): Promise<Network> {
  let dug = 0;
  const candidates: Candidate[] = [];
  for (const spec of mirrors) {
    const { rttMs, bytesPerSecond } = spec;
    const hole = spec.kind === 'black-hole' ? holes[dug++] : undefined;
    const mirror =
      hole === undefined
        ? await lab.mirror({
            ...OPTIONS[spec.kind],
            host: `${spec.name}.seed${seed}.test`,
            link: { rttMs, bytesPerSecond },
          })
        : null;
    const { origin, indexUrl } = hole ?? (mirror as Mirror);
    candidates.push({ spec, indexUrl, wheelUrl: `${origin}${wheelPath}`, mirror });
  }
  let counted = 0;
  return {
    candidates,
    bytes: () => {
      const delivered = candidates.reduce((sum, { mirror }) => sum + (mirror?.link.delivered ?? 0), 0);
      const fresh = delivered - counted;
      counted = delivered;
      return fresh;
    },
    close: async () => {
      await Promise.all(candidates.map(({ mirror }) => mirror?.close()));
    },
  };
}
