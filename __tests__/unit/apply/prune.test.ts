/** What is kept for the next run: within the cap, and what this run used before anything else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Kept, prune } from '../../../src/apply/wheel-store/prune.ts';

const DAY = 24 * 3600 * 1000;
const NOW = 100 * DAY;
const entry = (name: string, size: number, daysUnused: number, used = false): Kept => ({
  name,
  size,
  usedAt: NOW - daysUnused * DAY,
  used,
});
const kept = (entries: Kept[], maxBytes: number): string[] =>
  prune(entries, maxBytes, NOW).keep.map(({ name }) => name);

test('entries unused by this run go first, the longest unused before the others', () => {
  const entries = [entry('old', 10, 9), entry('used', 10, 13, true), entry('recent', 10, 1)];
  assert.deepEqual(kept(entries, 30), ['old', 'used', 'recent']);
  assert.deepEqual(kept(entries, 25), ['used', 'recent']);
  assert.deepEqual(kept(entries, 10), ['used'], 'also before one that was used longer ago than they were');
});

test('what nobody used for two weeks goes, however much room there is; what this run used stays', () => {
  assert.deepEqual(kept([entry('stale', 1, 15), entry('due', 1, 13), entry('used', 1, 15, true)], 1e9), [
    'due',
    'used',
  ]);
});

test('of what this run used the largest goes first where even that is too much', () => {
  assert.deepEqual(kept([entry('large', 80, 0, true), entry('small', 20, 0, true)], 50), ['small']);
});

test('never more than the cap, nothing twice, and nothing used dropped while anything unused is kept', () => {
  const entries = fc.array(
    fc.record({ size: fc.integer({ min: 0, max: 100 }), days: fc.integer({ min: 0, max: 30 }), used: fc.boolean() }),
  );
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 1000 }), (given, maxBytes) => {
      const all = given.map(({ size, days, used }, index) => entry(String(index), size, days, used));
      const { keep, drop } = prune(all, maxBytes, NOW);
      assert.equal(keep.length + drop.length, all.length);
      assert.ok(keep.reduce((sum, { size }) => sum + size, 0) <= maxBytes);
      if (drop.some(({ used }) => used)) assert.ok(keep.every(({ used }) => used));
    }),
  );
});
