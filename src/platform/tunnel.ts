/** HTTP CONNECT: a way through a proxy, on the raw socket. */

import { isIP, isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as tlsConnect } from 'node:tls';
import type { Failure } from '../model/observation.ts';
import { failureOf, stopped } from './failure.ts';
import type { HttpProxy } from './proxy.ts';

const MAX_ANSWER_BYTES = 16 * 1024;

/** TLS to an https proxy, verified with the same anchors as everything else; null and a failure where it fails. */
export function secureProxy(
  socket: Socket,
  proxy: HttpProxy,
  anchors: readonly string[],
  signal: AbortSignal,
): Promise<{ socket: Duplex | null; failure: Failure | null }> {
  return new Promise((settle) => {
    const secure = tlsConnect({
      socket,
      ca: [...anchors],
      minVersion: 'TLSv1.2',
      ALPNProtocols: ['http/1.1'],
      ...(isIP(proxy.host) === 0 ? { servername: proxy.host } : { host: proxy.host }),
    });
    const stop = (): void => finish(null, stopped(signal, 'proxy'));
    const finish = (result: Duplex | null, failure: Failure | null): void => {
      signal.removeEventListener('abort', stop);
      if (result === null) secure.destroy();
      settle({ socket: result, failure });
    };
    secure.on('error', (error) => finish(null, { ...failureOf(error, 'proxy'), code: 'proxy-refused' }));
    secure.once('secureConnect', () => finish(secure, null));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Asks the proxy for a tunnel to host:port. null: the tunnel stands and the socket is the far end's. */
export function openTunnel(
  socket: Duplex,
  proxy: HttpProxy,
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<Failure | null> {
  return new Promise((settle) => {
    let answer = Buffer.alloc(0);
    const finish = (failure: Failure | null): void => {
      socket.off('data', onData).off('error', onError).off('close', onClose);
      signal.removeEventListener('abort', stop);
      socket.pause();
      settle(failure);
    };
    const refuse = (detail: string): void => finish({ code: 'proxy-refused', phase: 'proxy', detail });
    const stop = (): void => finish(stopped(signal, 'proxy'));
    const onError = (error: Error): void => finish(failureOf(error, 'proxy'));
    const onClose = (): void => refuse('the proxy closed the connection');
    const onData = (chunk: Buffer): void => {
      answer = Buffer.concat([answer, chunk]);
      const end = answer.indexOf('\r\n\r\n');
      if (end === -1) {
        if (answer.length > MAX_ANSWER_BYTES) refuse('the proxy answered too much');
        return;
      }
      const status = answer.subarray(0, answer.indexOf('\r\n')).toString('latin1');
      const granted = /^HTTP\/1\.[01] 2\d\d\b/.test(status);
      if (granted) finish(null);
      else refuse(status.replace(/^HTTP\/\S+ /, '').slice(0, 200));
      const rest = answer.subarray(end + 4);
      if (granted && rest.length > 0) socket.unshift(rest);
    };
    socket.on('data', onData).on('error', onError).on('close', onClose);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
    const login = proxy.authorization === null ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`;
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${login}\r\n`);
  });
}
