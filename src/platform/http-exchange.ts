/** One HTTP/1.1 request and its answer on a connection that is already there. Nothing throws. */
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Failure, Headers } from '../model/observation.ts';
import { failureOf, stopped } from './failure.ts';

export interface Ask {
  /** Request target: a path, or an absolute URL towards a forward proxy. */
  readonly target: string;
  /** In the order in which they are sent, Host among them. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Body bytes, as they come over the wire, that are read of an answer with this status. */
  readonly maxBytes: (status: number) => number;
  /** The beginning of a body is of no use: one that is announced as longer than `maxBytes` is not read at all. */
  readonly whole?: boolean;
  /** After this many milliseconds of body the reading stops, with what came. */
  readonly maxBodyMs?: number;
  readonly signal: AbortSignal;
}

export interface Answer {
  /** null when no complete header block came. */
  readonly status: number | null;
  readonly headers: Headers;
  readonly httpVersion: string | null;
  /** From the request to the header block, milliseconds. */
  readonly firstByteMs: number | null;
  /** As it came, content encoding and all; cut at `maxBytes`. */
  readonly body: Buffer;
  /** Body bytes that came with the first read, before the clock of `bodyMs` started. */
  readonly firstBytes: number;
  readonly bodyMs: number;
  /** The whole body came. False with a null failure: the reading stopped at `maxBytes` or `maxBodyMs`. */
  readonly complete: boolean;
  /** The connection can carry another request. */
  readonly reusable: boolean;
  readonly failure: Failure | null;
}

/** More than Python's http.client takes (100 fields), still bounded. */
const MAX_HEADER_BYTES = 128 * 1024;

/** Sends the request and reads the answer up to its limits. An answer that is not read to its end closes the socket. */
export function exchange(socket: Duplex, ask: Ask): Promise<Answer> {
  return new Promise((settle) => {
    const reader = new Reader(ask, socket, settle);
    reader.start();
  });
}

class Reader {
  private readonly ask: Ask;
  private readonly socket: Duplex;
  private readonly settle: (answer: Answer) => void;
  private readonly chunks: Buffer[] = [];
  private readonly stop = (): void => this.fail(stopped(this.ask.signal, this.phase()));
  private request: ClientRequest | null = null;
  private response: IncomingMessage | null = null;
  private sentAt = 0;
  private firstByteMs: number | null = null;
  private firstBodyAt = 0;
  private lastBodyAt = 0;
  private firstBytes = 0;
  private bytes = 0;
  private done = false;
  private bodyTimer: NodeJS.Timeout | undefined;

  constructor(ask: Ask, socket: Duplex, settle: (answer: Answer) => void) {
    this.ask = ask;
    this.socket = socket;
    this.settle = settle;
  }

  start(): void {
    const { ask, socket } = this;
    if (ask.signal.aborted) {
      this.stop();
      return;
    }
    ask.signal.addEventListener('abort', this.stop, { once: true });
    this.sentAt = performance.now();
    try {
      this.request = request({
        method: 'GET',
        path: ask.target,
        createConnection: () => socket,
        // A flat list is sent as it is: pip's order and spelling.
        headers: ask.headers.flat(),
        setHost: false,
        // Python's parser is lenient, so a mirror must not fail here for what pip would read.
        insecureHTTPParser: true,
        maxHeaderSize: MAX_HEADER_BYTES,
      });
      // Without an agent Node means to close the connection, whatever the header field says; an answer may still.
      this.request.shouldKeepAlive = true;
    } catch (error) {
      this.fail(failureOf(error, 'headers'));
      return;
    }
    this.request.on('error', (error) => {
      // Bytes behind a complete body upset the parser, not pip: the body's own end still comes.
      if (this.response?.complete !== true) this.fail(this.brokenBy(error));
    });
    this.request.on('response', (response) => this.read(response));
    this.request.on('upgrade', () =>
      this.fail({ code: 'invalid-response', phase: 'headers', detail: 'the server switched protocols' }),
    );
    this.request.end();
  }

  private read(response: IncomingMessage): void {
    this.response = response;
    this.firstByteMs = performance.now() - this.sentAt;
    const limit = this.ask.maxBytes(response.statusCode ?? 0);
    if (this.ask.whole === true && Number(response.headers['content-length'] ?? 0) > limit) {
      this.finish(false, null);
      return;
    }
    if (this.ask.maxBodyMs !== undefined)
      this.bodyTimer = setTimeout(() => this.finish(false, null), this.ask.maxBodyMs);
    response.on('data', (chunk: Buffer) => {
      this.lastBodyAt = performance.now();
      if (this.bytes === 0) {
        this.firstBodyAt = this.lastBodyAt;
        this.firstBytes = chunk.length;
      }
      const kept = chunk.subarray(0, limit - this.bytes);
      this.bytes += kept.length;
      this.chunks.push(kept);
      if (kept.length < chunk.length) this.finish(false, null);
    });
    response.on('end', () =>
      this.onceSent(() => this.finish(response.complete, response.complete ? null : this.truncated())),
    );
    response.on('error', (error) => this.fail(this.brokenBy(error)));
    response.on('aborted', () => this.fail(this.truncated()));
  }

  /**
   * An answer may be over before the write of its request has been reported. Node lets go of the socket only then, and
   * would take the reader of the next answer off it.
   */
  private onceSent(next: () => void): void {
    if (this.request === null || this.request.writableFinished) next();
    else this.request.once('finish', next);
  }

  private phase(): Failure['phase'] {
    return this.response === null ? 'headers' : 'body';
  }

  private truncated(): Failure {
    return { code: 'truncated', phase: 'body', detail: `${this.bytes} bytes came` };
  }

  /** A connection that ends inside a body is a truncated one, however the end is spelt. */
  private brokenBy(error: unknown): Failure {
    const failure = failureOf(error, this.phase());
    return this.response !== null && failure.code === 'connection-reset' ? this.truncated() : failure;
  }

  private fail(failure: Failure): void {
    this.finish(false, failure);
  }

  private finish(complete: boolean, failure: Failure | null): void {
    if (this.done) return;
    this.done = true;
    clearTimeout(this.bodyTimer);
    this.ask.signal.removeEventListener('abort', this.stop);
    const reusable = complete && failure === null && this.request?.shouldKeepAlive === true && !this.socket.destroyed;
    if (!reusable) {
      this.request?.destroy();
      this.socket.destroy();
    }
    this.settle({
      status: this.response?.statusCode ?? null,
      headers: this.response === null ? {} : headersOf(this.response),
      httpVersion: this.response?.httpVersion ?? null,
      firstByteMs: this.firstByteMs,
      body: Buffer.concat(this.chunks),
      firstBytes: Math.min(this.firstBytes, this.bytes),
      bodyMs: this.lastBodyAt - this.firstBodyAt,
      complete,
      reusable,
      failure,
    });
  }
}

function headersOf(response: IncomingMessage): Headers {
  const fields = new Map<string, string>();
  const raw = response.rawHeaders;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase();
    const value = raw[i + 1] ?? '';
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(fields);
}
