/** What an audit keeps of its index pages says of every mirror what the whole pages say, and equal lists are kept once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ComparedLists, keptForComparison } from '../../../src/judge/compared-page.ts';
import { judgeFreshness, referencePages } from '../../../src/judge/freshness.ts';
import { judgeHashes } from '../../../src/judge/integrity.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { link, mirror, page } from './observed.ts';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const file = (version: number, sha256: string, days: number) =>
  link(`x-${version}-py3-none-any.whl`, { hashes: { sha256, md5: 'm' }, uploadTime: NOW - days * DAY, size: 9 });

const OLD = file(1, 'aa', 30);
const seen: readonly Observation[] = [
  mirror('pypi', { x: page([OLD, file(2, 'bb', 5)], 20) }),
  mirror('copy', { x: page([OLD, file(2, 'bb', 5)], 20) }),
  mirror('late', { x: page([OLD], 10) }),
  mirror('other-bytes', { x: page([OLD, file(2, 'cc', 5)], 20) }),
  mirror('no-hashes', { x: page(['x-1-py3-none-any.whl']) }),
];

function said(observations: readonly Observation[]) {
  const names = new Set(observations.map(({ candidate }) => candidate.name));
  const reference = referencePages(observations, names);
  return {
    hashes: [...judgeHashes(observations, names, new Map())],
    freshness: observations.map((one) => judgeFreshness(one, reference, false, NOW)),
  };
}

test('the judges say the same of what is kept', () => {
  const lists: ComparedLists = new Map();
  const whole = said(seen);
  assert.deepEqual(said(seen.map((one) => keptForComparison(one, lists))), whole);
  assert.equal(whole.hashes.length, 1, 'the other bytes are found');
  assert.equal(whole.freshness[2]?.stale, true);
});

test('equal lists are one, whoever serves them; others are not', () => {
  const lists: ComparedLists = new Map();
  const [pypi, copy, , other] = seen.map((one) => keptForComparison(one, lists).projects[0]?.page);
  assert.equal(pypi?.files, copy?.files);
  assert.notEqual(pypi?.files, other?.files);
  assert.equal(lists.size, 4);
});
