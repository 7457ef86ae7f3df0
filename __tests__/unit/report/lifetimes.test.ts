/** The picture of lifetimes is a diagram that renders, whatever the mirrors are called. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lifetimesOf } from '../../../src/report/lifetimes.ts';
import { rowsOf } from '../../../src/report/rows.ts';
import { hostileOutcome } from './hostile-outcome.ts';
import { badCertificate, healthy, now, outcome, silent } from './outcome-builder.ts';

function chart(...parameters: Parameters<typeof outcome>): readonly string[] {
  const run = outcome(...parameters);
  const block = lifetimesOf(rowsOf(run), run.startedAt, run.plan.inputs.language);
  return block === null ? [] : block.rows.flatMap((row) => row.split('\n').map((line) => line.trim()));
}

test('one bar a mirror, the soonest end first, marked by icon, words and tag', () => {
  assert.deepEqual(
    chart([healthy('fine', 60), badCertificate('dead', ['expired'], -3), healthy('soon', 5), silent('gone')]),
    [
      'section dead',
      '❌ ended 3 days ago :crit, 2026-10-08, 2026-11-19',
      'section soon',
      '⚠️ 5 days :active, 2026-10-08, 2026-11-27',
      'section fine',
      '✅ 60 days :2026-10-23, 2027-01-21',
    ],
  );
});

test('a certificate of decades ends at the edge of the picture', () => {
  const [, bar = ''] = chart([healthy('private', 9000)]);
  assert.match(bar, /^✅ 9000 days :2026-10-23, 2027-12-2\d$/);
});

test('no certificate, no picture', () => {
  assert.deepEqual(chart([silent('gone')]), []);
});

test('the picture has a readable number of bars', () => {
  const bars = chart(Array.from({ length: 200 }, (_, i) => healthy(`m${i}`, i + 1)));
  assert.equal(bars.length / 2, 24);
});

test('hostile names leave every line in the grammar of a Mermaid gantt chart', () => {
  const section = /^ {4}section [\p{L}\p{M}\p{N} ._()…+-]+$/u;
  const task = /^ {4}(?:✅|⚠️|❌|🔓) [\p{L}\p{N} ]+ :(?:crit, |active, )?\d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d$/u;
  fc.assert(
    fc.property(hostileOutcome, (run) => {
      const block = lifetimesOf(rowsOf(run), now, run.plan.inputs.language);
      for (const row of block?.rows ?? []) {
        const [first = '', second = '', ...more] = row.split('\n');
        assert.match(first, section);
        assert.match(second, task);
        assert.deepEqual(more, []);
        const [, start = '', end = ''] = /(\S+), (\S+)$/.exec(second) ?? [];
        assert.ok(start < end, row);
      }
    }),
    { numRuns: 40 },
  );
});
