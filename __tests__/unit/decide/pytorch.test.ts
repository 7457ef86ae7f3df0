/** A wish for a PyTorch platform or version that cannot come true is told before anything is installed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  companionsOf,
  judgeMixedPlatforms,
  judgeTorchWish,
  lookUpTag,
  nearestTag,
  platformOfIndex,
  type TorchWanted,
} from '../../../src/decide/pytorch.ts';
import { cudaNumber, TORCH_RELEASES } from '../../../src/decide/torch-releases.ts';
import { PYTORCH_INDEXES } from '../../../src/plan/pytorch.ts';

function wish(platform: string, pinned: TorchWanted['pinned'] = {}, os: TorchWanted['os'] = 'linux'): TorchWanted {
  return { platform, pinned, os };
}

test('cu118 ended with 2.7: for 2.8 the last release is named, and the nearest tag that 2.8 has', () => {
  assert.deepEqual(lookUpTag('cu118', '2.8.0'), { kind: 'gone', boundary: '2.7.1', nearest: 'cu126' });
  assert.deepEqual(judgeTorchWish(wish('cu118', { torch: '2.8.0' }), false), [
    {
      code: 'pytorch-tag-gone',
      level: 'error',
      facts: { platform: 'cu118', torch: '2.8.0', last: '2.7.1', nearest: 'cu126' },
    },
  ]);
});

test('a tag that a release does not have yet is told from one that ended', () => {
  assert.deepEqual(lookUpTag('cu130', '2.8.0'), { kind: 'early', boundary: '2.9.0', nearest: 'cu129' });
  assert.deepEqual(lookUpTag('cu128', '2.12.0'), { kind: 'gone', boundary: '2.11.0', nearest: 'cu130' });
});

test('a tag of one release alone has ended after it and not come before it: cu129', () => {
  assert.equal(lookUpTag('cu129', '2.9.0').kind, 'gone');
  assert.equal(lookUpTag('cu129', '2.7.0').kind, 'early');
});

test('what the table does not know is left to the index: new releases, ROCm, XPU', () => {
  for (const [platform, torch] of [
    ['cu130', '2.99.0'],
    ['rocm6.4', '2.8.0'],
    ['xpu', '2.8.0'],
    ['cu999', '2.8.0'],
  ] as const) {
    assert.equal(lookUpTag(platform, torch).kind, 'unknown', `${platform} ${torch}`);
    assert.deepEqual(judgeTorchWish(wish(platform, { torch }), null), []);
  }
});

test('the index page outranks the table, in both directions', () => {
  assert.deepEqual(judgeTorchWish(wish('cu118', { torch: '2.8.0' }), true), []);
  const codes = judgeTorchWish(wish('cu128', { torch: '2.8.0' }), false).map((notice) => notice.code);
  assert.deepEqual(codes, ['pytorch-no-wheel']);
});

test('every release has cpu', () => {
  for (const release of TORCH_RELEASES) assert.equal(lookUpTag('cpu', release.torch).kind, 'has', release.torch);
});

test('versions that do not belong together are named with the ones that do', () => {
  const notices = judgeTorchWish(
    wish('cu128', { torch: '2.8.0+cu128', torchvision: '0.22.1', torchaudio: '2.8.0' }),
    true,
  );
  assert.deepEqual(
    notices.map((notice) => notice.facts),
    [{ torch: '2.8.0', project: 'torchvision', version: '0.22.1', belongs: '0.23.0' }],
  );
  assert.equal(companionsOf('2.13.0')?.torchaudio, '2.11.0');
});

test('a local label of another platform is refused: it could only come from another index', () => {
  const [notice] = judgeTorchWish(wish('cu128', { torch: '2.8.0+cu126' }), true);
  assert.equal(notice?.code, 'pytorch-label');
});

test('macOS has no CUDA wheels', () => {
  assert.equal(judgeTorchWish(wish('cu128', {}, 'macos'), null)[0]?.code, 'pytorch-macos');
  assert.deepEqual(judgeTorchWish(wish('cpu', {}, 'macos'), null), []);
});

test('an unknown tag without a pinned torch gets the nearest known one', () => {
  assert.deepEqual(judgeTorchWish(wish('cu125'), null)[0]?.facts, { platform: 'cu125', nearest: 'cu124' });
});

test('cpu and cuXXX indexes are never mixed', () => {
  const [notice] = judgeMixedPlatforms('cu130', [
    'https://pypi.org/simple/',
    'https://download.pytorch.org/whl/cu130',
    'https://download.pytorch.org/whl/cpu/',
  ]);
  assert.deepEqual(notice?.facts, { platform: 'cu130', other: 'cpu', host: 'download.pytorch.org' });
  assert.equal(platformOfIndex('https://pypi.org/simple/'), null);
});

test('of two equally near tags the lower wins, because it needs the older driver', () => {
  assert.equal(nearestTag('cu127', ['cu126', 'cu128']), 'cu126');
  assert.equal(cudaNumber('cu130') - cudaNumber('cu128') > 0, true);
});

test('the tables are well-formed: newest first, tags ascending, bases with a slash, no double', () => {
  const order = TORCH_RELEASES.map(({ torch }) => torch.split('.').map(Number));
  for (let row = 1; row < order.length; row++) {
    const [newer = [], older = []] = [order[row - 1], order[row]];
    const at = newer.findIndex((part, place) => part !== older[place]);
    assert.ok((newer[at] ?? 0) > (older[at] ?? 0), `row ${row}`);
  }
  for (const { torch, cuda } of TORCH_RELEASES) {
    const numbers = cuda.map(cudaNumber);
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
      torch,
    );
  }
  for (const index of PYTORCH_INDEXES) assert.match(index.baseUrl, /^https:\/\/.*\/$/);
  assert.equal(new Set(PYTORCH_INDEXES.map((index) => index.name)).size, PYTORCH_INDEXES.length);
});
