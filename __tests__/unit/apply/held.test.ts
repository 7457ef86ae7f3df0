/** What the ranking may count on, read from the newest entry's key. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CacheSituation, heldDownloads } from '../../../src/apply/held.ts';
import { cacheKey, requirementsDigest } from '../../../src/decide/cache-key.ts';
import { installCost } from '../../../src/decide/install-cost.ts';
import { NOTHING_HELD } from '../../../src/model/held-downloads.ts';
import { mirror } from '../judge/observed.ts';

const [a, b] = ['a', 'b'].map((name) => mirror(name, {}).candidate);
assert.ok(a && b);
const requirements = requirementsDigest([{ path: 'requirements.txt', content: 'x==1' }]);

const situation = (pipVersion: string): CacheSituation => ({
  plan: { mode: 'read-write' },
  job: { os: 'linux', osVersion: 'u', arch: 'x64', pythonTag: 'cp312', pipVersion, suffix: '' },
  pipCacheDir: '/c',
  storeDir: '/c/s',
});
const keyOf = (indexUrl: string): string => cacheKey({ ...situation('26.1').job, indexUrl, requirements }).primary;
const held = (key: string, wanted = requirements, pipVersion = '26.1') =>
  heldDownloads(situation(pipVersion), { answer: 'found', detail: '', key }, wanted, [a, b]);

test('the index and whether it is everything', () => {
  assert.deepEqual(held(keyOf(b.indexUrl)), { indexUrl: b.indexUrl, everything: true });
  assert.deepEqual(
    held(keyOf('https://gone.test/')),
    { indexUrl: null, everything: true },
    'bytes outlive their index',
  );
  assert.deepEqual(held(keyOf(b.indexUrl), 'e'.repeat(64)), { indexUrl: b.indexUrl, everything: false });
  assert.deepEqual(held(''), NOTHING_HELD);
});

test('a pip that is given nothing saves nothing', () => {
  assert.deepEqual(held(keyOf(b.indexUrl), requirements, '22.3.1'), NOTHING_HELD);
});

test('the cost of an install knows what of it is held', () => {
  const job = {
    requirements: [],
    constraints: [],
    hashes: new Map(),
    files: [],
    skipped: [],
  } as unknown as Parameters<typeof installCost>[0];
  const two = { ...job, requirements: [{ project: 'x' }, { project: 'y' }] } as unknown as typeof job;
  const everything = { indexUrl: null, everything: true };
  assert.equal(installCost(two, [], everything).heldBytes, installCost(two, []).bytes);
  assert.equal(installCost(two, [], { indexUrl: a.indexUrl, everything: false }).heldBytes, undefined);
  assert.equal(installCost(job, [], everything).heldBytes, undefined, 'an install of unknown size');
});
