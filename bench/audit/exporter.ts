/** blackbox_exporter as a daemon, driven at a given concurrency: what a Prometheus would have it do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { goTool } from '../../scripts/outside-tools.ts';

export interface Exporter {
  /** The metrics of one probe of `target`, a URL; `hostname` is asked for in its place where given. */
  readonly probe: (module: 'verified' | 'insecure', target: string, hostname?: string) => Promise<string>;
  /** Peak resident memory, kilobytes. */
  readonly maxRssKb: () => number;
  readonly close: () => Promise<void>;
}

/** `timeoutSeconds` bounds a probe as the action's `timeout` does; `headers` are sent with each request. */
export async function startExporter(
  folder: string,
  rootPem: string,
  timeoutSeconds: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Exporter> {
  const module = (insecure: boolean) => ({
    prober: 'http',
    timeout: `${timeoutSeconds}s`,
    http: {
      headers,
      preferred_ip_protocol: 'ip4',
      tls_config: insecure ? { insecure_skip_verify: true } : { ca_file: rootPem },
    },
  });
  const config = join(folder, 'blackbox.yml');
  writeFileSync(config, JSON.stringify({ modules: { verified: module(false), insecure: module(true) } }));
  const port = await freePort();
  const child = spawn(
    await goTool('blackbox_exporter'),
    [`--config.file=${config}`, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error', '--timeout-offset=0'],
    { stdio: 'ignore', env: { PATH: process.env.PATH } },
  );
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const ask = (path: string) => read(`http://127.0.0.1:${port}${path}`, agent);
  await ready(() => ask('/-/healthy'));
  return {
    probe: (name, target, hostname) => {
      const query = new URLSearchParams({ module: name, target, ...(hostname === undefined ? {} : { hostname }) });
      return ask(`/probe?${query}`);
    },
    maxRssKb: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0),
    close: async () => {
      agent.destroy();
      await ended(child);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function read(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(Buffer.concat(chunks).toString('utf8'));
    }).on('error', reject);
  });
}

async function ready(look: () => Promise<string>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await look();
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
