/** Asking ends when the rest cannot change the decision, and no earlier. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isSettled } from '../../../src/decide/settled.ts';

const COST = { requests: 5, bytes: 20_000_000 };
const hole = (waitedMs: number) => ({ waitedMs, silentMs: 0, roundTrips: 2, connectMs: null, latencyMs: null });

describe('when waiting ends', () => {
  test('nothing is settled before anybody is usable, unless nobody is left to ask', () => {
    assert.equal(isSettled(null, [hole(60_000)], COST), false);
    assert.equal(isSettled(null, [], COST), true);
  });

  test('a candidate that stays silent is waited for no longer than it could be better', () => {
    assert.equal(isSettled(1_000, [hole(50)], COST), false);
    assert.equal(isSettled(1_000, [hole(400)], COST), true);
  });

  test('the worse the best one, the longer the others are waited for', () => {
    assert.equal(isSettled(10_000, [hole(400)], COST), false);
  });

  test('a candidate that answered is judged by its answers, not by how long it was asked', () => {
    const near = { waitedMs: 4_000, silentMs: 0, roundTrips: 6, connectMs: 10, latencyMs: 10 };
    const far = { waitedMs: 400, silentMs: 0, roundTrips: 6, connectMs: 300, latencyMs: 300 };
    assert.equal(isSettled(1_000, [near], COST), false);
    assert.equal(isSettled(1_000, [far], COST), true);
  });

  test('one that has not answered yet is judged by what its connection took', () => {
    const connected = (connectMs: number) => ({
      waitedMs: 150,
      silentMs: 10,
      roundTrips: 3,
      connectMs,
      latencyMs: null,
    });
    assert.equal(isSettled(1_000, [connected(20)], COST), false);
    assert.equal(isSettled(1_000, [connected(140)], COST), true);
  });

  test('a near one that has fallen silent is waited for no longer than it could save', () => {
    const fallen = (silentMs: number) => ({
      waitedMs: silentMs + 60,
      silentMs,
      roundTrips: 6,
      connectMs: 10,
      latencyMs: 10,
    });
    assert.equal(isSettled(1_000, [fallen(500)], COST), false);
    assert.equal(isSettled(1_000, [fallen(900)], COST), true);
  });

  test('the one whose downloads are held is waited for while it is among equals', () => {
    const equal = { waitedMs: 900, roundTrips: 5, connectMs: 155, latencyMs: 155, silentMs: 150 };
    assert.equal(isSettled(1_000, [equal], COST), true);
    assert.equal(isSettled(1_000, [{ ...equal, held: true }], COST), false);
    assert.equal(
      isSettled(1_000, [{ ...equal, connectMs: 200, latencyMs: 200, held: true }], COST),
      true,
      'and no longer',
    );
  });

  test('bytes count: nobody delivers a big file in no time', () => {
    assert.equal(isSettled(900, [hole(10)], { requests: 5, bytes: 125_000_000 }), true);
    const held = { requests: 5, bytes: 125_000_000, heldBytes: 125_000_000 };
    assert.equal(isSettled(900, [hole(10)], held), false, 'what is held need not be delivered');
  });
});
