/**
 * `npm run bench`: ours and the selectors that people use today, side by side on random networks of the lab.
 *
 *   npm run bench -- --topologies 40 --seed 1    # so many networks, seeds 1 … 40
 *   npm run bench -- --quick                     # three networks
 *   npm run bench -- --ours                      # without the peers
 *   npm run bench -- --patient                   # sit out what is certain, too
 *   npm run bench -- --record FILE               # run in parts: counts together with the runs that FILE holds
 *
 * Ends with 1 where a pick of ours was wrong or cost more than 4 MiB; times are printed, never asserted.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLab } from '../../__tests__/lab/lab.ts';
import { defaultProjects, packagePath, project } from '../../__tests__/lab/project.ts';
import { runOurs, runPeer } from './contenders.ts';
import { figuresOf, mebibytes, median, percent, quantile, type Result, seconds, tableOf } from './figures.ts';
import { digHoles, raise } from './network.ts';
import { PEERS } from './peers.ts';
import { topologyOf } from './topology.ts';
import { GIVE_UP, measureTruth, type Truth } from './truth.ts';

const WHEEL_BYTES = 20_000_000;
const PACKAGES = 'bigwheel==1.0';
const MOST_BYTES = 4 * 1024 * 1024;
const OURS = 'pip-mirror-select';
const EXPORT = '… to export, pip confirmed';
const FLOOR = '… floor: the answer known';

const { values: options } = parseArgs({
  options: {
    topologies: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    ours: { type: 'boolean', default: false },
    patient: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '2' },
    record: { type: 'string', default: '' },
  },
});
if (!existsSync(resolve(import.meta.dirname, '../../dist/main/index.js'))) throw new Error('npm run build first');

const count = options.quick ? 3 : Number(options.topologies);
const firstSeed = Number(options.seed);
const startedAt = Date.now();
const wheel = project('bigwheel', [{ version: '1.0', payload: WHEEL_BYTES, requiresPython: '>=3.6' }]);
const [file] = wheel.files;
if (file === undefined) throw new Error('no wheel');
const lab = await startLab({ projects: [...defaultProjects(), wheel] });
const recorded = readRecord(options.record);
const results: Result[] = [...recorded.results];
const ratios: number[] = [...recorded.ratios];
const seeds: number[] = [...recorded.seeds];
try {
  const holes = await digHoles(lab, 3);
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    await runOn(seed, holes);
    seeds.push(seed);
    if (options.record !== '') writeFileSync(options.record, JSON.stringify({ results, ratios, seeds }));
  }
} finally {
  await lab.close();
}
conclude();

async function runOn(seed: number, holes: Parameters<typeof raise>[1]): Promise<void> {
  const network = await raise(lab, holes, topologyOf(seed), packagePath(file as NonNullable<typeof file>));
  try {
    const ours = await runOurs(lab, network, PACKAGES);
    const runs = new Map([
      [OURS, ours.decision],
      [EXPORT, ours.toExport],
      [FLOOR, ours.floor],
    ]);
    for (const peer of options.ours ? [] : PEERS) {
      runs.set(peer.name, await runPeer(lab, network, peer, { patient: options.patient }));
    }
    const picked = new Set([...runs.values()].map(({ pick }) => pick ?? ''));
    const job = { packages: PACKAGES, wheelBytes: WHEEL_BYTES, repeat: Number(options.repeat) };
    const truths = await measureTruth(lab, network.candidates, picked, job);
    const healthy = network.candidates.filter(({ spec }) => spec.kind === 'healthy');
    const best = Math.min(...healthy.map(({ spec }) => truths.get(spec.name)?.ms ?? Number.POSITIVE_INFINITY));
    for (const [contender, { pick, ms, bytes }] of runs) {
      const truth = truths.get(pick ?? '');
      results.push({ contender, ms, bytes, share: shareOf(truth, best), wrong: truth?.works !== true });
    }
    ratios.push(ours.decision.ms / ours.floor.ms);
    const of = (name: string | null): string => {
      const spec = network.candidates.find((candidate) => candidate.spec.name === name)?.spec;
      return `${name} ${spec?.kind === 'healthy' ? '' : `(${spec?.kind}) `}${spec?.rttMs} ms ${((spec?.bytesPerSecond ?? 0) / 1e6).toFixed(1)} MB/s`;
    };
    const bestName = healthy.find(({ spec }) => truths.get(spec.name)?.ms === best)?.spec.name ?? null;
    const share = shareOf(truths.get(ours.decision.pick ?? ''), best);
    console.log(
      `seed ${seed}: ${percent(share)} of the best speed (${of(ours.decision.pick)}; best ${of(bestName)}, ${seconds(best)}); ` +
        `${seconds(ours.decision.ms)}, floor ${seconds(ours.floor.ms)}, export ${seconds(ours.toExport.ms)}, ${mebibytes(ours.decision.bytes)}`,
    );
  } finally {
    await network.close();
  }
}

/** A mirror that was given up is as good as one that just misses the limit. */
function shareOf(truth: Truth | undefined, best: number): number {
  if (truth === undefined || !truth.works) return 0;
  return truth.givenUp ? 1 / GIVE_UP : best / truth.ms;
}

