/** A shaped link books its wire as its description says; whether the machine keeps up is reported elsewhere. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Link } from '../../lab/link.ts';

it('spends size over rate for each piece, one after the other, and one round trip', () => {
  const link = new Link({ rttMs: 40, bytesPerSecond: 1_000_000 });
  const before = performance.now();
  const first = link.book(50_000_000);
  const second = link.book(3_000);
  assert.ok(first - before >= 50_040);
  assert.equal(second - first, 3);
});

it('costs nothing without a description', () => {
  const link = new Link({});
  const first = link.book(1_000_000_000);
  assert.ok(first <= performance.now());
  assert.equal(link.rttMs, 0);
});
