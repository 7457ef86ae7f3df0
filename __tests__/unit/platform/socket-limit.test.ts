/** Protects: never more sockets than allowed, first come first served, idle ones give way, nobody waits for ever. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SocketLimit } from '../../../src/platform/socket-limit.ts';

const never = new AbortController().signal;

test('the third waits until one leaves, and the order is kept', async () => {
  const limit = new SocketLimit(2);
  const first = await limit.acquire(never);
  await limit.acquire(never);
  const order: number[] = [];
  const third = limit.acquire(never).then((seat) => (order.push(3) > 0 ? seat : null));
  const fourth = limit.acquire(never).then((seat) => (order.push(4) > 0 ? seat : null));
  await Promise.resolve();
  assert.deepEqual(order, []);
  first?.release();
  first?.release();
  (await third)?.release();
  await fourth;
  assert.deepEqual(order, [3, 4]);
});

test('an idle seat is taken at once, the one idle longest first', async () => {
  const limit = new SocketLimit(2);
  const left: string[] = [];
  const one = await limit.acquire(never);
  const two = await limit.acquire(never);
  two?.idle(() => left.push('two'));
  one?.idle(() => left.push('one'));
  await limit.acquire(never);
  assert.deepEqual(left, ['two']);
  one?.busy();
  const waiting = limit.acquire(never);
  one?.idle(() => left.push('one'));
  await waiting;
  assert.deepEqual(left, ['two', 'one']);
});

test('who gives up waiting takes no seat', async () => {
  const limit = new SocketLimit(1);
  const first = await limit.acquire(never);
  const impatient = new AbortController();
  const given = limit.acquire(impatient.signal);
  const next = limit.acquire(never);
  impatient.abort();
  assert.equal(await given, null);
  first?.release();
  assert.notEqual(await next, null);
  assert.equal(await limit.acquire(impatient.signal), null);
});
