/** One address of one host by itself: TCP and TLS, nothing asked. Audits look so at every node behind a name. */
import type { ConnectionFacts, Timing } from '../model/observation.ts';
import type { Trust } from '../model/trust.ts';
import { Clock } from '../platform/clock.ts';
import { type Destination, reach, secure } from '../platform/connection.ts';
import { stopped } from '../platform/failure.ts';
import { unconnected } from '../platform/lane.ts';
import { tlsClientOf } from '../platform/secure-context.ts';
import { socketLimit } from '../platform/socket-limit.ts';

export interface Handshake {
  readonly connection: ConnectionFacts;
  readonly timing: Timing;
  /** To the end of the handshake, or to giving up. */
  readonly durationMs: number;
}

/** `to.address` says where to. Never rejects; `timeoutMs` counts from when a socket is free. */
export async function observeHandshake(to: Destination, trust: Trust, timeoutMs: number): Promise<Handshake> {
  const clock = new Clock(timeoutMs);
  const seat = await socketLimit.acquire(clock.signal);
  const none = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null };
  if (seat === null) {
    return { connection: unconnected(to, stopped(clock.signal, 'connect')).facts, timing: none, durationMs: 0 };
  }
  const startedAt = performance.now();
  try {
    const { facts, connectMs, tlsMs, socket } = await clock.during(async () => {
      const reached = await reach(to, null, async () => trust.anchors, clock.signal);
      return secure(reached, tlsClientOf(trust), clock.signal);
    });
    socket?.destroy();
    return {
      connection: facts,
      timing: { ...none, connectMs, tlsMs },
      durationMs: performance.now() - startedAt,
    };
  } finally {
    seat.release();
  }
}
