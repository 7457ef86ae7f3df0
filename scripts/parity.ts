/**
 * `npm run parity`: is our certificate verdict pip's? Every case against many real pips, and uv beside them.
 *
 *   npm run parity                   all pips whose Python is on this machine
 *   npm run parity -- 24.2 26        only those whose label has one of these in it
 *
 * Prints a table and ends with 1 when we and a pip disagree anywhere.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ParityBench, startBench } from '../__tests__/parity/bench.ts';
import { compareCases, compareTrust, type Row } from '../__tests__/parity/compare.ts';
import { installPips } from '../__tests__/parity/install-pips.ts';
import type { RealPip } from '../__tests__/parity/real-pip.ts';
import { installUv, runUv } from '../__tests__/parity/real-uv.ts';
import { printTable } from '../__tests__/parity/table.ts';

export interface Column {
  readonly label: string;
  readonly rows: readonly Row[];
}

async function column(pip: RealPip, bench: ParityBench): Promise<Column> {
  const started = performance.now();
  const rows = [...(await compareCases(pip, bench.cases)), ...(await compareTrust(pip, bench.trust))];
  const agreed = rows.filter((row) => row.agreed).length;
  console.log(
    `${pip.label}: ${agreed} of ${rows.length} agree, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  return { label: pip.label, rows };
}

/** Two at a time: the machine may be small, and a pip that waits must not be starved into a time-out. */
async function columns(pips: readonly RealPip[], bench: ParityBench): Promise<Column[]> {
  const waiting = [...pips.entries()];
  const done: Column[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      done[next[0]] = await column(next[1], bench);
    }
  };
  await Promise.all([work(), work()]);
  return done;
}

async function main(wanted: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parity-'));
  const { pips, absent } = await installPips(folder);
  const chosen = pips.filter(({ label }) => wanted.length === 0 || wanted.some((word) => label.includes(word)));
  const uv = await installUv(folder);
  const bench = await startBench(folder);
  try {
    const done = await columns(chosen, bench);
    const uvAnswers = uv === null ? null : await runUv(uv, bench.cases, folder);
    printTable(done, uv?.version ?? null, uvAnswers);
    for (const label of absent) console.log(`not run: ${label}, its Python is not on this machine`);
    const wrong = done.flatMap(({ label, rows }) => rows.filter((row) => !row.agreed).map((row) => ({ label, row })));
    for (const { label, row } of wrong) console.log(`DISAGREEMENT ${label}: ${row.id} (we: ${row.said})`);
    process.exitCode = wrong.length > 0 || done.length === 0 ? 1 : 0;
  } finally {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
