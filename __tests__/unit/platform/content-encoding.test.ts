/** Protects: encoded bodies are undone as urllib3 undoes them, and a small body never becomes a large one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { decodeBody } from '../../../src/platform/content-encoding.ts';

const TEXT = Buffer.from('a page '.repeat(1000));
const MAX = 1 << 20;

test('gzip, deflate, raw deflate, several layers, and what pip leaves as it is', () => {
  const cases: readonly [Buffer, string | undefined][] = [
    [TEXT, undefined],
    [TEXT, 'identity'],
    [gzipSync(TEXT), 'gzip'],
    [gzipSync(TEXT), 'X-GZIP'],
    [deflateSync(TEXT), 'deflate'],
    [deflateRawSync(TEXT), 'deflate'],
    [gzipSync(deflateSync(TEXT)), 'deflate, gzip'],
    [Buffer.concat([gzipSync(TEXT.subarray(0, 100)), gzipSync(TEXT.subarray(100))]), 'gzip'],
  ];
  for (const [body, encoding] of cases) assert.deepEqual(decodeBody(body, encoding, MAX).body, TEXT, encoding);
  assert.deepEqual(decodeBody(TEXT, 'br', MAX).body, TEXT);
  assert.equal(decodeBody(Buffer.alloc(0), 'gzip', MAX).body?.length, 0);
});

test('damage is told apart: cut, no such encoding, too large, too many layers', () => {
  const code = (body: Buffer, encoding: string, max = MAX) => decodeBody(body, encoding, max).failure?.code;
  assert.equal(code(gzipSync(TEXT).subarray(0, 20), 'gzip'), 'truncated');
  assert.equal(code(TEXT, 'gzip'), 'invalid-response');
  assert.equal(code(gzipSync(Buffer.alloc(MAX + 1)), 'gzip'), 'too-large');
  assert.equal(code(gzipSync(gzipSync(Buffer.alloc(100 * MAX))), 'gzip, gzip'), 'too-large');
  assert.equal(code(TEXT, 'identity', 10), 'too-large');
  assert.equal(code(TEXT, 'gzip, gzip, gzip, gzip, gzip, gzip'), 'invalid-response');
});
