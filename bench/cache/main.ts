/**
 * `npm run bench:cache`: real pip installs 30 packages of 100 MB in all from mirror A, and what it downloaded is saved.
 * The next run is the same again, or A is dead and B is chosen. Everybody has the bundled step choose the mirror; they
 * differ in what they keep. Ends with 1 when ours downloads more than it may.
 *
 * Bytes are all bodies that the mirrors sent in the job, by their request logs: to pip, and to the choice itself. Time
 * is the whole job: choice, restore, install, save. The cache service is on this machine: its transfers cost less than a
 * real one's.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startCacheService } from '../../__tests__/lab/cache-service.ts';
import { startLab } from '../../__tests__/lab/lab.ts';
import { project } from '../../__tests__/lab/project.ts';
import { mebibytes, seconds } from '../select/figures.ts';
import { HABITS } from './habits.ts';
import { type JobFigures, Workplace } from './workplace.ts';

const PACKAGES = 30;
const BYTES = 100e6;
const MOST_SHARE = { 'the same mirror': 0.01, 'another mirror': 0.05 } as const;
type Next = keyof typeof MOST_SHARE;

interface Row {
  readonly habit: string;
  readonly ours: boolean;
  readonly first: JobFigures;
  readonly next: Readonly<Record<Next, JobFigures>>;
}

/** Sizes as environments have them: each package a tenth smaller than the one before, 100 MB together. */
function sizes(): number[] {
  const shares = Array.from({ length: PACKAGES }, (_, index) => 0.9 ** index);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.round((share / all) * BYTES));
}

async function rowOf(habit: (typeof HABITS)[number], entry: string): Promise<Row> {
  const projects = sizes().map((payload, index) => project(`pack-${index}`, [{ version: '1.0', payload }]));
  const lab = await startLab();
  const service = await startCacheService('v2');
  try {
    const a = await lab.mirror({
      name: 'a',
      host: 'a.test',
      projects: [...lab.projects, ...projects],
      link: { rttMs: 5, bytesPerSecond: 40e6 },
    });
    const b = await lab.mirror({
      name: 'b',
      host: 'b.test',
      projects: [...lab.projects, ...projects],
      link: { rttMs: 20, bytesPerSecond: 20e6 },
    });
    const workplace = new Workplace(lab, service, [a, b], entry, projects);
    const first = await workplace.job(habit, 'a');
    const same = await workplace.job(habit, 'a');
    await a.close();
    const moved = await workplace.job(habit, 'b');
    return { habit: habit.name, ours: habit.ours, first, next: { 'the same mirror': same, 'another mirror': moved } };
  } finally {
    await service.close();
    await lab.close();
  }
}

function tableOf(rows: readonly Row[]): string {
  const cells = ({ bytes, ms }: JobFigures, whole: number): string =>
    `${mebibytes(bytes)} (${((100 * bytes) / whole).toFixed(2)} %) | ${seconds(ms)}`;
  return [
    '| kept | first run | time | same mirror again | time | after the switch | time |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ habit, first, next }) => {
      const figures = [first, next['the same mirror'], next['another mirror']];
      return `| ${habit} | ${figures.map((each) => cells(each, BYTES)).join(' | ')} |`;
    }),
  ].join('\n');
}

const started = performance.now();
const folder = resolve(import.meta.dirname, '../../node_modules/.bench-cache');
try {
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../../scripts/build.ts'), join(folder, 'dist')]);
  const rows: Row[] = [];
  for (const habit of HABITS) rows.push(await rowOf(habit, join(folder, 'dist')));
  console.log(`${PACKAGES} packages, ${mebibytes(BYTES)}\n\n${tableOf(rows)}\n`);
  for (const { next } of rows.filter(({ ours }) => ours)) {
    for (const [what, most] of Object.entries(MOST_SHARE) as [Next, number][]) {
      const share = next[what].bytes / BYTES;
      const isMet = share <= most;
      console.log(`${isMet ? 'met   ' : 'MISSED'} ${what}: ${(100 * share).toFixed(2)} %, wanted ${100 * most} %`);
      if (!isMet) process.exitCode = 1;
    }
  }
  console.log(`took ${seconds(performance.now() - started)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
