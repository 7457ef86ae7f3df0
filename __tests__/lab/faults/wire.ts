/** Faults below HTTP: connections that say nothing, say nonsense, or end at the wrong moment. */
import type { Socket } from 'node:net';
import type { Fault } from '../fault.ts';
import { only, type Scope } from '../fault.ts';

/** Accepts TCP and never says a word. */
export const silent: Fault = {
  name: 'silent',
  accept: (socket) => {
    socket.resume();
    return true;
  },
};

/** Takes the connection, then closes it at once. */
export const closesAtOnce: Fault = {
  name: 'closes at once',
  accept: (socket) => {
    socket.end();
    return true;
  },
};

/** Takes the connection, then resets it. */
export const resets: Fault = {
  name: 'resets',
  accept: (socket) => {
    socket.resetAndDestroy();
    return true;
  },
};

const afterHello = (name: string, act: (socket: Socket) => void): Fault => ({
  name,
  accept: (socket) => {
    socket.once('data', () => act(socket));
    return true;
  },
});

/** Answers the client's hello with bytes that are no TLS record. */
export const garbageHandshake: Fault = afterHello('garbage handshake', (socket) => socket.end(Buffer.alloc(64, 0x5a)));

/** Answers the client's hello with an HTTP error page in plain text. */
export const plainHttpOnTls: Fault = afterHello('plain http on the TLS port', (socket) =>
  socket.end(
    'HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\nThe plain HTTP request was sent to HTTPS port\r\n',
  ),
);

/** A fatal TLS alert: 40 is handshake_failure, 70 protocol_version, 112 unrecognized_name. */
export const tlsAlert = (description: number): Fault =>
  afterHello(`alert ${description}`, (socket) => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, description])));

/** Reads the hello and closes. */
export const closesInHandshake: Fault = afterHello('closes in the handshake', (socket) => socket.end());

/** Reads the hello and says nothing more. */
export const silentInHandshake: Fault = afterHello('silent in the handshake', () => {});

/** Answers requests with these very bytes and closes (or keeps the connection open). */
export const says = (name: string, bytes: string | Buffer, scope: Scope = {}, keepOpen = false): Fault =>
  only(scope, {
    name,
    answer: () => ({
      status: 0,
      headers: {},
      body: Buffer.alloc(0),
      raw: (socket) => {
        if (keepOpen) socket.write(bytes);
        else socket.end(bytes);
      },
    }),
  });

export const garbageHttp: Fault = says('garbage instead of HTTP', 'SSH-2.0-OpenSSH_9.9\r\n');
export const closesInHeaders: Fault = says('closes in the headers', 'HTTP/1.1 200 OK\r\nContent-Type: text/ht');
export const closesWithoutAnswer: Fault = says('closes without an answer', '');
export const silentAfterRequest: Fault = says('silent after the request', '', {}, true);
export const endlessHeaders: Fault = says(
  'endless headers',
  `HTTP/1.1 200 OK\r\n${'X-More: yes\r\n'.repeat(20_000)}`,
  {},
  true,
);

/** The right answer in HTTP/1.0: no length, ended by closing. */
export const http10: Fault = {
  name: 'HTTP/1.0',
  answer: async (_request, next) => {
    const answer = await next();
    if (!(answer.body instanceof Uint8Array)) return answer;
    const { body } = answer;
    const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return {
      ...answer,
      raw: (socket) => {
        socket.write(`HTTP/1.0 ${answer.status} OK\r\n${lines.join('')}\r\n`);
        socket.end(body);
      },
    };
  },
};

/** Speaks HTTP/2 whatever the client offered: an empty SETTINGS frame, then GOAWAY. */
export const http2Only: Fault = {
  ...says('HTTP/2 only', Buffer.from('00000004000000000000000807000000000000000000000001', 'hex')),
  tls: { ALPNProtocols: ['h2'] },
};
