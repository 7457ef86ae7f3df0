/** A sample is asked for only where it can still change who comes first. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Verdict } from '../../../src/model/verdict.ts';
import { nextFinalist } from '../../../src/run/measure.ts';
import { gateBytesFor, POLITENESS } from '../../../src/run/politeness.ts';
import { mirror } from '../judge/observed.ts';

const COST = { requests: 5, bytes: 20_000_000 };

/** Rates in MB/s; `most`: only the first range is known. */
function verdict(name: string, latencyMs: number, rate: number, most?: number): Verdict {
  return {
    candidate: mirror(name, {}).candidate,
    usable: true,
    reasons: [],
    detail: null,
    certificate: null,
    hosts: [],
    freshness: null,
    requirements: null,
    unasked: false,
    latencyMs,
    timing: null,
    throughput: { bytesPerSecond: rate * 1e6, bytes: 1 },
    ...(most === undefined ? {} : { mostBytesPerSecond: most * 1e6 }),
  };
}

const nextOf = (verdicts: Verdict[], waiting = false): string | null =>
  nextFinalist(verdicts, COST, waiting)?.candidate.name ?? null;

describe('who is measured next', () => {
  test('the most promising one', () => {
    assert.equal(nextOf([verdict('slow', 50, 2, 40), verdict('fast', 10, 2, 40)]), 'fast');
  });

  test('nobody, where no figure could change who is first', () => {
    assert.equal(nextOf([verdict('clear', 10, 20, 100), verdict('hopeless', 10, 0.2, 0.3)]), null);
    assert.equal(nextOf([verdict('alone', 10, 2, 40)]), null);
  });

  test('one that is alone so far, while there is time: it tells how long to wait for the others', () => {
    assert.equal(nextOf([verdict('alone', 10, 2, 40)], true), 'alone');
  });

  test('everybody of whom no rate is known yet, the nearest first, until one known cannot be beaten', () => {
    const unknown = (name: string, latencyMs: number): Verdict => ({
      ...verdict(name, latencyMs, 0, 125),
      throughput: null,
    });
    assert.equal(nextOf([unknown('far', 60), unknown('near', 5)]), 'near');
    assert.equal(nextOf([unknown('far', 60), verdict('near', 5, 1)]), 'far');
    assert.equal(nextOf([unknown('far', 60), verdict('near', 5, 60)]), null);
  });

  test('nobody, where earlier runs kept all that is to be sent', () => {
    const held = { ...COST, heldBytes: COST.bytes };
    const pair = [verdict('slow', 12, 2, 40), verdict('fast', 11, 2, 40)];
    const listed = pair.map((each) => ({ ...each, listsDigests: true }));
    assert.equal(nextFinalist(listed, held, true), null);
    assert.notEqual(nextFinalist(pair, held, true), null, 'without digests pip downloads it all');
  });

  test('nobody twice', () => {
    assert.equal(nextOf([verdict('first', 10, 30), verdict('second', 12, 29)]), null);
  });

  test('a rival is not measured where its sample takes longer than it could save', () => {
    assert.equal(nextOf([verdict('first', 10, 40), verdict('far', 80, 2, 100)]), null);
  });
});

test('five hundred candidates together stay within the survey’s bytes', () => {
  assert.equal(gateBytesFor(12), POLITENESS.gateBytes);
  assert.ok(gateBytesFor(500) * 500 <= POLITENESS.surveyBytes);
});
