/** Names on a private and a public index: found, and told from which index pip would take them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type IndexedPage, judgeConfusion } from '../../../src/judge/dependency-confusion.ts';
import { DEFAULT_PROBE } from '../../../src/judge/requirements.ts';
import type { Requirement } from '../../../src/model/requirement.ts';

const wanted = (specifier = ''): Requirement => ({
  ...DEFAULT_PROBE,
  project: 'tool',
  raw: `tool${specifier}`,
  specifier,
});

function page(index: string, isPrivate: boolean, ...versions: string[]): IndexedPage {
  const files = versions.map((version) => ({
    filename: `tool-${version}-py3-none-any.whl`,
    url: `https://${index}.test/tool-${version}-py3-none-any.whl`,
    hashes: {},
    requiresPython: null,
    yanked: false,
    metadata: null,
    size: null,
    uploadTime: null,
  }));
  return { index, isPrivate, page: { format: 'html', files, serial: null } };
}

test('a higher version on the public index wins, which is an error', () => {
  const notice = judgeConfusion(wanted(), [page('pypi', false, '99.0'), page('team', true, '1.0')], null);
  assert.deepEqual(notice, {
    code: 'dependency-confusion',
    level: 'error',
    facts: { project: 'tool', privateIndex: 'team', winner: 'pypi' },
  });
});

test('the same version comes from the last index; while that is the private one it is a warning', () => {
  const both = [page('pypi', false, '1.0'), page('team', true, '1.0')];
  assert.equal(judgeConfusion(wanted(), both, null)?.level, 'warning');
  assert.equal(judgeConfusion(wanted(), both.toReversed(), null)?.level, 'error');
});

test('a pin that only the private index satisfies is still reported, as a warning', () => {
  const pages = [page('pypi', false, '99.0'), page('team', true, '1.0')];
  const notice = judgeConfusion(wanted('==1.0'), pages, null);
  assert.deepEqual(
    [notice?.level, notice?.facts],
    ['warning', { project: 'tool', privateIndex: 'team', winner: 'team' }],
  );
});

test('a name on one side alone is no confusion', () => {
  assert.equal(judgeConfusion(wanted(), [page('pypi', false, '1.0'), page('team', true)], null), null);
  assert.equal(judgeConfusion(wanted(), [page('pypi', false), page('team', true, '1.0')], null), null);
  assert.equal(judgeConfusion(wanted(), [page('a', true, '1.0'), page('b', true, '1.0')], null), null);
});
