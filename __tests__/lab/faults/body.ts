/** Bodies that lie about their length, end too early, never end, or come drop by drop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Answer, Body } from '../answer.ts';
import type { Fault } from '../fault.ts';

const bytesOf = async (body: Body): Promise<Buffer> => {
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body()) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const change = (name: string, rewrite: (answer: Answer, body: Buffer) => Answer): Fault => ({
  name,
  answer: async (_request, next) => {
    const answer = await next();
    return answer.raw === undefined ? rewrite(answer, await bytesOf(answer.body)) : answer;
  },
});

/** The connection ends after a part of the body; the declared length is the true one. */
export const truncated = (share = 0.5): Fault =>
  change('truncated', (answer, body) => ({ ...answer, body, cutAt: Math.floor(body.length * share) }));

/** Cut in the middle of a chunked body. */
export const truncatedChunked = (share = 0.5): Fault =>
  change('truncated chunked', (answer, body) => ({
    ...answer,
    headers: { ...answer.headers, 'transfer-encoding': 'chunked' },
    body,
    cutAt: Math.floor(body.length * share),
  }));

/** Content-Length is off by `bytes` while the body is whole. */
export const wrongLength = (bytes: number): Fault =>
  change(`length off by ${bytes}`, (answer, body) => ({
    ...answer,
    headers: { ...answer.headers, 'content-length': String(Math.max(0, body.length + bytes)) },
    body,
    cutAt: body.length,
  }));

/** The body comes in pieces of `bytes`, one every `everyMs`. */
export const slowDrip = (bytes = 1, everyMs = 100): Fault =>
  change('slow drip', (answer, body) => ({
    ...answer,
    headers: { ...answer.headers, 'content-length': String(body.length) },
    body: async function* () {
      for (let at = 0; at < body.length; at += bytes) {
        yield body.subarray(at, at + bytes);
        await sleep(everyMs, undefined, { ref: false });
      }
    },
  }));

/** The headers come after so long. */
export const lateAnswer = (ms: number): Fault => ({
  name: `answers after ${ms} ms`,
  answer: async (_request, next) => {
    await sleep(ms, undefined, { ref: false });
    return next();
  },
});

/** A page that goes on until the client leaves. */
export const endless: Fault = change('endless', (answer, body) => ({
  ...answer,
  headers: { ...answer.headers, 'transfer-encoding': 'chunked' },
  body: async function* () {
    yield body.subarray(0, Math.floor(body.length / 2));
    const filler = Buffer.from(`${'<!-- '.padEnd(65_000, 'more ')} -->\n`);
    for (;;) yield filler;
  },
}));

/** A small answer that unpacks to `bytes`: members of one megabyte, since packing all of it would hold up the lab. */
export const gzipBomb = (bytes = 200_000_000): Fault => {
  const member = gzipSync(Buffer.alloc(1_000_000, '<br />\n'));
  const bomb = Buffer.concat(Array<Buffer>(Math.ceil(bytes / 1_000_000)).fill(member));
  return change('gzip bomb', (answer, body) => ({
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip' },
    body: Buffer.concat([gzipSync(body), bomb]),
  }));
};

/** Plain bytes that claim to be gzip. */
export const falseGzip: Fault = change('false gzip', (answer, body) => ({
  ...answer,
  headers: { ...answer.headers, 'content-encoding': 'gzip' },
  body,
}));

/** Honest compression, as real mirrors do it. */
export const gzipped: Fault = change('gzip', (answer, body) => ({
  ...answer,
  headers: { ...answer.headers, 'content-encoding': 'gzip', vary: 'Accept, Accept-Encoding' },
  body: gzipSync(body),
}));

export const emptyBody: Fault = change('empty body', (answer) => ({ ...answer, body: Buffer.alloc(0) }));

/** Some bytes in the middle are wrong. */
export const corrupt: Fault = change('corrupt', (answer, body) => {
  const wrong = Buffer.from(body);
  wrong.fill(0xaa, Math.floor(wrong.length / 2), Math.floor(wrong.length / 2) + 16);
  return { ...answer, body: wrong };
});

/** Ignores Range and sends the whole file. */
export const noRanges: Fault = {
  name: 'no ranges',
  answer: (request, next) => {
    delete request.headers.range;
    return next();
  },
};
