/** One fake mirror: a listening address, its certificate, its link, its faults and its request log. */
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, createServer, isIPv6, type Server, type Socket } from 'node:net';
import { createSecureContext, type TLSSocket, type TlsOptions } from 'node:tls';
import { type LabRequest, type RequestKind, send, text } from './answer.ts';
import type { Authorities, ServedCertificate, ServerCertificate } from './authority.ts';
import { type Fault, throughFaults } from './fault.ts';
import { createIndex, type Index, type IndexOptions } from './index-server.ts';
import { Link, type LinkSpec, relay } from './link.ts';
import type { PageStyle, Project } from './project.ts';

export interface MirrorOptions {
  /** For people and for the mirror's log; default the host. */
  readonly name?: string;
  /** Name in its URL; default 'localhost'. Other names need `lab.environment()` in the client. */
  readonly host?: string;
  /** Address to listen on; several mirrors may share host and port on different addresses. */
  readonly address?: string;
  readonly port?: number;
  readonly scheme?: 'https' | 'http';
  readonly certificate?: ServerCertificate;
  /** Certificates for other names in SNI. */
  readonly sni?: Readonly<Record<string, ServerCertificate>>;
  readonly tls?: TlsOptions;
  /** DER of a stapled OCSP answer. */
  readonly ocsp?: (served: ServedCertificate) => Buffer | null;
  readonly link?: LinkSpec;
  readonly faults?: readonly Fault[];
  readonly projects?: readonly Project[];
  readonly indexPath?: string;
  readonly formats?: IndexOptions['formats'];
  readonly page?: Partial<PageStyle>;
  readonly pageHeaders?: IndexOptions['pageHeaders'];
  readonly fileHeaders?: IndexOptions['fileHeaders'];
  /** The mirror that serves the files; default itself, by relative links. */
  readonly filesAt?: { readonly origin: string };
}

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
  readonly number: number;
  /** Server name that the client asked for; null without SNI or before it came. */
  servername: string | null;
  protocol: string | null;
  /** Why the TLS handshake failed; null where it did not. */
  failure: string | null;
}

export interface Mirror {
  readonly name: string;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  /** 'https://host:port' */
  readonly origin: string;
  /** PEP 503 root with trailing slash. */
  readonly indexUrl: string;
  /** null for plain http. */
  readonly certificate: ServedCertificate | null;
  readonly requests: readonly LoggedRequest[];
  readonly connections: readonly LoggedConnection[];
  readonly link: Link;
  /** Requests that were answered with bytes of a file. */
  readonly files: () => readonly LoggedRequest[];
  /** Replaces the faults from now on (those below TLS too, but not TLS options). */
  setFaults(faults: readonly Fault[]): void;
  /** Forgets both logs. */
  clearLog(): void;
  /** Stops listening and drops every connection: from then on it refuses. */
  close(): Promise<void>;
}

const DEFAULT_STYLE: PageStyle = { base: '', hashes: true, metadata: true, sizes: true, serial: true };

const relativeBase = (indexPath: string): string => '../'.repeat(indexPath.split('/').length - 1).replace(/\/$/, '');

