/** An HTTP proxy: CONNECT tunnels, plain requests in absolute form, Basic credentials where asked. */
import {
  createServer as createHttpServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Authorities, ServerCertificate } from './authority.ts';
import type { Names } from './names.ts';

export interface ProxyOptions {
  readonly host?: string;
  readonly credentials?: { readonly username: string; readonly password: string };
  /** Speak TLS to the client too. */
  readonly certificate?: ServerCertificate;
  /** Answer every CONNECT with this status instead. */
  readonly refuseWith?: number;
  /** Where CONNECT to 'host:port' leads instead, on this machine: the public names that a workflow is written with. */
  readonly routes?: Readonly<Record<string, number>>;
  /** Accept CONNECT and then never answer. */
  readonly silent?: boolean;
}

export interface ProxyRequest {
  readonly at: number;
  readonly method: string;
  /** 'host:port' of a CONNECT, else the absolute URL. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly status: number;
}

export interface LabProxy {
  readonly port: number;
  /** Without credentials. */
  readonly url: string;
  /** With credentials where the proxy wants some. */
  readonly urlWithCredentials: string;
  readonly requests: readonly ProxyRequest[];
  close(): Promise<void>;
}

export async function startProxy(options: ProxyOptions, names: Names, authorities: Authorities): Promise<LabProxy> {
  const host = options.host ?? 'localhost';
  const requests: ProxyRequest[] = [];
  const sockets = new Set<Duplex>();
  const { credentials } = options;
  const expected =
    credentials && `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;

  const statusFor = (incoming: IncomingMessage): number => {
    if (expected !== undefined && incoming.headers['proxy-authorization'] !== expected) return 407;
    return options.refuseWith ?? 200;
  };
  const log = (incoming: IncomingMessage, status: number): void => {
    requests.push({
      at: Date.now(),
      method: incoming.method ?? '',
      target: incoming.url ?? '',
      headers: incoming.headers,
      status,
    });
  };
  const track = <T extends Duplex>(socket: T): T => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    return socket;
  };

  const onConnect = (incoming: IncomingMessage, client: Duplex, head: Buffer): void => {
    const [, name = '', wantedPort = ''] = /^\[?([^\]]*?)\]?:(\d+)$/.exec(incoming.url ?? '') ?? [];
    const route = options.routes?.[`${name}:${wantedPort}`];
    const address = route === undefined ? names.resolve(name) : '127.0.0.1';
    const port = route ?? wantedPort;
    const status = statusFor(incoming) === 200 && address === null ? 502 : statusFor(incoming);
    log(incoming, status);
    if (options.silent === true) return;
    if (status !== 200 || address === null) {
      const challenge = status === 407 ? 'Proxy-Authenticate: Basic realm="lab"\r\n' : '';
      client.end(`HTTP/1.1 ${status} Refused\r\n${challenge}Content-Length: 0\r\n\r\n`);
      return;
    }
    const server: Socket = track(connect({ host: address, port: Number(port), noDelay: true }));
    server.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.write(head);
      server.pipe(client).pipe(server);
    });
    server.on('close', () => client.destroy());
    client.on('close', () => server.destroy());
  };

  const onRequest = (incoming: IncomingMessage, response: ServerResponse): void => {
    const status = statusFor(incoming);
    const target = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : null;
    const address = target === null ? null : names.resolve(target.hostname.replace(/^\[|\]$/g, ''));
    const { 'proxy-authorization': _secret, 'proxy-connection': _hop, ...headers } = incoming.headers;
    log(incoming, status);
    if (status !== 200 || target === null || address === null) {
      response
        .writeHead(status === 200 ? 502 : status, status === 407 ? { 'proxy-authenticate': 'Basic realm="lab"' } : {})
        .end();
      return;
    }
    const path = `${target.pathname}${target.search}`;
    const onward = httpRequest(
      { host: address, port: target.port || 80, path, method: incoming.method, headers, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  };

  const server: Server =
    options.certificate === undefined
      ? createHttpServer(onRequest)
      : createHttpsServer({ ...authorities.serve(options.certificate, host) }, onRequest);
  server.on('connect', (incoming, client, head) => onConnect(incoming, track(client), head));
  server.on('connection', track);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const scheme = options.certificate === undefined ? 'http' : 'https';
  const userinfo =
    credentials && `${encodeURIComponent(credentials.username)}:${encodeURIComponent(credentials.password)}@`;
  return {
    port,
    url: `${scheme}://${host}:${port}`,
    urlWithCredentials: `${scheme}://${userinfo ?? ''}${host}:${port}`,
    requests,
    close: async () => {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await stopped;
    },
  };
}
