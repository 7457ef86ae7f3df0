/** A real server as a child process: started, waited for, stopped. */
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import type { Environment } from '../lab/environment.ts';

export interface Server {
  readonly port: number;
  /** What it wrote so far, both streams. */
  log(): string;
  stop(): Promise<void>;
}

export interface ServerSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Environment;
  readonly port: number;
  readonly cwd?: string;
}

/** A port of the loopback address that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

/** Resolves when the port accepts connections; throws with the server's own words where it never does. */
export async function startServer({ command, args, env, port, cwd }: ServerSpec): Promise<Server> {
  const child = spawn(command, args, { env: { ...env }, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let failed: string | null = null;
  child.once('error', (error) => {
    failed = error.message;
  });
  child.once('exit', (code) => {
    failed ??= `ended with ${code}`;
  });
  const stop = async (): Promise<void> => {
    if (failed === null) child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
  };
  for (let tries = 0; failed === null && tries < 300; tries += 1) {
    if (await accepts(port)) return { port, log: () => output.join(''), stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${command}: ${failed ?? 'does not listen'}\n${output.join('')}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
