/** Exchanges on one connection follow one another, however late the machine tells of them. */
import assert from 'node:assert/strict';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import { exchange } from '../../../src/platform/http-exchange.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\nhello';

/** Answers the first request at once and reports its writes late: what a busy machine does to a near server. */
function hastySocket(): Duplex {
  let waitMs = 0;
  return new Duplex({
    read: () => {},
    write(_chunk, _encoding, written) {
      if (waitMs === 0) this.push(ANSWER);
      else setTimeout(() => this.push(ANSWER), waitMs);
      waitMs = 40;
      setTimeout(written, 20);
    },
  });
}

test('an answer that overtakes the report of its request does not lose the next answer', async () => {
  const socket = hastySocket();
  const ask = { target: '/', headers: [['Host', 'mirror.test']] as const, maxBytes: () => 100 };
  for (const round of [1, 2]) {
    const answer = await exchange(socket, { ...ask, signal: AbortSignal.timeout(2_000) });
    assert.equal(answer.body.toString(), 'hello', `answer ${round}: ${answer.failure?.detail}`);
    assert.equal(answer.reusable, true);
  }
});
