/** A network link: a relay that delays and paces the bytes of each connection as the link would. */
import type { Socket } from 'node:net';

export interface LinkSpec {
  /** Round-trip time: TCP set-up, TLS 1.3 and the first request cost one each. */
  readonly rttMs?: number;
  /** Towards the client, shared by all connections of the link. */
  readonly bytesPerSecond?: number;
}

/** Early delivery by less than this is not worth another timer. */
const SLACK_MS = 0.4;
/** A piece takes at most so long on the wire, so that slow links drip instead of bursting. */
const PIECE_MS = 4;
const SMALLEST_PIECE = 1460;

/**
 * The whole round trip is laid on the way back: a client cannot tell, and one timer serves both halves.
 * The kernel completes TCP's own handshake at once on loopback, so its round trip is added to the first answer.
 */
export class Link {
  readonly rttMs: number;
  readonly #bytesPerMs: number;
  #freeAt = 0;
  /** Bytes delivered to clients, TLS and HTTP framing included. */
  delivered = 0;

  constructor(spec: LinkSpec) {
    this.rttMs = spec.rttMs ?? 0;
    this.#bytesPerMs = (spec.bytesPerSecond ?? Number.POSITIVE_INFINITY) / 1000;
  }

  get pieceBytes(): number {
    return Math.max(SMALLEST_PIECE, Math.floor(this.#bytesPerMs * PIECE_MS));
  }

  /** Bytes that one connection may hold here before its server must wait. */
  get windowBytes(): number {
    return Math.max(
      131_072,
      this.#bytesPerMs === Number.POSITIVE_INFINITY ? 4_194_304 : this.#bytesPerMs * (this.rttMs + 25),
    );
  }

  /** The server goes on below this: what is on its way must not be all there is, or the wire falls idle. */
  get refillBytes(): number {
    if (this.#bytesPerMs === Number.POSITIVE_INFINITY) return this.windowBytes / 2;
    return Math.max(this.windowBytes / 2, this.#bytesPerMs * (this.rttMs + 15));
  }

  /** Takes the wire for `size` bytes and says when (performance.now) the last one arrives. */
  book(size: number): number {
    const start = Math.max(performance.now(), this.#freeAt);
    this.#freeAt = start + size / this.#bytesPerMs;
    return this.#freeAt + this.rttMs;
  }
}

interface Piece {
  readonly due: number;
  /** null: the server's end. */
  readonly data: Buffer | null;
}

/** Joins a client with its server over the link. Both sockets are owned by the relay from here on. */
export function relay(client: Socket, server: Socket, link: Link): void {
  const queue: Piece[] = [];
  let held = 0;
  let timer: NodeJS.Timeout | null = null;
  let waiting = false;
  let handshakeMs = link.rttMs;

  const close = (): void => {
    if (timer !== null) clearTimeout(timer);
    queue.length = 0;
    client.destroy();
    server.destroy();
  };

  const deliver = (): void => {
    timer = null;
    while (!waiting) {
      const piece = queue[0];
      if (piece === undefined) return;
      const early = piece.due - performance.now();
      if (early > SLACK_MS) {
        timer = setTimeout(deliver, early);
        return;
      }
      queue.shift();
      if (piece.data === null) {
        client.end();
        return;
      }
      held -= piece.data.length;
      link.delivered += piece.data.length;
      waiting = !client.write(piece.data);
      if (server.isPaused() && held < link.refillBytes) server.resume();
    }
  };

  const enqueue = (data: Buffer | null): void => {
    queue.push({ due: link.book(data?.length ?? 0) + handshakeMs, data });
    held += data?.length ?? 0;
    if (timer === null && !waiting) deliver();
  };

  server.on('data', (chunk: Buffer) => {
    const size = link.pieceBytes;
    for (let at = 0; at < chunk.length; at += size) enqueue(chunk.subarray(at, at + size));
    handshakeMs = 0;
    if (held > link.windowBytes) server.pause();
  });
  server.on('end', () => enqueue(null));
  client.on('drain', () => {
    waiting = false;
    if (timer === null) deliver();
  });
  client.pipe(server);
  client.on('error', close).on('close', close);
  server.on('error', close);
}