const listen = (server: Server, port: number, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Weak keys and old protocols are a fault to serve, so the server itself allows everything. */
function tlsOptions(options: MirrorOptions, authorities: Authorities, served: ServedCertificate): TlsOptions {
  const base: TlsOptions = {
    ciphers: 'DEFAULT:@SECLEVEL=0',
    minVersion: 'TLSv1.2',
    cert: served.cert,
    key: served.key,
  };
  const merged = Object.assign(
    base,
    ...(options.faults ?? []).map((fault) => fault.tls ?? {}),
    options.tls ?? {},
  ) as TlsOptions;
  if (options.sni === undefined) return merged;
  const contexts = new Map(
    Object.entries(options.sni).map(([name, spec]) => {
      const { cert, key } = authorities.serve(spec, name);
      return [name, createSecureContext({ ...merged, cert, key } as Parameters<typeof createSecureContext>[0])];
    }),
  );
  return { ...merged, SNICallback: (name, done) => done(null, contexts.get(name)) };
}

export async function startMirror(
  options: MirrorOptions,
  authorities: Authorities,
  projects: readonly Project[],
): Promise<Mirror> {
  const host = options.host ?? 'localhost';
  const address = options.address ?? (isIPv6(host) ? host : /^127\./.test(host) ? host : '127.0.0.1');
  const scheme = options.scheme ?? 'https';
  const indexPath = options.indexPath ?? '/simple/';
  const link = new Link(options.link ?? {});
  const shaped = options.link !== undefined;
  const served = scheme === 'https' ? authorities.serve(options.certificate ?? {}, host) : null;
  const index: Index = createIndex({
    projects: options.projects ?? projects,
    indexPath,
    formats: options.formats ?? ['html', 'json'],
    page: { ...DEFAULT_STYLE, base: options.filesAt?.origin ?? relativeBase(indexPath), ...options.page },
    pageHeaders: options.pageHeaders ?? {},
    fileHeaders: options.fileHeaders ?? {},
  });

  let faults = options.faults ?? [];
  const requests: LoggedRequest[] = [];
  const connections: LoggedConnection[] = [];
  /** By the port at the far end, which the TLS socket and the TCP socket below it share. */
  const byPort = new Map<number, LoggedConnection>();
  const sockets = new Set<Socket>();
  let requestCount = 0;
  let connectionCount = 0;

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    requestCount += 1;
    const url = incoming.url ?? '/';
    const method = incoming.method ?? 'GET';
    const { headers } = incoming;
    const request: LabRequest = {
      method,
      url,
      headers: { ...headers },
      ...index.classify(url),
      count: requestCount,
      origin,
    };
    const { kind, project, filename } = request;
    const connection = connectionOf(incoming.socket)?.number ?? 0;
    const log: LoggedRequest = {
      at: Date.now(),
      method,
      url,
      headers,
      kind,
      project,
      filename,
      connection,
      status: 0,
      bytesSent: 0,
      durationMs: 0,
    };
    requests.push(log);
    incoming.resume();
    const answer = await throughFaults(faults, request, () => index.answer(request));
    log.status = answer.raw === undefined ? answer.status : 0;
    log.bytesSent = await send(answer, response, method === 'HEAD');
    log.durationMs = performance.now() - started;
  };
  const onRequest = (incoming: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => {});
    handle(incoming, response).catch((error: unknown) => {
      if (!response.headersSent) void send(text(599, `fault in the lab: ${String(error)}`), response, false);
      else response.destroy();
    });
  };
  const connectionOf = (socket: Socket): LoggedConnection | undefined => byPort.get(socket.remotePort ?? 0);

  const http: HttpServer =
    served === null
      ? createHttpServer(onRequest)
      : createHttpsServer(tlsOptions(options, authorities, served), onRequest);
  http.keepAliveTimeout = 30_000;
  http.on('clientError', (_error, socket) => socket.destroy());
  http.on('secureConnection', (socket: TLSSocket) => {
    const log = connectionOf(socket);
    if (log === undefined) return;
    log.servername = typeof socket.servername === 'string' ? socket.servername : null;
    log.protocol = socket.getProtocol();
  });
  http.on('tlsClientError', (error: Error, socket: TLSSocket) => {
    const log = connectionOf(socket);
    if (log !== undefined) log.failure = error.message;
    socket.on('error', () => {});
  });
  if (options.ocsp !== undefined && served !== null) {
    const answer = options.ocsp(served);
    http.on('OCSPRequest', (_certificate, _issuer, done: (error: null, response: Buffer | null) => void) =>
      done(null, answer),
    );
  }

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  /** Behind a shaped link the HTTP server sits on a port of its own. */
  const inner = shaped ? createServer({ noDelay: true }) : null;
  inner?.on('connection', (socket: Socket) => {
    track(socket);
    http.emit('connection', socket);
  });
  if (inner !== null) await listen(inner, 0, '127.0.0.1');

  const front = createServer({ noDelay: true, pauseOnConnect: shaped }, (socket) => {
    track(socket);
    connectionCount += 1;
    const log: LoggedConnection = {
      at: Date.now(),
      number: connectionCount,
      servername: null,
      protocol: null,
      failure: null,
    };
    connections.push(log);
    byPort.set(socket.remotePort ?? 0, log);
    if (faults.some((fault) => fault.accept?.(socket) === true)) {
      if (shaped) socket.resume();
    } else if (inner === null) http.emit('connection', socket);
    else {
      const behind = connect({ port: (inner.address() as AddressInfo).port, host: '127.0.0.1', noDelay: true });
      track(behind);
      behind.once('connect', () => {
        byPort.set(behind.localPort ?? 0, log);
        relay(socket, behind, link);
        socket.resume();
      });
    }
  });
  await listen(front, options.port ?? 0, address);

  const { port } = front.address() as AddressInfo;
  const origin = `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`;
  const stop = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return {
    name: options.name ?? host,
    host,
    address,
    port,
    origin,
    indexUrl: `${origin}${indexPath}`,
    certificate: served,
    requests,
    connections,
    link,
    files: () => requests.filter(({ kind, bytesSent }) => kind === 'file' && bytesSent > 0),
    setFaults: (next) => {
      faults = next;
    },
    clearLog: () => {
      requests.length = 0;
      connections.length = 0;
    },
    close: async () => {
      const stopped = [front, ...(inner === null ? [] : [inner])].filter((server) => server.listening).map(stop);
      for (const socket of sockets) socket.destroy();
      await Promise.all(stopped);
    },
  };
}
