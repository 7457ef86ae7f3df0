/** A long summary is cut where nobody misses the rest, and says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fit } from '../../../src/report/budget.ts';

const note = (rows: number) => `${rows} left out`;
const block = (keep: number, count: number, size = 100) => ({
  open: `<${keep}>\n`,
  rows: Array.from({ length: count }, (_, i) => `${keep}:${i}:`.padEnd(size, '镜')),
  close: `</${keep}>\n`,
  keep,
});

test('what fits is left as it is', () => {
  assert.equal(fit([{ open: 'a\n', rows: ['b', 'c'], close: 'd\n', keep: 1 }], 1000, note), 'a\nb\nc\nd\n');
});

test('the block that matters least gives up rows first, from its end, and says how many', () => {
  const text = fit([block(5, 10), block(1, 10)], 5000, note);
  assert.match(text, /5:9:/);
  assert.match(text, /1:0:/);
  assert.doesNotMatch(text, /1:9:/);
  const left = text.match(/1:\d:/g)?.length ?? 0;
  assert.ok(text.includes(`${10 - left} left out`));
});

test('the limit in bytes holds for any blocks whose frames fit', () => {
  const blocks = fc.array(fc.tuple(fc.nat(9), fc.nat(60), fc.nat(300)), { maxLength: 8 });
  fc.assert(
    fc.property(blocks, fc.integer({ min: 5000, max: 50_000 }), (shapes, limit) => {
      const text = fit(
        shapes.map(([keep, count, size]) => block(keep, count, size)),
        limit,
        note,
      );
      assert.ok(Buffer.byteLength(text) <= limit);
      for (const [keep] of shapes) assert.ok(text.includes(`<${keep}>`) && text.includes(`</${keep}>`));
    }),
  );
});
