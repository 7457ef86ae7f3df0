/**
 * `npm run faults [-- name … --source --timeout 5 --python python3]`: each fault as a faulty mirror beside a healthy
 * one. The decision must be right, real pip must install, memory and time must stay within their bounds; else it ends
 * with 1. Times are of this machine in this minute: its load is printed beside them.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startLab } from '../../__tests__/lab/lab.ts';
import { MATRIX } from './rows.ts';
import { type MatrixResult, runRow, surroundings } from './run-row.ts';

const { values, positionals } = parseArgs({
  options: { source: { type: 'boolean' }, python: { type: 'string' }, timeout: { type: 'string', default: '5' } },
  allowPositionals: true,
});

const rows = MATRIX.filter(({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)));
const lab = await startLab();
const results: MatrixResult[] = [];
console.log(line(['fault', 'area', 'the faulty mirror is', 'chosen', 'step ms', 'alone ms', 'MiB', '']));
try {
  const around = await surroundings(lab, {
    entry: values.source ? 'source' : 'bundle',
    timeoutSeconds: Number(values.timeout),
    graceMs: 1000,
    python: values.python,
  });
  for (const row of rows) {
    const result = await runRow(row, around);
    results.push(result);
    const verdict = result.reasons.join(' ') || 'usable';
    const figures = [result.stepMs, result.aloneMs, result.peakMiB].map((figure) =>
      figure === null ? '' : String(Math.round(figure)),
    );
    const word = result.broken.join('; ') || (result.waited ? 'right' : 'right, not waited for');
    console.log(line([row.name, row.area, verdict, result.chosen, ...figures, word]));
  }
} finally {
  await lab.close();
}
const wrong = results.filter(({ broken }) => broken.length > 0);
const worst = (of: (result: MatrixResult) => number): number => Math.round(Math.max(0, ...results.map(of)));
console.log(
  `${results.length} faults, ${wrong.length} wrong; ` +
    `longest step ${worst(({ stepMs, aloneMs }) => Math.max(stepMs, aloneMs ?? 0))} ms, most memory ${worst(({ peakMiB }) => peakMiB)} MiB; ` +
    `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} processors`,
);
if (wrong.length > 0 || results.length === 0) process.exitCode = 1;

function line(cells: readonly string[]): string {
  const widths = [30, 12, 46, 7, -8, -8, -5];
  return cells
    .map((cell, at) => ((widths[at] ?? 0) < 0 ? cell.padStart(-(widths[at] ?? 0)) : cell.padEnd(widths[at] ?? 0)))
    .join(' ')
    .trimEnd();
}
