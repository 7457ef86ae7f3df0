/** Files other than PyPI’s are found, by votes that one operator cannot win alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeHashes } from '../../../src/judge/integrity.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { LockedHashes } from '../../../src/model/requirement.ts';
import { hashed, link, locks, mirror, page } from './observed.ts';

const FILE = 'x-1.tar.gz';
const listing = (name: string, sha256: string, more = {}) => mirror(name, { x: hashed({ [FILE]: sha256 }) }, more);

interface Case {
  readonly name: string;
  readonly mirrors: readonly Observation[];
  /** All of them where not given. */
  readonly verified?: readonly string[];
  readonly locked?: LockedHashes;
  /** Mirrors that disagree, and with whom. */
  readonly expected: Record<string, string>;
}

const CASES: readonly Case[] = [
  {
    name: 'pypi.org is the reference, against any majority',
    mirrors: [listing('pypi', 'aa'), listing('b', 'bb'), listing('c', 'bb'), listing('d', 'aa')],
    expected: { b: 'pypi', c: 'pypi' },
  },
  {
    name: 'an unverified pypi.org is nobody’s reference, and is judged like any mirror',
    mirrors: [listing('pypi', 'bb'), listing('b', 'aa'), listing('c', 'aa')],
    verified: ['b', 'c'],
    expected: { pypi: 'majority' },
  },
  {
    name: 'without pypi.org most of the independent operators are',
    mirrors: [listing('b', 'aa'), listing('c', 'aa'), listing('d', 'bb')],
    expected: { d: 'majority' },
  },
  {
    name: 'mirrors of one family have one vote, so that three of them are no majority over two others',
    mirrors: [
      listing('tuna', 'bb', { family: 'tuna' }),
      listing('bfsu', 'bb', { family: 'tuna', operator: 'tuna' }),
      listing('ustc', 'bb', { family: 'tuna' }),
      listing('aliyun', 'aa'),
      listing('huawei', 'aa'),
    ],
    expected: { tuna: 'majority', bfsu: 'majority', ustc: 'majority' },
  },
  {
    name: 'one operator with mirrors in two families ties the families together',
    mirrors: [
      listing('a', 'bb', { family: 'f' }),
      listing('b', 'bb', { family: 'f', operator: 'o' }),
      listing('c', 'bb', { family: 'g', operator: 'o' }),
      listing('d', 'aa'),
      listing('e', 'aa'),
    ],
    expected: { a: 'majority', b: 'majority', c: 'majority' },
  },
  {
    name: 'a family that contradicts itself has no vote',
    mirrors: [
      listing('a', 'aa', { family: 'f' }),
      listing('b', 'bb', { family: 'f' }),
      listing('c', 'aa'),
      listing('d', 'aa'),
    ],
    expected: { b: 'majority' },
  },
  {
    name: 'nor does it make a majority with another one',
    mirrors: [listing('a', 'aa', { family: 'f' }), listing('b', 'bb', { family: 'f' }), listing('c', 'aa')],
    expected: {},
  },
  {
    name: 'a tie is no majority',
    mirrors: [listing('b', 'aa'), listing('c', 'aa'), listing('d', 'bb'), listing('e', 'bb')],
    expected: {},
  },
  {
    name: 'two against one against one is no majority either',
    mirrors: [listing('b', 'aa'), listing('c', 'aa'), listing('d', 'bb'), listing('e', 'cc')],
    expected: {},
  },
  { name: 'one mirror alone is not judged', mirrors: [listing('b', 'aa')], expected: {} },
  {
    name: 'a tie goes to the lock file',
    mirrors: [listing('b', 'aa'), listing('c', 'bb')],
    locked: locks({ project: 'x', filename: FILE, sha256: 'aa' }),
    expected: { c: 'lock-file' },
  },
  {
    name: 'the lock file judges one mirror alone',
    mirrors: [listing('b', 'bb')],
    locked: locks({ project: 'x', filename: FILE, sha256: 'aa' }),
    expected: { b: 'lock-file' },
  },
  {
    name: 'a lock file that names no files cannot contradict a page',
    mirrors: [listing('b', 'bb')],
    locked: locks({ project: 'x', sha256: 'aa' }),
    expected: {},
  },
  {
    name: 'lock files that contradict each other say nothing',
    mirrors: [listing('b', 'bb')],
    locked: locks({ project: 'x', filename: FILE, sha256: 'aa' }, { project: 'x', filename: FILE, sha256: 'cc' }),
    expected: {},
  },
  {
    name: 'a missing hash and one of another kind are no mismatch',
    mirrors: [
      listing('pypi', 'aa'),
      mirror('b', { x: page([FILE]) }),
      mirror('c', { x: page([link(FILE, { hashes: { md5: 'bb' } })]) }),
    ],
    expected: {},
  },
  {
    name: 'the case of hex digits is none',
    mirrors: [listing('pypi', 'aabb'), listing('b', 'AABB')],
    expected: {},
  },
  {
    name: 'the same file name of another project is another file',
    mirrors: [mirror('pypi', { x: hashed({ [FILE]: 'aa' }) }), mirror('b', { y: hashed({ [FILE]: 'bb' }) })],
    expected: {},
  },
  {
    name: 'mirrors that pip does not accept have no vote but are judged',
    mirrors: [listing('b', 'aa'), listing('c', 'aa'), listing('d', 'bb'), listing('e', 'bb'), listing('f', 'bb')],
    verified: ['b', 'c'],
    expected: { d: 'majority', e: 'majority', f: 'majority' },
  },
];

describe('judgeHashes', () => {
  for (const { name, mirrors, verified, locked, expected } of CASES) {
    it(name, () => {
      const accepted = new Set(verified ?? mirrors.map(({ candidate }) => candidate.name));
      const found = judgeHashes(mirrors, accepted, locked ?? new Map());
      const words = [...found].map(([mirrorName, [first]]) => [mirrorName, first?.reference]);
      assert.deepEqual(Object.fromEntries(words), expected);
    });
  }

  it('names the file, both hashes and who agrees', () => {
    const found = judgeHashes([listing('pypi', 'aa'), listing('b', 'bb')], new Set(['pypi', 'b']), new Map());
    assert.deepEqual(found.get('b'), [
      { filename: FILE, listed: 'bb', expected: 'aa', reference: 'pypi', witnesses: ['pypi'] },
    ]);
  });
});
