/** Ours and the peers, run on one network, one after the other. */
import { resolve } from 'node:path';
import type { Lab } from '../../__tests__/lab/lab.ts';
import { makeFolders, runAction } from '../../__tests__/lab/run-action.ts';
import { runProcess } from '../../__tests__/lab/run-process.ts';
import type { Candidate, Network } from './network.ts';
import type { Peer } from './peer.ts';
import type { PeerAnswer, PeerTask } from './peer-process.ts';

export interface Run {
  /** Name of the chosen mirror; null: none. */
  readonly pick: string | null;
  readonly ms: number;
  readonly bytes: number;
}

export interface Ours {
  /** The whole step without pip's confirmation, process start and report in it; the quicker of two, the first's pick. */
  readonly decision: Run;
  /** The same with pip's confirmation. */
  readonly toExport: Run;
  /** The same with the chosen mirror as the only candidate: who knows the answer cannot do with less. */
  readonly floor: Run;
}

/** Relays may still hold bytes for a client that has gone. */
const SETTLE_MS = 50;

async function counted(network: Network, run: () => Promise<{ pick: string | null; ms: number }>): Promise<Run> {
  network.bytes();
  const { pick, ms } = await run();
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  return { pick, ms, bytes: network.bytes() };
}

async function act(lab: Lab, candidates: readonly Candidate[], packages: string, confirm: boolean) {
  const ran = await runAction({
    env: lab.environment(),
    entry: 'bundle',
    folders: makeFolders(lab.temporary('job')),
    inputs: {
      mirrors: candidates.map(({ spec, indexUrl }) => `${spec.name}=${indexUrl}`).join('\n'),
      packages,
      confirm: String(confirm),
      cache: 'off',
      'reuse-minutes': '0',
    },
  });
  return { pick: ran.outputs.mirror || null, ms: ran.durationMs };
}

export async function runOurs(lab: Lab, network: Network, packages: string): Promise<Ours> {
  const { candidates } = network;
  const first = await counted(network, () => act(lab, candidates, packages, false));
  const chosen = candidates.filter(({ spec }) => spec.name === first.pick);
  const floors = [await counted(network, () => act(lab, chosen, packages, false))];
  const second = await counted(network, () => act(lab, candidates, packages, false));
  floors.push(await counted(network, () => act(lab, chosen, packages, false)));
  const decision = { ...first, ms: Math.min(first.ms, second.ms), bytes: Math.max(first.bytes, second.bytes) };
  const floor = quicker(floors);
  const toExport = await counted(network, () => act(lab, candidates, packages, true));
  return { decision, floor, toExport };
}

const quicker = (runs: readonly Run[]): Run => runs.reduce((a, b) => (b.ms < a.ms ? b : a));

export interface Patience {
  /** Waits whose end is certain are sat out instead of counted. */
  readonly patient: boolean;
}

/** A steady link tells its rate within this many milliseconds. */
const WORK_OUT_AFTER_MS = 400;

export async function runPeer(lab: Lab, network: Network, peer: Peer, { patient }: Patience): Promise<Run> {
  const silent = network.candidates.filter(({ mirror }) => mirror === null);
  const task: PeerTask = {
    peer: peer.name,
    candidates: network.candidates.map(({ spec, indexUrl, wheelUrl }) => ({ name: spec.name, indexUrl, wheelUrl })),
    ca: lab.rootPem,
    silent: patient ? [] : silent.map(({ indexUrl }) => new URL(indexUrl).host),
    workOutAfterMs: patient ? null : WORK_OUT_AFTER_MS,
  };
  let worked = 0;
  const run = await counted(network, async () => {
    const program = resolve(import.meta.dirname, 'peer-process.ts');
    const ran = await runProcess(process.execPath, [program, JSON.stringify(task)], {
      env: lab.environment(),
      timeoutMs: 300_000,
    });
    if (ran.exitCode !== 0) throw new Error(`${peer.name}: ${ran.stderr}`);
    const answer = JSON.parse(ran.stdout) as PeerAnswer;
    worked = answer.countedBytes;
    return { pick: answer.pick?.name ?? null, ms: answer.decidedMs };
  });
  return { ...run, bytes: run.bytes + worked };
}
