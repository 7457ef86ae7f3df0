/** A cache is found again by whoever may use it, and by nobody else; its key can be read and printed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  cacheKey,
  indexIdentity,
  indexOfKey,
  isOfRequirements,
  type KeyIngredients,
  matchOf,
  pythonTagOf,
  refreshKey,
  requirementsDigest,
} from '../../../src/decide/cache-key.ts';

const base: KeyIngredients = {
  os: 'linux',
  osVersion: 'ubuntu24',
  arch: 'x64',
  pythonTag: 'cp312',
  pipVersion: '26.1.2',
  indexUrl: 'https://pypi.org/simple/',
  requirements: requirementsDigest([{ path: 'requirements.txt', content: 'a==1\n' }]),
  suffix: '',
};

test('the key names its ingredients in a fixed order and starts with the format version', () => {
  const { primary, ingredients } = cacheKey(base);
  assert.match(primary, /^pip-mirror-select-1-linux-ubuntu24-x64-cp312-pip26-_-pypi\.org\.[0-9a-f]{12}-[0-9a-f]{16}$/);
  assert.deepEqual(
    ingredients.map(({ name }) => name),
    ['os', 'os-version', 'arch', 'python', 'pip', 'suffix', 'index', 'requirements'],
  );
});

test('every ingredient changes the key', () => {
  const keys = [
    base,
    { ...base, os: 'macos' },
    { ...base, osVersion: 'ubuntu22' },
    { ...base, arch: 'arm64' },
    { ...base, pythonTag: 'cp313t' },
    { ...base, pipVersion: '25.3' },
    { ...base, indexUrl: 'https://pypi.org/other/' },
    { ...base, requirements: requirementsDigest([{ path: 'requirements.txt', content: 'a==2\n' }]) },
    { ...base, requirements: '' },
    { ...base, suffix: 'a' },
  ].map((from) => cacheKey(from).primary);
  assert.equal(new Set(keys).size, keys.length);
});

test('any user text gives a key that the service takes, and prefixes end at segment borders', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (suffix, osVersion) => {
      const key = cacheKey({ ...base, suffix, osVersion });
      const longest = refreshKey(key.primary, 'f'.repeat(64));
      assert.ok(longest.length <= 512 && !longest.includes(',') && /^[\x21-\x7e]+$/.test(longest), longest);
      assert.equal(key.primary.split('-').length, 12);
      assert.equal(indexOfKey(longest), indexIdentity(base.indexUrl));
    }),
  );
});

test('two suffixes never share a key, however long or alike they are', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (one, two) => {
      fc.pre(one !== two);
      assert.notEqual(cacheKey({ ...base, suffix: one }).primary, cacheKey({ ...base, suffix: two }).primary);
    }),
  );
  assert.notEqual(cacheKey(base).primary, cacheKey({ ...base, suffix: '_' }).primary);
});

test('a suffix is not reached by the restore keys of a shorter one', () => {
  const short = cacheKey({ ...base, suffix: 'a' });
  const long = cacheKey({ ...base, suffix: 'a-b' }).primary;
  assert.deepEqual(
    short.asked.filter((asked) => long.startsWith(asked)),
    [],
  );
});

test('restore keys go from the refreshed exact key outwards, and other indexes come last', () => {
  const key = cacheKey(base);
  const other = cacheKey({ ...base, indexUrl: 'https://mirror.example.org/simple/' }).primary;
  const sameIndex = cacheKey({ ...base, requirements: '' }).primary;
  assert.equal(key.asked.length, 4);
  assert.deepEqual(
    key.asked.map((asked) =>
      [key.primary, refreshKey(key.primary, 'abc'), sameIndex, other].map((k) => k.startsWith(asked)),
    ),
    [
      [false, true, false, false],
      [true, true, false, false],
      [true, true, true, false],
      [true, true, true, true],
    ],
  );
});

test('only the exact key or its refresh is exact, whatever the case', () => {
  const key = cacheKey(base);
  assert.equal(matchOf(key, key.primary.toUpperCase()), 'exact');
  assert.equal(matchOf(key, refreshKey(key.primary, '0123456789abcdef')), 'exact');
  assert.equal(matchOf(key, cacheKey({ ...base, requirements: '' }).primary), 'same-index');
  assert.equal(matchOf(key, cacheKey({ ...base, indexUrl: 'https://x.example/' }).primary), 'other-index');
  assert.equal(matchOf(key, cacheKey({ ...base, arch: 'arm64' }).primary), 'none');
  assert.equal(matchOf(key, ''), 'none');
});

test('keys of other makers are not read as ours', () => {
  for (const key of [
    '',
    'setup-python-Linux-x64-24.04-Ubuntu-python-3.12-pip-abc',
    'pip-mirror-select-2-a-b-c-d-e-f-g-h',
  ]) {
    assert.equal(indexOfKey(key), null);
  }
});

test('requirement files count by path and content, not by the order in which they were found', () => {
  const [a, b] = [
    { path: 'a.txt', content: 'x' },
    { path: 'b.txt', content: 'y' },
  ];
  assert.equal(requirementsDigest([a, b]), requirementsDigest([b, a]));
  assert.notEqual(
    requirementsDigest([a, b]),
    requirementsDigest([
      { ...a, content: 'y' },
      { ...b, content: 'x' },
    ]),
  );
  assert.notEqual(requirementsDigest([a]), requirementsDigest([a], ['torch']));
  assert.equal(requirementsDigest([]), '');
});

test('the Python tag tells a free-threaded build and PyPy apart', () => {
  assert.equal(pythonTagOf(['cp312-cp312-manylinux_2_39_x86_64']), 'cp312');
  assert.equal(pythonTagOf(['cp313-cp313t-linux_x86_64']), 'cp313t');
  assert.equal(pythonTagOf(['pp310-pypy310_pp73-linux_x86_64']), 'pypy310_pp73');
  assert.equal(pythonTagOf(['py3-none-any']), 'py3');
  assert.equal(pythonTagOf([]), 'py3');
});

test('a key tells whether it was saved by a job with the same requirements', () => {
  const { primary } = cacheKey(base);
  assert.equal(isOfRequirements(primary, base.requirements), true);
  assert.equal(isOfRequirements(refreshKey(primary, 'f'.repeat(64)), base.requirements), true);
  const elsewhere = cacheKey({ ...base, indexUrl: 'https://x.example/' });
  assert.equal(isOfRequirements(elsewhere.primary, base.requirements), true, 'whichever index it came from');
  assert.equal(isOfRequirements(primary, 'e'.repeat(64)), false);
  const none = cacheKey({ ...base, requirements: '' });
  assert.equal(isOfRequirements(none.primary, ''), false, 'no requirements say nothing of what is installed');
  assert.equal(isOfRequirements('setup-python-Linux-x64', base.requirements), false);
});
