/**
 * One connection to one host, seen as it is: DNS, TCP, a proxy's tunnel, TLS with the whole chain.
 * Verification never ends the handshake; whatever goes wrong is in the facts. Nothing throws.
 */
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { type DetailedPeerCertificate, type TLSSocket, connect as tlsConnect } from 'node:tls';
import type { ConnectionFacts, Failure, TlsFacts } from '../model/observation.ts';
import { type Dialled, dial } from './dial.ts';
import { failureOf, stopped } from './failure.ts';
import type { HttpProxy } from './proxy.ts';
import type { TlsClient } from './secure-context.ts';
import { openTunnel, secureProxy } from './tunnel.ts';

export interface Destination {
  readonly scheme: 'https' | 'http';
  /** Name or IP literal without brackets, lower case. */
  readonly host: string;
  readonly port: number;
  /** Connect to this address whatever the name says; null: ask the resolver. */
  readonly address: string | null;
  /** Only this address family; null: any. */
  readonly family: 4 | 6 | null;
}

export interface Connection {
  readonly facts: ConnectionFacts;
  readonly dnsMs: number | null;
  readonly connectMs: number | null;
  readonly tlsMs: number | null;
  /** Ready for HTTP; null where `facts.failure` says why not. */
  readonly socket: Duplex | null;
  /** Set where requests go through a plain-http proxy in absolute form. */
  readonly forwardProxy: HttpProxy | null;
}

/** A longer list is cut here; OpenSSL follows 100 certificates between leaf and anchor. */
const MAX_CHAIN = 128;

/** TCP, and the tunnel where a proxy is in the way. `anchors` verify an https proxy. */
export async function reach(
  to: Destination,
  proxy: HttpProxy | null,
  anchors: () => Promise<readonly string[]>,
  signal: AbortSignal,
): Promise<Connection> {
  const direct = proxy === null;
  const supported = direct || proxy.scheme === 'http' || proxy.scheme === 'https';
  const dialled = supported
    ? await dial(direct ? to.host : proxy.host, direct ? to.port : proxy.port, {
        address: direct ? to.address : null,
        family: direct ? to.family : null,
        signal,
      })
    : undialled(`proxy scheme ${proxy.scheme} is not supported`);
  const made = (socket: Duplex | null, failure: Failure | null): Connection => ({
    facts: {
      scheme: to.scheme,
      host: to.host,
      port: to.port,
      address: direct ? dialled.address : null,
      family: direct ? dialled.family : null,
      proxy: direct ? null : `${proxy.host}:${proxy.port}`,
      tls: null,
      failure,
    },
    dnsMs: dialled.dnsMs,
    connectMs: dialled.connectMs,
    tlsMs: null,
    socket,
    forwardProxy: !direct && to.scheme === 'http' ? proxy : null,
  });
  if (dialled.socket === null || direct) return made(dialled.socket, dialled.failure);
  const through = await viaProxy(dialled.socket, proxy, to, anchors, signal);
  if (through.failure !== null) dialled.socket.destroy();
  return made(through.failure === null ? through.socket : null, through.failure);
}

function undialled(detail: string): Dialled {
  const failure: Failure = { code: 'proxy-refused', phase: 'proxy', detail };
  return { socket: null, address: null, family: null, dnsMs: null, connectMs: null, failure };
}

async function viaProxy(
  socket: Socket,
  proxy: HttpProxy,
  to: Destination,
  anchors: () => Promise<readonly string[]>,
  signal: AbortSignal,
): Promise<{ socket: Duplex | null; failure: Failure | null }> {
  const hop =
    proxy.scheme === 'https'
      ? await secureProxy(socket, proxy, await anchors(), signal)
      : { socket: socket as Duplex, failure: null };
  if (hop.socket === null || to.scheme === 'http') return hop;
  return { socket: hop.socket, failure: await openTunnel(hop.socket, proxy, to.host, to.port, signal) };
}

/** TLS on a reached connection; http and failed ones come back as they are. */
export async function secure(reached: Connection, client: TlsClient, signal: AbortSignal): Promise<Connection> {
  if (reached.socket === null || reached.facts.scheme === 'http') return reached;
  const started = performance.now();
  const shaken = await handshake(reached.socket, reached.facts.host, client, signal);
  return {
    ...reached,
    facts: { ...reached.facts, tls: shaken.tls, failure: shaken.failure },
    tlsMs: shaken.socket === null ? null : performance.now() - started,
    socket: shaken.socket,
  };
}

interface Handshake {
  readonly socket: TLSSocket | null;
  readonly tls: TlsFacts | null;
  readonly failure: Failure | null;
}

function handshake(socket: Duplex, host: string, client: TlsClient, signal: AbortSignal): Promise<Handshake> {
  return new Promise((settle) => {
    let ocspResponse: Uint8Array | null = null;
    const tls = tlsConnect({
      socket,
      secureContext: client.context,
      // Names are the judge's business, with pip's rules; a resumed session would skip them, so none is offered.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      requestOCSP: true,
      ...(client.alpn.length > 0 ? { ALPNProtocols: [...client.alpn] } : {}),
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    // Node would lay out the whole chain for a name check that is not its business here; `chainOf` reads it once.
    tls.getPeerCertificate = () => ({}) as DetailedPeerCertificate;
    const finish = (result: Handshake): void => {
      signal.removeEventListener('abort', stop);
      if (result.socket === null) {
        tls.destroy();
        socket.destroy();
      }
      settle(result);
    };
    const fail = (failure: Failure): void => {
      const opensslError = failure.code === 'handshake-failed' ? failure.detail.split(':', 1)[0] || null : null;
      const facts = { protocol: null, cipher: null, chain: [], opensslError, ocspResponse: null };
      finish({ socket: null, tls: facts, failure });
    };
    const stop = (): void => fail(stopped(signal, 'tls'));
    // Stays for the socket's life: an error between two exchanges must not end the process.
    tls.on('error', (error) => fail(failureOf(error, 'tls')));
    tls.on('OCSPResponse', (response: Buffer | null) => {
      if (response !== null && response.length > 0) ocspResponse = new Uint8Array(response);
    });
    tls.once('close', () => fail({ code: 'connection-reset', phase: 'tls', detail: 'closed during the handshake' }));
    tls.once('secureConnect', () => finish({ socket: tls, tls: factsOf(tls, ocspResponse), failure: null }));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function factsOf(tls: TLSSocket, ocspResponse: Uint8Array | null): TlsFacts {
  // A string code, whatever its declared type; null only where OpenSSL accepted the chain with pip's anchors.
  const error = tls.authorizationError as unknown;
  const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : error;
  return {
    protocol: tls.getProtocol(),
    cipher: tls.getCipher()?.standardName ?? null,
    chain: chainOf(tls),
    opensslError: tls.authorized ? null : String(code ?? 'UNSPECIFIED'),
    ocspResponse,
  };
}

/**
 * The peer's certificates exactly as sent. `getPeerCertificate(true)` shows OpenSSL's pick of them instead, without
 * those that it found no use for. This call empties OpenSSL's own list, so that it works once: keep it the last one.
 */
function chainOf(tls: TLSSocket): Uint8Array[] {
  const chain: Uint8Array[] = [];
  for (
    let sent = tls.getPeerX509Certificate();
    sent !== undefined && chain.length < MAX_CHAIN;
    sent = sent.issuerCertificate
  ) {
    chain.push(new Uint8Array(sent.raw));
  }
  return chain;
}
