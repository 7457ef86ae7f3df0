/**
 * Ports that never answer a SYN, without root: listening sockets whose accept queue is full.
 * A thread listens and then sleeps in a lock, so nobody ever accepts; the kernel drops every further SYN.
 */
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

export interface BlackHoles {
  /** Ports on 127.0.0.1 (and all of 127.0.0.0/8). */
  readonly ports: readonly number[];
  /** False where this kernel answers all the same: the ports then accept and stay silent. */
  readonly dropsSyn: boolean;
  close(): Promise<void>;
}

const SLEEPER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const net = require('node:net');
  const servers = Array.from({ length: workerData.count }, () => net.createServer());
  let left = servers.length;
  for (const server of servers) server.listen({ port: 0, host: '0.0.0.0', backlog: 1 }, () => {
    left -= 1;
    if (left > 0) return;
    parentPort.postMessage(servers.map((each) => each.address().port));
    setImmediate(() => Atomics.wait(new Int32Array(workerData.lock), 0, 0));
  });
`;

/** More than the queue can hold: backlog 1 keeps two. */
const FILL = 4;
const PROBE_MS = 150;

const opens = (port: number, kept: Socket[]): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => {});
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(false);
    }, PROBE_MS);
    socket.once('connect', () => {
      clearTimeout(timer);
      kept.push(socket);
      socket.unref();
      resolve(true);
    });
  });

export async function digBlackHoles(count: number): Promise<BlackHoles> {
  const lock = new SharedArrayBuffer(4);
  const worker = new Worker(SLEEPER, { eval: true, workerData: { count, lock }, execArgv: [], env: {} });
  const ports = await new Promise<number[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  worker.unref();
  const kept: Socket[] = [];
  const filled = await Promise.all(
    ports.map(async (port) =>
      (await Promise.all(Array.from({ length: FILL }, () => opens(port, kept)))).includes(false),
    ),
  );
  return {
    ports,
    dropsSyn: filled.every(Boolean),
    close: async () => {
      for (const socket of kept) socket.destroy();
      await worker.terminate();
    },
  };
}
