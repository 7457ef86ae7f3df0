/** CacheControl's rules, which `npm run test:cache` holds against the real pip of each era. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pipKeeps } from '../../../src/decide/pip-keeps.ts';

const date = 'Sun, 22 Nov 2026 08:00:00 GMT';
const cases: [Record<string, string>, boolean][] = [
  [{ date }, false],
  [{ date, 'last-modified': date }, false],
  [{ date, etag: '"x"' }, true],
  [{ date, 'cache-control': 'max-age=365000000, immutable, public' }, true],
  [{ 'cache-control': 'max-age=600' }, false],
  [{ date, 'cache-control': 'public, Max-Age=600' }, true],
  [{ date, 'cache-control': 's-maxage=600' }, false],
  [{ date, 'cache-control': 'max-age=0' }, false],
  [{ date, expires: date }, true],
  [{ date, etag: '"x"', 'cache-control': 'no-store' }, false],
  [{ date, etag: '"x"', vary: '*' }, false],
];

for (const [headers, kept] of cases) {
  test(`${kept ? 'kept' : 'not kept'}: ${JSON.stringify(headers)}`, () => assert.equal(pipKeeps(headers), kept));
}
