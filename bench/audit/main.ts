/**
 * `npm run bench:audit`: an audit of a thousand hosts beside blackbox_exporter at the same concurrency and beside
 * openssl s_client in a loop. Prints a table; ends with 1 where ours is not within its promises.
 *
 *   npm run bench:audit -- --hosts 1000 --holes 50 --rtt 30 --repeat 3
 */
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs, promisify } from 'node:util';
import { type Exporter, startExporter } from './exporter.ts';
import type { BenchHost } from './hosts.ts';

const run = promisify(execFile);

const { values } = parseArgs({
  options: {
    hosts: { type: 'string', default: '1000' },
    holes: { type: 'string', default: '50' },
    rtt: { type: 'string', default: '30' },
    repeat: { type: 'string', default: '3' },
  },
});
/** Sockets that an audit holds at once (src/platform/socket-limit.ts). */
const AT_ONCE = 128;
const TIMEOUT_SECONDS = 5;
const MOST_TIMES_EXPORTER = 1.2;
const MOST_KB_A_HOST = 50;
const LEAST_JUDGED = 500;
/**
 * Memory is compared with audits of so many times the hosts. V8's young generation grows with time and not with hosts,
 * up to some 110 MB: the first step has that in it, the whole way has it once.
 */
const MEMORY_TIMES = [3, 6] as const;
/** A loop takes minutes for a thousand: it asks so many, and the rest is reckoned. */
const LOOP_HOSTS = 60;

interface Ours {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly maxRssKb: number;
  readonly heldKb: number;
  readonly usable: number;
}

const served = String(Number(values.hosts) * Math.max(...MEMORY_TIMES));
const server = spawn(
  process.execPath,
  [resolve(import.meta.dirname, 'serve.ts'), values.hosts, served, values.holes, values.rtt],
  {
    stdio: ['pipe', 'pipe', 'inherit'],
  },
);
const [line] = await new Promise<string[]>((settle) => {
  createInterface({ input: server.stdout }).once('line', (text) => settle([text]));
});
const { folder, rootPem } = JSON.parse(line ?? '{}') as { folder: string; rootPem: string };
/** The first ones are compared; the rest are for the growth of memory. */
const everything = JSON.parse(readFileSync(join(folder, 'hosts.json'), 'utf8')) as BenchHost[];
const hosts = everything.slice(0, Number(values.hosts));
let failed = false;
try {
  await compare();
} finally {
  server.stdin.end();
}
process.exitCode = failed ? 1 : 0;

async function compare(): Promise<void> {
  const alive = hosts.filter(({ dead }) => !dead).length;
  console.log(
    `${hosts.length} hosts, ${hosts.length - alive} black holes, ${values.rtt} ms round trip, ${AT_ONCE} at once\n`,
  );
  const times: { ours: number; exporter: number }[] = [];
  const exporter = await startExporter(folder, rootPem, TIMEOUT_SECONDS);
  let last: Ours | null = null;
  try {
    // In turns, so that whatever else this machine does meets both.
    for (let round = 0; round < Number(values.repeat); round++) {
      last = await ours(hosts.length);
      const theirs = await sweep(exporter);
      if (last.usable !== alive || theirs.usable !== alive)
        throw new Error(`usable: ${last.usable}, ${theirs.usable}, not ${alive}`);
      times.push({ ours: last.seconds, exporter: theirs.seconds });
      console.log(`round ${round + 1}: ours ${last.seconds.toFixed(2)} s, exporter ${theirs.seconds.toFixed(2)} s`);
    }
    const loop = await opensslLoop();
    const grown: Grown[] = [{ count: hosts.length, run: last as Ours }];
    for (const factor of MEMORY_TIMES) {
      const count = hosts.length * factor;
      grown.push({ count, run: await ours(count) });
    }
    report(times, grown, exporter, loop);
  } finally {
    await exporter.close();
  }
}

