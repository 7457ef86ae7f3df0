/** Child process: one audit of the hosts, without its start-up; prints its time, memory and what it found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machinePython } from '../../__tests__/lab/environment.ts';
import { readInputs } from '../../src/plan/read-inputs.ts';
import { readRunner } from '../../src/plan/read-runner.ts';
import { judgeEverything } from '../../src/run/audit.ts';
import type { BenchHost } from './hosts.ts';

const [folder = '', most = '1000'] = process.argv.slice(2);
const hosts = (JSON.parse(readFileSync(join(folder, 'hosts.json'), 'utf8')) as BenchHost[]).slice(0, Number(most));
const mirrors = hosts.map(({ name, port }) => `${name}=https://${name}:${port}/simple/`).join('\n');
const given: Record<string, string> = { mode: 'audit', mirrors, timeout: '5', requirements: 'none.txt' };
// No launcher script before it: that is not ours to measure.
given.python = machinePython();
const read = readInputs((name) => given[name], folder);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const runner = readRunner(process.env, process.platform, process.arch);
const startedAt = Date.now();
const cpuBefore = process.cpuUsage();
const outcome = await judgeEverything(
  { inputs: read.inputs, runner, candidates: read.inputs.mirrors },
  process.env,
  startedAt,
);
const seconds = outcome.durationMs / 1000;
const cpu = process.cpuUsage(cpuBefore);
const { maxRSS } = process.resourceUsage();
globalThis.gc?.();
const held = process.memoryUsage();
console.log(
  JSON.stringify({
    seconds,
    maxRssKb: maxRSS,
    // What the outcome and everything beside it weigh.
    heldKb: Math.round((held.heapUsed + held.external) / 1024),
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    usable: outcome.verdicts.filter(({ usable }) => usable).length,
  }),
);
