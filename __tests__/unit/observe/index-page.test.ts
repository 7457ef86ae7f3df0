/** Protects: what pip does not use of an index page but the judgement does: serial, sizes, upload times, defects. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIndexPage } from '../../../src/observe/index-page.ts';

const URL = 'https://mirror.test/simple/demo/';
const JSON_API = 'application/vnd.pypi.simple.v1+json';
const html = (body: string, headers = {}) => parseIndexPage(Buffer.from(body), 'text/html', URL, headers);
const json = (data: object, headers = {}) => parseIndexPage(Buffer.from(JSON.stringify(data)), JSON_API, URL, headers);

test('the serial comes from the header, else from the page, as number or as text', () => {
  assert.equal(html('<a href=x-1.whl></a>', { 'x-pypi-last-serial': '42' }).page?.serial, 42);
  assert.equal(html('<a href=x-1.whl></a>\n<!--SERIAL 17-->').page?.serial, 17);
  assert.equal(html('<!--SERIAL 17-->', { 'x-pypi-last-serial': '42' }).page?.serial, 42);
  assert.equal(json({ meta: { '_last-serial': 7 }, files: [] }).page?.serial, 7);
  assert.equal(json({ meta: { '_last-serial': '8' }, files: [] }).page?.serial, 8);
  for (const bad of [-1, 1.5, '1.5', 'x', null, {}, 1e300]) {
    assert.equal(json({ meta: { '_last-serial': bad }, files: [] }).page?.serial, null, String(bad));
  }
  assert.equal(json({ meta: 'x', files: [] }).page?.serial, null);
});

test('size and upload time are kept where they make sense', () => {
  const file = (more: object) => json({ files: [{ url: 'x-1.whl', ...more }] }).page?.files[0];
  const good = file({ size: 12, 'upload-time': '2024-01-02T03:04:05.678901Z' });
  assert.equal(good?.size, 12);
  assert.equal(good?.uploadTime, Date.UTC(2024, 0, 2, 3, 4, 5, 678));
  const bad = file({ size: '12', 'upload-time': 'yesterday' });
  assert.deepEqual([bad?.size, bad?.uploadTime], [null, null]);
});

test('a page without a distribution is a page with a defect', () => {
  const portal = html('<a href="/login">Log in</a>');
  assert.deepEqual([portal.page?.files, portal.defect], [[], 'no-links']);
  assert.equal(json({ files: [] }).defect, 'no-links');
  assert.equal(html('<a href=x-1.whl></a>').defect, null);
});

test('a hostile page costs linear time', () => {
  // Each of these made a backtracking parser quadratic or worse; the test's own time limit would tell.
  const pieces = ['<a ', '<a href="', "<a x='", '<!--', '<![', '<script>', '<a/', '<a x=', '&#', '<a\n'];
  for (const piece of pieces) html(piece.repeat((4 << 20) / piece.length));
  assert.ok(html(`${'<'.repeat(1 << 20)}<a href=x-1.whl>`).page?.files.length === 1);
});

test('links carry no credentials and no fragment', () => {
  const [file] = html('<a href="https://user:secret@files.test/x-1.whl#sha256=ab">x</a>').page?.files ?? [];
  assert.equal(file?.url, 'https://files.test/x-1.whl');
  assert.deepEqual(file?.hashes, { sha256: 'ab' });
});
