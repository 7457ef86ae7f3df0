/** The order is that of the expected time of this install; what measurements cannot tell apart is a tie. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooseFallback, whyBest } from '../../../src/decide/choose.ts';
import { rankMirrors, TYPICAL_INSTALL } from '../../../src/decide/rank.ts';
import type { Verdict } from '../../../src/model/verdict.ts';

interface Given {
  readonly name: string;
  readonly latencyMs?: number;
  readonly megabytesPerSecond?: number;
  readonly usable?: boolean;
  readonly family?: string;
  readonly operator?: string;
  readonly order?: number;
  readonly behind?: number;
}

function verdict(given: Given): Verdict {
  const operator = given.operator ?? given.name;
  return {
    candidate: {
      name: given.name,
      indexUrl: `https://${given.name}.test/simple/`,
      credentials: null,
      operator,
      family: given.family ?? operator,
      origin: 'input',
      order: given.order ?? 0,
    },
    usable: given.usable ?? true,
    reasons: given.usable === false ? ['timeout'] : [],
    detail: null,
    certificate: null,
    hosts: [],
    timing: { dnsMs: 0, connectMs: 1, tlsMs: 1, firstByteMs: given.latencyMs ?? 10 },
    throughput: { bytesPerSecond: (given.megabytesPerSecond ?? 10) * 1e6, bytes: 1 },
    freshness: given.behind === undefined ? null : { serial: 1, behind: given.behind },
    requirements: null,
    unasked: false,
  };
}

const names = (given: Given[], held: string | null = null): string[] =>
  rankMirrors(given.map(verdict), TYPICAL_INSTALL, held).ranked.map((entry) => entry.verdict.candidate.name);

describe('ranking', () => {
  test('a mirror that is not usable has no rank, however fast', () => {
    assert.deepEqual(
      names([
        { name: 'dead', latencyMs: 1, usable: false },
        { name: 'slow', latencyMs: 200 },
      ]),
      ['slow'],
    );
  });

  test('throughput decides for big installs, latency for small ones', () => {
    const near = { name: 'near', latencyMs: 5, megabytesPerSecond: 1 };
    const wide = { name: 'wide', latencyMs: 80, megabytesPerSecond: 50 };
    assert.deepEqual(names([near, wide]), ['wide', 'near']);
    const small = rankMirrors([near, wide].map(verdict), { requests: 10, bytes: 10_000 }, null);
    assert.equal(small.ranked[0]?.verdict.candidate.name, 'near');
  });

  test('near-ties are broken by the cache held, then operator, freshness and order', () => {
    const a = { name: 'a', order: 0 };
    const b = { name: 'b', order: 1 };
    assert.deepEqual(names([b, a]), ['a', 'b']);
    assert.deepEqual(names([a, b], 'https://b.test/simple/'), ['b', 'a']);
    assert.deepEqual(names([{ ...a, operator: 'x', family: 'tuna' }, b]), ['b', 'a']);
    assert.deepEqual(
      names([
        { ...a, behind: 9 },
        { ...b, behind: 0 },
      ]),
      ['b', 'a'],
    );
  });

  test('a held cache does not outweigh a real difference', () => {
    assert.deepEqual(
      names([{ name: 'fast' }, { name: 'held', latencyMs: 100 }], 'https://held.test/simple/')[0],
      'fast',
    );
  });

  test('what is held need not be sent: then round trips decide, except for an index that lists no digests', () => {
    const cost = { requests: 90, bytes: 45_000_000, heldBytes: 45_000_000 };
    const near = { ...verdict({ name: 'near', latencyMs: 5, megabytesPerSecond: 1 }), listsDigests: true };
    const wide = { ...verdict({ name: 'wide', latencyMs: 80, megabytesPerSecond: 50 }), listsDigests: true };
    const first = (given: Verdict[]): string | undefined =>
      rankMirrors(given, cost, null).ranked[0]?.verdict.candidate.name;
    assert.equal(first([wide, near]), 'near');
    assert.equal(first([wide, { ...near, listsDigests: false }]), 'wide', 'pip would download all of it from there');
  });

  test('who was chosen stays chosen, while measurements differ by less than the band', () => {
    const held = 'https://b.test/simple/';
    for (const [a, b] of [
      [10, 10.7],
      [10.7, 10],
      [10, 10],
    ]) {
      const given = [
        { name: 'a', latencyMs: a ?? 0, megabytesPerSecond: 1000 },
        { name: 'b', latencyMs: b ?? 0, megabytesPerSecond: 1000 },
      ];
      assert.equal(names(given, held)[0], 'b');
    }
  });

  test('the reason names the tie-break that decided', () => {
    const ranking = rankMirrors(
      [verdict({ name: 'a', order: 0 }), verdict({ name: 'b', order: 1 })],
      TYPICAL_INSTALL,
      null,
    );
    assert.deepEqual(whyBest(ranking), { code: 'tie', bandPercent: 8, by: 'order', others: ['b'] });
  });

  test('the fallback is of another operator, and of another family where there is one', () => {
    const { ranked } = rankMirrors(
      [
        verdict({ name: 'tuna', latencyMs: 1 }),
        verdict({ name: 'bfsu', operator: 'tuna', family: 'tuna', latencyMs: 20 }),
        verdict({ name: 'ustc', family: 'tuna', latencyMs: 50 }),
        verdict({ name: 'aliyun', latencyMs: 90 }),
      ],
      TYPICAL_INSTALL,
      null,
    );
    const [chosen] = ranked;
    assert.ok(chosen);
    assert.equal(chooseFallback(ranked, chosen)?.verdict.candidate.name, 'aliyun');
    assert.equal(chooseFallback(ranked.slice(0, 3), chosen)?.verdict.candidate.name, 'ustc');
    assert.equal(chooseFallback(ranked.slice(0, 2), chosen), null);
  });
});
