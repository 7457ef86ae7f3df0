/** What a lab server answers, as plain data that faults can rewrite before it is sent. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What a request is for. */
export type RequestKind = 'root' | 'page' | 'file' | 'metadata' | 'other';

export interface LabRequest {
  readonly method: string;
  /** Path and query as asked. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly kind: RequestKind;
  /** Normalised project name of a page. */
  readonly project: string | null;
  /** Of a file or of the file that the metadata belongs to. */
  readonly filename: string | null;
  /** 1 for the mirror's first request. */
  readonly count: number;
  /** 'https://host:port' of the mirror. */
  readonly origin: string;
}

export type Body = Uint8Array | (() => AsyncIterable<Uint8Array>);

export interface Answer {
  readonly status: number;
  /** Content-Length is added where the body's length is known and no other framing is named. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  /** Cut the connection after so many body bytes. */
  readonly cutAt?: number;
  /** Say it in one's own bytes instead: nothing else is sent. Gets the connection below HTTP. */
  readonly raw?: (socket: Socket) => void | Promise<void>;
}

export type Next = () => Answer | Promise<Answer>;

export const text = (status: number, body: string, type = 'text/plain; charset=utf-8'): Answer => ({
  status,
  headers: { 'content-type': type },
  body: Buffer.from(body),
});

/** Sends the answer; resolves with the body bytes written once all is handed to the connection. */
export async function send(answer: Answer, response: ServerResponse, head: boolean): Promise<number> {
  const socket = response.socket;
  if (answer.raw !== undefined) {
    response.on('error', () => {});
    if (socket !== null) await answer.raw(socket);
    return 0;
  }
  const headers: Record<string, string> = { ...answer.headers };
  const framed = Object.keys(headers).some((name) => /^(content-length|transfer-encoding)$/i.test(name));
  if (answer.body instanceof Uint8Array && !framed) headers['content-length'] = String(answer.body.length);
  response.strictContentLength = false;
  response.writeHead(answer.status, headers);
  response.flushHeaders();
  if (head || answer.status === 304) {
    response.end();
    return 0;
  }
  return answer.body instanceof Uint8Array
    ? sendBytes(answer.body, answer, response)
    : stream(answer.body(), answer, response);
}

async function sendBytes(body: Uint8Array, answer: Answer, response: ServerResponse): Promise<number> {
  const part = body.subarray(0, answer.cutAt ?? body.length);
  await written(response, part);
  finish(answer, response);
  return part.length;
}

async function stream(body: AsyncIterable<Uint8Array>, answer: Answer, response: ServerResponse): Promise<number> {
  let sent = 0;
  for await (const chunk of body) {
    if (response.destroyed) break;
    await written(response, chunk);
    sent += chunk.length;
  }
  finish(answer, response);
  return sent;
}

/** Resolves when the chunk left, or when the connection is gone. */
function written(response: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('close', done);
      resolve();
    };
    response.once('close', done);
    response.write(chunk, done);
  });
}

function finish(answer: Answer, response: ServerResponse): void {
  if (answer.cutAt === undefined) response.end();
  else response.socket?.destroySoon();
}
