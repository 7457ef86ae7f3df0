/** A peer in a process of its own, so that it does not share a thread with the lab: task on argv, answer on stdout. */
import { readFileSync } from 'node:fs';
import { createCheckEnd } from './check-end.ts';
import { type Curl, createCurl } from './curl.ts';
import type { PeerCandidate, Pick } from './peer.ts';
import { PEERS } from './peers.ts';
import { Stopwatch } from './stopwatch.ts';

export interface PeerTask {
  readonly peer: string;
  readonly candidates: readonly PeerCandidate[];
  /** Path of a PEM file. */
  readonly ca: string;
  /** `host:port` of those that never answer; empty: their limits are sat out. */
  readonly silent: readonly string[];
  readonly workOutAfterMs: number | null;
}

export interface PeerAnswer {
  readonly pick: Pick | null;
  /** From its first packet to its decision; process start is not in it. */
  readonly decidedMs: number;
  /** Bytes that were worked out, not sent. */
  readonly countedBytes: number;
}

const [given] = process.argv.slice(2);
if (given !== undefined) await answer(JSON.parse(given) as PeerTask);

async function answer(task: PeerTask): Promise<void> {
  const silent = new Set(task.silent);
  const ca = readFileSync(task.ca, 'utf8');
  const peer = PEERS.find(({ name }) => name === task.peer);
  if (peer === undefined) throw new Error(`no peer ${task.peer}`);
  const fetch = createCurl({ ca, silent, workOutAfterMs: task.workOutAfterMs });
  let countedBytes = 0;
  const curl: Curl = async (ask) => {
    const got = await fetch(ask);
    countedBytes += got.countedBytes;
    return got;
  };
  const watch = new Stopwatch();
  const pick = await peer.choose(task.candidates, { curl, checkEnd: createCheckEnd(silent), watch });
  const result: PeerAnswer = { pick, decidedMs: watch.elapsedMs, countedBytes };
  process.stdout.write(JSON.stringify(result), () => process.exit());
}