function report(
  times: readonly { ours: number; exporter: number }[],
  grown: readonly Grown[],
  exporter: Exporter,
  loopSeconds: number,
): void {
  const ratio = median(times.map(({ ours: mine, exporter: theirs }) => mine / theirs));
  const whole = grown[0]?.run;
  const perHost = growthOf(grown[0], grown.at(-1), 'maxRssKb');
  const row = (name: string, seconds: number, memory: string) =>
    console.log(`${name.padEnd(36)} ${seconds.toFixed(2).padStart(9)} s   ${memory}`);
  const peak = (kb: number) => `peak ${(kb / 1024).toFixed(0)} MiB`;
  console.log('');
  row('pip-mirror-select, audit', median(times.map((time) => time.ours)), peak(whole?.maxRssKb ?? 0));
  row('blackbox_exporter', median(times.map((time) => time.exporter)), peak(exporter.maxRssKb()));
  row(`openssl s_client loop (from ${LOOP_HOSTS})`, loopSeconds, 'one process a host');
  console.log(`\nours / exporter: ${ratio.toFixed(2)} (promised: at most ${MOST_TIMES_EXPORTER})`);
  console.log(
    `\n${'hosts'.padStart(7)} ${'time'.padStart(9)} ${'peak'.padStart(9)} ${'a host more'.padStart(14)} ${'held'.padStart(9)}`,
  );
  for (const [index, { count, run: one }] of grown.entries()) {
    const step = index === 0 ? '' : `${growthOf(grown[index - 1], grown[index], 'maxRssKb').toFixed(1)} KB`;
    const held = index === 0 ? '' : `${growthOf(grown[index - 1], grown[index], 'heldKb').toFixed(1)} KB`;
    console.log(
      `${String(count).padStart(7)} ${one.seconds.toFixed(2).padStart(7)} s ${(one.maxRssKb / 1024).toFixed(0).padStart(5)} MiB ${step.padStart(14)} ${held.padStart(9)}`,
    );
  }
  console.log(`peak memory over all of them: ${perHost.toFixed(1)} KB a host (promised: at most ${MOST_KB_A_HOST})`);
  // V8's own start-up weighs more than a few hosts do.
  if (hosts.length < LEAST_JUDGED) console.log(`fewer than ${LEAST_JUDGED} hosts: a trial, nothing is judged`);
  failed = hosts.length >= LEAST_JUDGED && (ratio > MOST_TIMES_EXPORTER || perHost > MOST_KB_A_HOST);
}

interface Grown {
  readonly count: number;
  readonly run: Ours;
}

/** Kilobytes for each host that came. */
function growthOf(from: Grown | undefined, to: Grown | undefined, what: 'maxRssKb' | 'heldKb'): number {
  if (from === undefined || to === undefined) return Number.NaN;
  return (to.run[what] - from.run[what]) / (to.count - from.count);
}

async function ours(count: number): Promise<Ours> {
  const names = resolve(import.meta.dirname, 'names.mjs');
  const args = ['--expose-gc', '--import', names, resolve(import.meta.dirname, 'ours.ts'), folder, String(count)];
  // Nothing of this machine's own pip settings or proxies.
  const env = { PATH: process.env.PATH, HOME: folder, PIP_CONFIG_FILE: '/dev/null', PIP_CERT: rootPem };
  const { stdout } = await run(process.execPath, args, { env });
  return JSON.parse(stdout);
}

/** All hosts through the exporter, as many at once as an audit asks. */
async function sweep(exporter: Exporter): Promise<{ seconds: number; usable: number }> {
  const startedAt = performance.now();
  let next = 0;
  let usable = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < hosts.length; at = next++) {
      const { name, address, port } = hosts[at] as BenchHost;
      const metrics = await exporter.probe('verified', `https://${address}:${port}/simple/six/`, name);
      if (/^probe_success 1$/m.test(metrics)) usable += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { seconds: (performance.now() - startedAt) / 1000, usable };
}

/** One s_client after the other, as the common shell recipe has it; reckoned for all hosts. */
async function opensslLoop(): Promise<number> {
  const alive = hosts.filter(({ dead }) => !dead);
  const dead = hosts.filter((host) => host.dead);
  const deadShare = dead.length / hosts.length;
  const asked = [
    ...alive.slice(0, Math.round(LOOP_HOSTS * (1 - deadShare))),
    ...dead.slice(0, Math.round(LOOP_HOSTS * deadShare)),
  ];
  const startedAt = performance.now();
  for (const { name, address, port } of asked) {
    const script = `timeout ${TIMEOUT_SECONDS} openssl s_client -connect ${address}:${port} -servername ${name} -CAfile "$1" </dev/null 2>/dev/null | openssl x509 -noout -enddate 2>/dev/null; true`;
    await run('sh', ['-c', script, 'sh', rootPem]);
  }
  return ((performance.now() - startedAt) / 1000 / asked.length) * hosts.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
