/** One job at a time on a machine, also when the one before was killed: the mirrors are asked by one, not by each heir. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { signsOf, takeTurn } from '../../../src/platform/turn.ts';

const folder = mkdtempSync(join(tmpdir(), 'turn-'));
after(() => rmSync(folder, { recursive: true }));

/** No process of this machine has it: above what Linux gives out. */
const NOBODY = 2 ** 22 + 1;

test('the turn is one job’s until it is given back', async () => {
  const file = join(folder, 'plain.lock');
  const turn = await takeTurn(file);
  assert.ok(turn);
  assert.equal(await takeTurn(file), null);
  assert.equal((await signsOf(file)).begun, false);
  await turn.begin();
  assert.equal((await signsOf(file)).begun, true);
  await turn.release();
  const next = await takeTurn(file);
  assert.ok(next);
  await next.release();
});

test('a dead owner has one heir, however many wait', async () => {
  for (let round = 0; round < 50; round++) {
    const file = join(folder, `dead-${round}.lock`);
    const dead = `${'d'.repeat(24)} ${NOBODY} ${hostname()} begun`;
    writeFileSync(file, dead);
    const first = await Promise.all(Array.from({ length: 11 }, () => takeTurn(file)));
    const again = await Promise.all(Array.from({ length: 11 }, () => takeTurn(file)));
    const heirs = [...first, ...again].filter((turn) => turn !== null);
    assert.equal(heirs.length, 1, `round ${round}`);
    assert.equal((await signsOf(file)).begun, false, 'the heir has yet to begin');
    await heirs[0]?.release();
  }
  assert.deepEqual(readdirSync(folder), [], 'nothing is left behind');
});
