/** Requests of one mirror: a connection for each origin, one clock, one budget. Each request becomes an Exchange. */
import type { Candidate } from '../model/candidate.ts';
import type { Exchange, ExchangeRole, Failure } from '../model/observation.ts';
import type { Trust } from '../model/trust.ts';
import { Clock } from '../platform/clock.ts';
import type { Connection, Destination } from '../platform/connection.ts';
import { stopped } from '../platform/failure.ts';
import type { Answer, Ask } from '../platform/http-exchange.ts';
import { Lane, type LaneAnswer, type Limits, unconnected } from '../platform/lane.ts';
import { type HttpProxy, type ProxySettings, parseProxy, proxyFor } from '../platform/proxy.ts';
import { tlsClientOf } from '../platform/secure-context.ts';
import type { Hop } from './follow.ts';
import type { HeaderList } from './request-headers.ts';

export interface AskerOptions {
  readonly candidate: Candidate;
  readonly trust: Trust | Promise<Trust>;
  readonly proxies: ProxySettings | Promise<ProxySettings>;
  readonly timeoutMs: number;
  /** Requests that may be sent in all, redirect hops and repetitions among them. */
  readonly maxRequests: number;
  readonly forbids: (host: string) => boolean;
  readonly address: string | null;
  readonly family: 4 | 6 | null;
}

/** A name that is resolved so fast was known to this machine: nobody was asked. */
const KNOWN_NAME_MS = 3;

/** Sent already, and for nothing, when the reading of a body stops before its end. */
const UNDER_WAY_BYTES = 64 * 1024;

/** Builds the header fields once host and authorization are known. */
export type HeadersFor = (host: string, authorization: string | null) => HeaderList;

export class Asker {
  readonly clock: Clock;
  requests = 0;
  bytes = 0;
  /** Begun so far: names, connections, handshakes and requests. */
  roundTrips = 0;
  /** Of the first connection: one round trip. */
  connectMs: number | null = null;
  private readonly options: AskerOptions;
  private readonly lanes = new Map<string, Lane>();
  private readonly indexOrigin: string;
  private readonly authorization: string | null;

  constructor(options: AskerOptions) {
    this.options = options;
    this.clock = new Clock(options.timeoutMs);
    this.indexOrigin = new URL(options.candidate.indexUrl).origin;
    this.authorization = authorizationOf(options.candidate);
  }

  /** Connects to the index host before there is anything to ask. */
  open(): void {
    this.lane(new URL(this.options.candidate.indexUrl)).open();
  }

  get left(): number {
    return this.options.maxRequests - this.requests;
  }

  /** `sameOrigin`: false once redirects have left the first origin; credentials do not come back. */
  async ask(url: string, role: ExchangeRole, sameOrigin: boolean, headers: HeadersFor, limits: Limits): Promise<Hop> {
    const parsed = new URL(url);
    const { signal } = this.clock;
    if (this.options.forbids(parsed.hostname)) {
      return refused(url, role, this.destination(parsed), {
        code: 'not-allowed',
        phase: 'connect',
        detail: parsed.host,
      });
    }
    if (signal.aborted) return refused(url, role, this.destination(parsed), stopped(signal, 'connect'));
    const login = sameOrigin && parsed.origin === this.indexOrigin ? this.authorization : null;
    const fields = headers(parsed.host, login);
    const answered = await this.lane(parsed).ask(
      (forward) => compose(parsed, fields, forward),
      limits,
      () => {
        if (this.left <= 0) return false;
        this.requests += 1;
        this.roundTrips += 1;
        return true;
      },
    );
    const { answer } = answered;
    if (answer !== null) this.bytes += answer.body.length + (answer.complete ? 0 : UNDER_WAY_BYTES);
    const unsent = answered.answer === null && answered.connection.facts.failure === null;
    return { exchange: exchangeOf(url, role, answered), answer: answered.answer, unsent };
  }

  close(): void {
    this.clock.cancel();
    for (const lane of this.lanes.values()) lane.close();
    this.lanes.clear();
  }

  private lane(url: URL): Lane {
    const known = this.lanes.get(url.origin);
    if (known !== undefined) return known;
    const lane = new Lane({
      to: this.destination(url),
      proxy: async () => this.proxy(url),
      client: async () => tlsClientOf(await this.options.trust),
      anchors: async () => (await this.options.trust).anchors,
      clock: this.clock,
      onRoundTrips: (count) => {
        this.roundTrips += count;
      },
      onReached: ({ dnsMs, connectMs }) => {
        if (dnsMs !== null && dnsMs < KNOWN_NAME_MS) this.roundTrips -= 1;
        this.connectMs ??= connectMs;
      },
    });
    this.lanes.set(url.origin, lane);
    return lane;
  }

  private async proxy(url: URL): Promise<HttpProxy | null> {
    const text = proxyFor(url.href, await this.options.proxies);
    // What is no proxy URL fails in pip too; a scheme that nobody supports makes the attempt fail by name.
    return text === null ? null : (parseProxy(text) ?? { scheme: 'invalid', host: '', port: 0, authorization: null });
  }

  private destination(url: URL): Destination {
    const pinned = url.origin === this.indexOrigin;
    return {
      scheme: url.protocol === 'http:' ? 'http' : 'https',
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port),
      address: pinned ? this.options.address : null,
      family: this.options.family,
    };
  }
}

function authorizationOf({ credentials }: Candidate): string | null {
  if (credentials === null) return null;
  const pair = `${credentials.username}:${credentials.password}`;
  // requests encodes latin-1; only what does not fit goes as UTF-8.
  const encoding = /^[\u0000-\u00ff]*$/.test(pair) ? 'latin1' : 'utf8';
  return `Basic ${Buffer.from(pair, encoding).toString('base64')}`;
}

function compose(url: URL, headers: HeaderList, forward: HttpProxy | null): Pick<Ask, 'target' | 'headers'> {
  const path = `${url.pathname}${url.search}`;
  if (forward === null) return { target: path, headers };
  const login = forward.authorization;
  return {
    target: `http://${url.host}${path}`,
    headers: login === null ? headers : [...headers, ['Proxy-Authorization', login]],
  };
}

function exchangeOf(url: string, role: ExchangeRole, { connection, fresh, answer }: LaneAnswer): Exchange {
  const none = { dnsMs: null, connectMs: null, tlsMs: null };
  const { dnsMs, connectMs, tlsMs } = fresh ? connection : none;
  const unsent: Failure = { code: 'cancelled', phase: 'headers', detail: 'the budget of requests is spent' };
  return {
    url,
    role,
    connection: connection.facts,
    timing: { dnsMs, connectMs, tlsMs, firstByteMs: answer?.firstByteMs ?? null },
    status: answer?.status ?? null,
    headers: answer?.headers ?? {},
    ...(answer?.httpVersion ? { httpVersion: answer.httpVersion } : {}),
    bodyBytes: answer?.body.length ?? 0,
    bodyMs: answer?.bodyMs ?? 0,
    failure: answer === null ? (connection.facts.failure ?? unsent) : answer.failure,
  };
}

/** An exchange that was not even begun. */
function refused(url: string, role: ExchangeRole, to: Destination, failure: Failure): Hop {
  const connection: Connection = unconnected(to, failure);
  const answer: Answer | null = null;
  return { exchange: exchangeOf(url, role, { connection, fresh: false, answer }), answer, unsent: false };
}
