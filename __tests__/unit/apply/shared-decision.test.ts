/** One job decides and the others of the machine take its word: when they wait, for how long, and what they get. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { openShared, type SharedDecision } from '../../../src/apply/shared-decision.ts';
import type { StoredDecision } from '../../../src/decide/reuse.ts';

const folder = mkdtempSync(join(tmpdir(), 'shared-'));
after(() => rmSync(folder, { recursive: true }));

let machines = 0;
/** Jobs of one machine. */
function machine(reuseMinutes = 30): () => SharedDecision {
  machines += 1;
  const toolCache = join(folder, String(machines));
  const service = { read: false, write: false };
  return () =>
    openShared({ reuseMinutes, toolCache, temp: folder, runId: '1', inputs: 'inputs', network: 'network', service });
}

const decision = (final: boolean): StoredDecision => ({
  decidedAt: Date.now(),
  indexUrl: 'https://a.test/simple/',
  fallbackUrl: null,
  latencyMs: 10,
  why: { code: 'only-usable' },
  final,
});

it('gives those that wait what the first one stores', async () => {
  const job = machine();
  const [first, second] = [job(), job()];
  assert.equal(await first.onThisMachine(), null, 'the first one has the turn');
  await first.begin();
  const waiting = second.onThisMachine();
  await first.announce(decision(false));
  await first.store(decision(true));
  const found = await waiting;
  assert.deepEqual([found?.place, found?.stored.final], ['machine', true]);
  await Promise.all([first.close(), second.close()]);
});

it('hands out what was announced when the first one ends before pip has answered, to one at a time', async () => {
  const job = machine();
  const [first, second, third] = [job(), job(), job()];
  await first.onThisMachine();
  await first.begin();
  await first.announce(decision(false));
  await first.close();
  const found = await second.onThisMachine();
  assert.equal(found?.stored.final, false, 'it has the turn, and a choice to check');
  const waiting = third.onThisMachine();
  await second.keep({ ...decision(false), final: true });
  assert.equal((await waiting)?.stored.final, true);
  await third.close();
});

it('hands out what was announced when the wait is over', async () => {
  const job = machine();
  const [first, second] = [job(), job()];
  await first.onThisMachine();
  await first.begin();
  await first.announce(decision(false));
  assert.equal((await second.onThisMachine())?.stored.final, false);
  await second.announce({ ...decision(false), indexUrl: 'https://b.test/simple/' });
  assert.equal((await job().onThisMachine())?.stored.indexUrl, 'https://a.test/simple/', 'only the turn announces');
  await Promise.all([first.close(), second.close()]);
});

it('does not give back what the reader rejected', async () => {
  const job = machine();
  const [first, second] = [job(), job()];
  await first.onThisMachine();
  await first.store(decision(true));
  const found = await second.onThisMachine();
  assert.ok(found);
  assert.equal(await second.onThisMachine(found.stored), null, 'it has the turn to decide anew');
  await second.close();
});

it('shares nothing with reuse-minutes 0', async () => {
  const job = machine(0);
  const [first, second] = [job(), job()];
  assert.equal(await first.onThisMachine(), null);
  await first.store(decision(true));
  assert.equal(await second.onThisMachine(), null);
  assert.ok(!readdirSync(folder).includes(String(machines)), 'and writes nothing');
});
