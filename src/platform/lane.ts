/** One origin's keep-alive connection: requests go over it one after the other, as pip sends them. */

import type { Duplex } from 'node:stream';
import type { ConnectionFacts, Failure } from '../model/observation.ts';
import type { Clock } from './clock.ts';
import { type Connection, type Destination, reach, secure } from './connection.ts';
import { stopped } from './failure.ts';
import { type Answer, type Ask, exchange } from './http-exchange.ts';
import type { HttpProxy } from './proxy.ts';
import type { TlsClient } from './secure-context.ts';
import { type Seat, socketLimit } from './socket-limit.ts';

export interface LaneOptions {
  readonly to: Destination;
  readonly proxy: () => Promise<HttpProxy | null>;
  readonly client: () => Promise<TlsClient>;
  /** For an https proxy's own certificate. */
  readonly anchors: () => Promise<readonly string[]>;
  readonly clock: Clock;
  /** Called before each step towards a connection, with the round trips that it takes. */
  readonly onRoundTrips: (count: number) => void;
  /** Called when name and TCP are done, however they ended. */
  readonly onReached: (reached: Pick<Connection, 'dnsMs' | 'connectMs'>) => void;
}

export type Limits = Pick<Ask, 'maxBytes' | 'maxBodyMs' | 'whole'>;

/** What a request may look like once it is known how the connection goes. */
export type Compose = (forwardProxy: HttpProxy | null) => Pick<Ask, 'target' | 'headers'>;

export interface LaneAnswer {
  readonly connection: Connection;
  /** True when this exchange opened the connection: its phases belong to the timing. */
  readonly fresh: boolean;
  /** null when the connection failed. */
  readonly answer: Answer | null;
}

export class Lane {
  private readonly options: LaneOptions;
  private connection: Promise<Connection> | null = null;
  private socket: Duplex | null = null;
  private seat: Seat | null = null;
  private unused = true;
  private asking = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(options: LaneOptions) {
    this.options = options;
  }

  /** Starts to connect before there is anything to ask. */
  open(): void {
    this.connection ??= this.connect();
  }

  /**
   * Asks one thing, after what was asked before. `spend` is called before each request that goes out; when it refuses,
   * nothing is sent. A kept connection that the server had closed meanwhile is opened again once.
   */
  ask(compose: Compose, limits: Limits, spend: () => boolean): Promise<LaneAnswer> {
    this.asking += 1;
    const turn = this.queue.then(() => this.attempt(compose, limits, spend));
    this.queue = turn;
    return turn.finally(() => {
      this.asking -= 1;
      this.rest();
    });
  }

  close(): void {
    this.closed = true;
    this.drop();
  }

  private async attempt(compose: Compose, limits: Limits, spend: () => boolean): Promise<LaneAnswer> {
    const { clock } = this.options;
    if (this.socket?.destroyed === true) this.drop();
    this.seat?.busy();
    this.open();
    const connection = await (this.connection as Promise<Connection>);
    const fresh = this.unused;
    this.unused = false;
    const { socket } = connection;
    if (socket === null) {
      this.connection = null;
      return { connection, fresh, answer: null };
    }
    if (!spend()) return { connection, fresh, answer: null };
    const ask = { ...compose(connection.forwardProxy), ...limits, signal: clock.signal };
    const answer = await clock.during(() => exchange(socket, ask));
    if (!answer.reusable) this.drop();
    const stale = !fresh && answer.status === null && answer.failure?.code === 'connection-reset';
    return stale && !this.closed ? this.attempt(compose, limits, spend) : { connection, fresh, answer };
  }

  private async connect(): Promise<Connection> {
    const { to, clock, anchors } = this.options;
    this.unused = true;
    const proxy = await unlessAborted(this.options.proxy(), clock.signal, null);
    const seat = await socketLimit.acquire(clock.signal);
    if (seat === null) return unconnected(to, stopped(clock.signal, 'connect'));
    this.seat = seat;
    // The name and TCP.
    this.options.onRoundTrips(2);
    const reached = await clock.during(() => reach(to, proxy, anchors, clock.signal));
    this.options.onReached(reached);
    const made = reached.socket === null ? reached : await this.encrypt(reached);
    this.socket = made.socket;
    if (made.socket === null) seat.release();
    else if (this.closed) this.drop();
    else {
      made.socket.once('close', () => seat.release());
      this.rest();
    }
    return made;
  }

  /** Nobody asks for now: somebody who waits for a socket may have this one. */
  private rest(): void {
    if (this.asking === 0 && this.socket !== null) this.seat?.idle(() => this.drop());
  }

  private async encrypt(reached: Connection): Promise<Connection> {
    const { to, clock } = this.options;
    this.socket = reached.socket;
    if (to.scheme === 'http') return reached;
    const client = await unlessAborted(this.options.client(), clock.signal, null);
    if (client === null) {
      reached.socket?.destroy();
      const facts: ConnectionFacts = { ...reached.facts, failure: stopped(clock.signal, 'tls') };
      return { ...reached, facts, socket: null };
    }
    this.options.onRoundTrips(1);
    return clock.during(() => secure(reached, client, clock.signal));
  }

  private drop(): void {
    this.socket?.destroy();
    this.seat?.release();
    this.socket = null;
    this.seat = null;
    this.connection = null;
  }
}

/** A connection that never began. */
export function unconnected(to: Destination, failure: Failure): Connection {
  return {
    facts: {
      scheme: to.scheme,
      host: to.host,
      port: to.port,
      address: null,
      family: null,
      proxy: null,
      tls: null,
      failure,
    },
    dnsMs: null,
    connectMs: null,
    tlsMs: null,
    socket: null,
    forwardProxy: null,
  };
}

/** The promise's value, or `otherwise` once the signal aborts: nobody waits for what is no longer wanted. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal, otherwise: T | null): Promise<T | null> {
  return new Promise((settle) => {
    const stop = (): void => settle(otherwise);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    const done = (value: T | null): void => {
      signal.removeEventListener('abort', stop);
      settle(value);
    };
    promise.then(done, () => done(otherwise));
  });
}
