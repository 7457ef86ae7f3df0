/** The HTTP(S) server behind a mirror's door: it never listens itself, it is handed connections. */
import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { createSecureContext, type SecureContextOptions, type TLSSocket, type TlsOptions } from 'node:tls';
import type { Authorities, ServedCertificate } from './authority.ts';
import type { MirrorOptions } from './mirror-options.ts';
import type { RequestLog } from './request-log.ts';

/** Weak keys and old protocols are a fault to serve, so the server itself allows everything. */
function tlsOptions(options: MirrorOptions, served: ServedCertificate): TlsOptions {
  const base: TlsOptions = { ciphers: 'DEFAULT:@SECLEVEL=0', minVersion: 'TLSv1.2' };
  const faults = (options.faults ?? []).map((fault) => fault.tls ?? {});
  return Object.assign(base, ...faults, options.tls ?? {}, { cert: served.cert, key: served.key }) as TlsOptions;
}

function withSni(tls: TlsOptions, sni: NonNullable<MirrorOptions['sni']>, authorities: Authorities): TlsOptions {
  const contexts = new Map(
    Object.entries(sni).map(([name, spec]) => {
      const { cert, key } = authorities.serve(spec, name);
      return [name, createSecureContext({ ...(tls as SecureContextOptions), cert, key })];
    }),
  );
  return { ...tls, SNICallback: (name, done) => done(null, contexts.get(name)) };
}

/** Serves another certificate from the next handshake on. */
export function renew(server: HttpServer, options: MirrorOptions, served: ServedCertificate): void {
  (server as HttpsServer).setSecureContext(tlsOptions(options, served) as SecureContextOptions);
}

function logTls(server: HttpServer, log: RequestLog): void {
  server.on('secureConnection', (socket: TLSSocket) => {
    const connection = log.connectionOf(socket);
    if (connection === undefined) return;
    connection.servername = typeof socket.servername === 'string' ? socket.servername : null;
    connection.protocol = socket.getProtocol();
  });
  server.on('tlsClientError', (error: Error, socket: TLSSocket) => {
    const connection = log.connectionOf(socket);
    if (connection !== undefined) connection.failure = error.message;
    socket.on('error', () => {});
  });
}

type OcspAnswer = (error: null, response: Buffer | null) => void;

/** `served` is null for plain http. */
export function createServer(
  options: MirrorOptions,
  served: ServedCertificate | null,
  authorities: Authorities,
  log: RequestLog,
  onRequest: RequestListener,
): HttpServer {
  let server: HttpServer;
  if (served === null) server = createHttpServer(onRequest);
  else {
    const tls = tlsOptions(options, served);
    server = createHttpsServer(options.sni === undefined ? tls : withSni(tls, options.sni, authorities), onRequest);
    logTls(server, log);
    if (options.ocsp !== undefined) {
      const answer = options.ocsp(served);
      server.on('OCSPRequest', (_certificate, _issuer, done: OcspAnswer) => done(null, answer));
    }
  }
  server.keepAliveTimeout = 30_000;
  server.on('clientError', (_error, socket) => socket.destroy());
  return server;
}
