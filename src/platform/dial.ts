/** Name → addresses → TCP connection. Addresses are tried in the resolver's order, the next one after 250 ms. */
import { lookup } from 'node:dns';
import { connect, isIP, type Socket } from 'node:net';
import type { Failure } from '../model/observation.ts';
import { failureOf, stopped } from './failure.ts';

export interface Dialled {
  /** null where the dial failed. */
  readonly socket: Socket | null;
  readonly address: string | null;
  readonly family: 4 | 6 | null;
  /** Milliseconds; null for an IP literal or a pinned address. */
  readonly dnsMs: number | null;
  readonly connectMs: number | null;
  readonly failure: Failure | null;
}

export interface DialOptions {
  /** Connect to this address whatever the name says (audits look at each address of a name). */
  readonly address?: string | null;
  /** Only addresses of this family. */
  readonly family?: 4 | 6 | null;
  readonly signal: AbortSignal;
}

export interface Address {
  readonly address: string;
  readonly family: number;
}

/**
 * libuv looks up at most half as many names at once as it has threads, two by default: with dozens of mirrors the
 * others would queue, and two names that hang would hold up all. The pool is made at its first use, after this line.
 */
process.env.UV_THREADPOOL_SIZE ??= '64';

const NEXT_ADDRESS_AFTER_MS = 250;
const MAX_ADDRESSES = 8;

/** Opens a TCP connection. Never throws; aborts with the signal. */
export async function dial(host: string, port: number, options: DialOptions): Promise<Dialled> {
  const { signal } = options;
  const literal = options.address ?? (isIP(host) === 0 ? null : host);
  const started = performance.now();
  const found =
    literal === null
      ? await resolve(host, options.family ?? 0, signal)
      : { addresses: [{ address: literal, family: isIP(literal) }], failure: null };
  const dnsMs = literal === null ? performance.now() - started : null;
  const none = { socket: null, address: null, family: null, dnsMs, connectMs: null };
  if (found.failure !== null) return { ...none, failure: found.failure };
  const connecting = performance.now();
  const won = await race(found.addresses.slice(0, MAX_ADDRESSES), port, signal);
  if (won.socket === null) return { ...none, failure: won.failure };
  return {
    socket: won.socket,
    address: won.address,
    family: isIP(won.address) === 6 ? 6 : 4,
    dnsMs,
    connectMs: performance.now() - connecting,
    failure: null,
  };
}

/** Every address that the system's resolver gives for a name, in its order. Never rejects. */
export function resolve(
  host: string,
  family: 0 | 4 | 6,
  signal: AbortSignal,
): Promise<{ addresses: readonly Address[]; failure: Failure | null }> {
  return new Promise((settle) => {
    const stop = (): void => settle({ addresses: [], failure: stopped(signal, 'resolve') });
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    lookup(host, { all: true, family, order: 'verbatim' }, (error, addresses) => {
      signal.removeEventListener('abort', stop);
      if (error !== null) settle({ addresses: [], failure: failureOf(error, 'resolve') });
      else settle({ addresses, failure: null });
    });
  });
}

type Won =
  | { readonly socket: Socket; readonly address: string; readonly failure: null }
  | { readonly socket: null; readonly address: null; readonly failure: Failure };

/** The first of several addresses to accept wins; the others are closed. Fails with the last error, as Python does. */
function race(addresses: readonly Address[], port: number, signal: AbortSignal): Promise<Won> {
  return new Promise((settle) => {
    const open = new Set<Socket>();
    let next = 0;
    let done = false;
    let timer: NodeJS.Timeout | undefined;
    let failure: Failure = { code: 'dns-failure', phase: 'resolve', detail: 'no address' };
    const finish = (won: Won): void => {
      done = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      for (const socket of open) if (socket !== won.socket) socket.destroy();
      settle(won);
    };
    const stop = (): void => finish({ socket: null, address: null, failure: stopped(signal, 'connect') });
    const attempt = (): void => {
      if (done) return;
      clearTimeout(timer);
      const target = addresses[next++];
      if (target === undefined) {
        if (open.size === 0) finish({ socket: null, address: null, failure });
        return;
      }
      const socket = connect({ host: target.address, port, noDelay: true });
      open.add(socket);
      socket.once('connect', () => finish({ socket, address: target.address, failure: null }));
      // Stays for the socket's life: an error between two users of the socket must not end the process.
      socket.on('error', (error) => {
        open.delete(socket);
        failure = failureOf(error, 'connect');
        attempt();
      });
      timer = setTimeout(attempt, NEXT_ADDRESS_AFTER_MS);
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    attempt();
  });
}
