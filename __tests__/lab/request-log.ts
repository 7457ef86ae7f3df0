/** What a mirror saw: its proof of who asked for what, and what it sent. */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { LabRequest, RequestKind } from './answer.ts';

/** One request as the mirror saw it. */
export interface LoggedRequest {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly kind: RequestKind;
  readonly project: string | null;
  readonly filename: string | null;
  /** Number of the TCP connection, from 1. */
  readonly connection: number;
  /** 0 until answered, and for answers below HTTP. */
  status: number;
  /** Body bytes handed to the connection. */
  bytesSent: number;
  durationMs: number;
}

/** One TCP connection as the mirror saw it. */
export interface LoggedConnection {
  readonly at: number;
  /** From 1. */
  readonly number: number;
  /** Server name that the client asked for; null without SNI or before it came. */
  servername: string | null;
  protocol: string | null;
  /** Why the TLS handshake failed; null where it did not. */
  failure: string | null;
}

export class RequestLog {
  readonly requests: LoggedRequest[] = [];
  readonly connections: LoggedConnection[] = [];
  /** By the port at the far end, which a TLS socket shares with the TCP socket below it. */
  readonly #byPort = new Map<number, LoggedConnection>();
  #connectionCount = 0;

  opened(socket: Socket): void {
    this.#connectionCount += 1;
    const number = this.#connectionCount;
    const connection = { at: Date.now(), number, servername: null, protocol: null, failure: null };
    this.connections.push(connection);
    this.#byPort.set(socket.remotePort ?? 0, connection);
  }

  /** The connection of `socket` goes on from another port: that of a relay. */
  goesOnFrom(socket: Socket, port: number): void {
    const connection = this.connectionOf(socket);
    if (connection !== undefined) this.#byPort.set(port, connection);
  }

  connectionOf(socket: Socket): LoggedConnection | undefined {
    return this.#byPort.get(socket.remotePort ?? 0);
  }

  asked(request: LabRequest, headers: IncomingMessage['headers'], socket: Socket): LoggedRequest {
    const { method, url, kind, project, filename } = request;
    const connection = this.connectionOf(socket)?.number ?? 0;
    const answer = { status: 0, bytesSent: 0, durationMs: 0 };
    const logged = { at: Date.now(), method, url, headers, kind, project, filename, connection, ...answer };
    this.requests.push(logged);
    return logged;
  }

  clear(): void {
    this.requests.length = 0;
    this.connections.length = 0;
  }
}
