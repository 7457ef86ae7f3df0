/** What the peers have of curl: one GET or HEAD on a connection of its own, with a time limit. */
import { request } from 'node:https';

export interface Ask {
  readonly url: string;
  readonly userAgent: string;
  readonly method?: 'GET' | 'HEAD';
  /** First bytes only. */
  readonly range?: number;
  /** `--max-time`: for everything together. */
  readonly maxMs: number;
  /** Never worked out: the rest of the body is read as it comes. */
  readonly whole?: boolean;
  /** Looks at the bytes as they come; true ends the reading. */
  readonly enough?: (bytes: number, bodyMs: number) => boolean;
}

export interface Got {
  /** 0: no answer. */
  readonly status: number;
  /** From the start to the header block. */
  readonly headersMs: number;
  readonly bytes: number;
  /** From the start to the end, counted time among it. */
  readonly totalMs: number;
  /** Of `totalMs` and `bytes`, what was worked out instead of sat out. */
  readonly countedMs: number;
  readonly countedBytes: number;
  /** `totalMs` was up. */
  readonly timedOut: boolean;
}

export type Curl = (ask: Ask) => Promise<Got>;

export interface CurlOptions {
  /** PEM. */
  readonly ca: string;
  /** Hosts that never answer: their limit is counted at once. Empty: everything is sat out. */
  readonly silent: ReadonlySet<string>;
  /** A body is worked out from its rate after so long; null: never. The lab's links have one rate all along. */
  readonly workOutAfterMs: number | null;
}

export function createCurl(options: CurlOptions): Curl {
  return (ask) => (options.silent.has(new URL(ask.url).host) ? Promise.resolve(silence(ask.maxMs)) : get(ask, options));
}

function silence(maxMs: number): Got {
  return {
    status: 0,
    headersMs: maxMs,
    bytes: 0,
    totalMs: maxMs,
    countedMs: maxMs,
    countedBytes: 0,
    timedOut: true,
  };
}

function get(ask: Ask, { ca, workOutAfterMs }: CurlOptions): Promise<Got> {
  return new Promise((settle) => {
    const startedAt = performance.now();
    let status = 0;
    let headersMs = 0;
    let bytes = 0;
    let length = 0;
    let firstAt = 0;
    let firstBytes = 0;
    let done = false;
    const finish = (timedOut: boolean, counted = { ms: 0, bytes: 0 }): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      sent.destroy();
      settle({
        status,
        headersMs,
        bytes: bytes + counted.bytes,
        totalMs: performance.now() - startedAt + counted.ms,
        countedMs: counted.ms,
        countedBytes: counted.bytes,
        timedOut,
      });
    };
    /** The rest of the body at the rate so far: until it ends, or until the limit. */
    const workOut = (now: number): void => {
      const rate = (bytes - firstBytes) / (now - firstAt);
      const left = Math.max(0, ask.maxMs - (now - startedAt));
      const needed = (length - bytes) / rate;
      const ms = Math.min(needed, left);
      finish(needed > left, { ms, bytes: Math.round(ms * rate) });
    };
    const timer = setTimeout(() => finish(true), ask.maxMs);
    const headers: Record<string, string> = { 'User-Agent': ask.userAgent, Accept: '*/*' };
    if (ask.range !== undefined) headers.Range = `bytes=0-${ask.range - 1}`;
    const sent = request(ask.url, { method: ask.method ?? 'GET', headers, ca, agent: false });
    sent.on('error', () => finish(false));
    sent.on('response', (response) => {
      status = response.statusCode ?? 0;
      headersMs = performance.now() - startedAt;
      length = Number(response.headers['content-length'] ?? 0);
      response.on('data', (chunk: Buffer) => {
        const now = performance.now();
        bytes += chunk.length;
        if (firstAt === 0) {
          firstAt = now;
          firstBytes = chunk.length;
        }
        if (ask.enough?.(bytes, now - firstAt) === true) finish(false);
        else if (workOutAfterMs !== null && ask.whole !== true && now - firstAt > workOutAfterMs && bytes > firstBytes)
          workOut(now);
      });
      response.on('end', () => finish(false));
      response.on('error', () => finish(false));
    });
    sent.end();
  });
}
