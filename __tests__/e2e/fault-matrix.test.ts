/** Protects: beside a healthy mirror no fault is chosen, and real pip installs. A few rows of `npm run faults`. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MATRIX } from '../../bench/faults/rows.ts';
import { type MatrixSurroundings, runRow, surroundings } from '../../bench/faults/run-row.ts';
import { type Lab, startLab } from '../lab/lab.ts';

let lab: Lab;
let around: MatrixSurroundings;
before(async () => {
  lab = await startLab();
  around = await surroundings(lab, { entry: 'source', timeoutSeconds: 1, graceMs: Number.POSITIVE_INFINITY });
});
after(async () => lab.close());

/** One for each way in which pip could not go on: name → the reason that the report gives. */
const ROWS: Readonly<Record<string, string>> = {
  'truncated page': 'truncated',
  'gzip bomb': 'invalid-response',
  'endless redirects': 'redirect-loop',
  'redirect to http': 'insecure-redirect',
  'files corrupt': 'hash-mismatch',
  'files stay silent': 'timeout',
  'metadata 404': 'metadata-missing',
};

for (const [name, reason] of Object.entries(ROWS)) {
  test(`${name}: ${reason}, and pip installs from the other mirror`, async () => {
    const row = MATRIX.find((known) => known.name === name);
    assert.ok(row !== undefined, `no row '${name}'`);
    const result = await runRow(row, around);
    assert.deepEqual(result.broken, []);
    assert.equal(result.reasons[0], reason);
  });
}

test('the matrix has at least forty faults, each under a name of its own', () => {
  assert.ok(MATRIX.filter(({ harmless }) => !harmless).length >= 40);
  assert.equal(new Set(MATRIX.map(({ name }) => name)).size, MATRIX.length);
});
