/** Messages lead to docs/troubleshooting.md: each code has its section there, in both languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, troubleshooting } from '../../scripts/troubleshooting.ts';
import { textOf } from '../../src/report/messages.ts';
import { everyNotice } from '../unit/report/every-notice.ts';
import { headings, readFromRoot } from './markdown-files.ts';

test('the pages are those of the catalogue: npm run docs:messages', () => {
  const same =
    readFromRoot('docs/troubleshooting.md') === troubleshooting('en') &&
    readFromRoot('docs/troubleshooting.zh-CN.md') === troubleshooting('zh-CN');
  assert.ok(same, 'the catalogue has changed: npm run docs:messages');
});

test('each code has its own anchor', () => {
  for (const file of ['docs/troubleshooting.md', 'docs/troubleshooting.zh-CN.md']) {
    const anchors = headings(readFromRoot(file)).map(({ anchor }) => anchor);
    assert.deepEqual(
      codes().filter((code) => !anchors.includes(code)),
      [],
      file,
    );
  }
});

test('a notice’s own link leads to its anchor', () => {
  const anchors = headings(readFromRoot('docs/troubleshooting.md')).map(({ anchor }) => anchor);
  for (const notice of everyNotice) {
    const [file, anchor = ''] = textOf(notice, 'en').docs.split('#');
    assert.equal(file, 'docs/troubleshooting.md');
    assert.ok(anchors.includes(anchor), anchor);
  }
});
