/** One fake mirror: a listening address, its certificate, its link, its faults and its request log. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import { type LabRequest, send, text } from './answer.ts';
import type { Authorities, ServedCertificate, ServerCertificate } from './authority.ts';
import { openDoor } from './door.ts';
import { type Fault, throughFaults } from './fault.ts';
import { createServer, renew } from './http-server.ts';
import { createIndex } from './index-server.ts';
import { Link } from './link.ts';
import { indexOptions, type MirrorOptions } from './mirror-options.ts';
import type { Project } from './project.ts';
import { type LoggedConnection, type LoggedRequest, RequestLog } from './request-log.ts';

export interface Mirror {
  readonly name: string;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  /** 'https://host:port' */
  readonly origin: string;
  /** PEP 503 root with trailing slash. */
  readonly indexUrl: string;
  /** The one in use; null for plain http. */
  readonly certificate: ServedCertificate | null;
  readonly requests: readonly LoggedRequest[];
  readonly connections: readonly LoggedConnection[];
  readonly link: Link;
  /** Requests that were answered with bytes of a file. */
  files(): readonly LoggedRequest[];
  /** Replaces the faults from now on (those below TLS too, but not TLS options). */
  setFaults(faults: readonly Fault[]): void;
  /** Serves another certificate from the next handshake on. */
  renew(certificate: ServerCertificate): void;
  /** Forgets both logs. */
  clearLog(): void;
  /** Stops listening and drops every connection: from then on it refuses. */
  close(): Promise<void>;
}

export async function startMirror(
  options: MirrorOptions,
  authorities: Authorities,
  projects: readonly Project[],
): Promise<Mirror> {
  const { host = 'localhost', scheme = 'https', port: wantedPort = 0, name = host } = options;
  const address = options.address ?? (isIP(host) === 0 ? '127.0.0.1' : host);
  const content = indexOptions(options, projects);
  const index = createIndex(content);
  const link = new Link(options.link ?? {});
  const log = new RequestLog();
  let served = scheme === 'https' ? authorities.serve(options.certificate ?? {}, host) : null;
  let faults = options.faults ?? [];
  let count = 0;

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = performance.now();
    count += 1;
    const { url = '/', method = 'GET', headers } = incoming;
    const request: LabRequest = { method, url, headers: { ...headers }, ...index.classify(url), count, origin };
    const logged = log.asked(request, headers, incoming.socket);
    incoming.resume();
    const answer = await throughFaults(faults, request, () => index.answer(request));
    logged.status = answer.raw === undefined ? answer.status : 0;
    logged.bytesSent = await send(answer, response, method === 'HEAD');
    logged.durationMs = performance.now() - started;
  };
  const server = createServer(options, served, authorities, log, (incoming, response) => {
    response.on('error', () => {});
    handle(incoming, response).catch((error: unknown) => {
      if (!response.headersSent) void send(text(599, `fault in the lab: ${String(error)}`), response, false);
      else response.destroy();
    });
  });

  const { port, close } = await openDoor({
    address,
    port: wantedPort,
    link: options.link === undefined ? null : link,
    log,
    taken: (socket) => faults.some((fault) => fault.accept?.(socket) === true),
    serve: (socket) => server.emit('connection', socket),
  });
  const origin = `${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`;
  return {
    name,
    host,
    address,
    port,
    origin,
    indexUrl: `${origin}${content.indexPath}`,
    get certificate() {
      return served;
    },
    requests: log.requests,
    connections: log.connections,
    link,
    files: () => log.requests.filter(({ kind, bytesSent }) => kind === 'file' && bytesSent > 0),
    setFaults: (next) => {
      faults = next;
    },
    renew: (certificate) => {
      served = authorities.serve(certificate, host);
      renew(server, options, served);
    },
    clearLog: () => log.clear(),
    close,
  };
}
