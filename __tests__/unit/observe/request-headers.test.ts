/** Protects: each generation of pip is imitated with its own header fields. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileHeaders, pageHeaders } from '../../../src/observe/request-headers.ts';

const page = (userAgent: string, authorization: string | null = null) =>
  Object.fromEntries(pageHeaders('host:1', { userAgent, authorization }));

test('pip before 22.2 takes HTML only; from 26.2 on its cache may answer', () => {
  assert.equal(page('pip/22.1.2 {}').Accept, 'text/html');
  assert.match(page('pip/22.2 {}').Accept ?? '', /^application\/vnd\.pypi\.simple\.v1\+json, /);
  assert.equal(page('pip/26.1.2 {}')['Cache-Control'], 'max-age=0');
  assert.equal(page('pip/26.2 {}')['Cache-Control'], undefined);
  assert.equal(page('something else')['Cache-Control'], 'max-age=0');
});

test('authorization and range are sent only where given', () => {
  assert.equal(page('pip/25.3').Authorization, undefined);
  assert.equal(page('pip/25.3', 'Basic eDp5').Authorization, 'Basic eDp5');
  const names = (range: string | null) =>
    fileHeaders('host', { userAgent: 'pip/25.3', authorization: null }, range).map(([name]) => name);
  assert.ok(names('bytes=0-1').includes('Range'));
  assert.ok(!names(null).includes('Range'));
});