function conclude(): void {
  const names = [OURS, EXPORT, FLOOR, ...(options.ours ? [] : PEERS.map(({ name }) => name))];
  const figures = names.map((name) => figuresOf(name, results));
  console.log(`\n${tableOf(figures)}\n`);
  const [ours, toExport, floor] = figures;
  if (ours === undefined || toExport === undefined || floor === undefined) return;
  const measuring = figures.filter(({ contender }) =>
    PEERS.some(({ name, measuresThroughput }) => name === contender && measuresThroughput),
  );
  const fastest = measuring.sort((a, b) => a.medianMs - b.medianMs)[0];
  const bytes = Math.max(ours.worstBytes, toExport.worstBytes);
  const wrong = ours.wrong + toExport.wrong;
  target('wrong picks', wrong === 0, `${wrong}, wanted 0`);
  target('median share', ours.medianShare >= 0.97, `${percent(ours.medianShare)}, wanted 97 %`);
  target('worst decile', ours.lowShare >= 0.9, `${percent(ours.lowShare)}, wanted 90 %`);
  target(
    'time against the floor',
    median(ratios) <= 2,
    `median ${median(ratios).toFixed(2)}×, nine of ten within ${quantile(ratios, 0.9).toFixed(2)}×, wanted 2×`,
  );
  if (fastest !== undefined) {
    const times = fastest.medianMs / ours.medianMs;
    target(
      'against the fastest that measures',
      times >= 5,
      `${times.toFixed(1)}× faster than ${fastest.contender}, wanted 5×`,
    );
  }
  target('bytes', bytes <= MOST_BYTES, `at most ${mebibytes(bytes)}, wanted 4 MiB`);
  console.log(
    `${seeds.length} networks, seeds ${seeds.join(' ')}; share 50 % means 50 % or less; ` +
      `${options.patient ? 'all waits sat out' : "peers' waits whose end is certain are counted, not sat out"}; ` +
      `took ${Math.round((Date.now() - startedAt) / 1000)} s`,
  );
  process.exitCode = wrong > 0 || bytes > MOST_BYTES ? 1 : 0;
}

interface RecordedRuns {
  readonly results: readonly Result[];
  readonly ratios: readonly number[];
  readonly seeds: readonly number[];
}

function readRecord(file: string): RecordedRuns {
  if (file === '' || !existsSync(file)) return { results: [], ratios: [], seeds: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedRuns;
}

function target(name: string, met: boolean, figure: string): void {
  console.log(`${met ? 'met   ' : 'MISSED'} ${name}: ${figure}`);
}
