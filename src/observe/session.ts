/**
 * Asking one mirror: a handful of requests over as few connections as pip would use, with one deadline and one budget.
 *
 *   const pip = observePip(python, env);
 *   const session = openSession(candidate, {
 *     userAgent: pip.userAgent.then((own) => own ?? fallbackUserAgent(…)),  // string or promise
 *     trust: readTrust(…),                                                 // Trust or promise
 *     proxies: pip.basics.then((b) => proxySettings(b, env)), // ProxySettings or promise
 *     timeoutMs: 5000,
 *   });                                          // DNS and TCP start at once, TLS when trust is known
 *   const page = await session.project('six');   // ProjectObservation: hops, page, defect, excerpt
 *   const file = await session.file(link, 65536);        // FileObservation: by Range unless known to be smaller
 *   const metadata = await session.metadata(link);       // FileObservation of <file>.metadata
 *   const other = await session.neutral('six');          // Exchange: the page as a common client would get it
 *   const sample = await session.sample(link, 65536, 262144, 2000); // ThroughputSample | null
 *   session.observation();                       // Observation so far, at any time
 *   session.close();                             // destroys sockets and timers; what is under way ends as 'cancelled'
 *
 * Nothing here throws or rejects. Requests of one session go out one after the other. `timeoutMs` counts only while a
 * connection or an answer is waited for, so a session may rest while others are asked; once it is spent every further
 * call fails at once with 'timeout'. A call for which the budget has no request left ends with the failure 'cancelled'.
 */
import type { Candidate } from '../model/candidate.ts';
import type {
  Exchange,
  FileLink,
  FileObservation,
  Observation,
  ProjectObservation,
  ThroughputSample,
} from '../model/observation.ts';
import { normalizeName } from '../model/requirement.ts';
import type { Trust } from '../model/trust.ts';
import type { Answer } from '../platform/http-exchange.ts';
import type { Limits } from '../platform/lane.ts';
import type { ProxySettings } from '../platform/proxy.ts';
import { Asker, type HeadersFor } from './asker.ts';
import { type Followed, follow } from './follow.ts';
import { isSuccess, readFile, readPage } from './read-answer.ts';
import { fileHeaders, neutralHeaders, pageHeaders } from './request-headers.ts';

export interface Asking {
  /** pip's own User-Agent; a promise delays the first request, not the connection. */
  readonly userAgent: string | Promise<string>;
  /** Needed for TLS, not before. */
  readonly trust: Trust | Promise<Trust>;
  /** Needed before the first connection. */
  readonly proxies: ProxySettings | Promise<ProxySettings>;
  /** Milliseconds of waiting for the network, for the whole session. */
  readonly timeoutMs: number;
  /** Requests in all, redirect hops among them. Default 6. */
  readonly maxRequests?: number;
  /** Body bytes of one page over the wire, and after decoding. Default 8 MiB and 16 MiB. */
  readonly maxPageBytes?: number;
  readonly maxDecodedBytes?: number;
  /** Hosts that are not contacted, whoever points there: asking one ends with the failure 'not-allowed'. */
  readonly forbids?: (host: string) => boolean;
  /** Audits: this address of the index host only. */
  readonly address?: string | null;
  /** Audits: this address family only. */
  readonly family?: 4 | 6 | null;
}

export interface Pace {
  /** Milliseconds waited for the network, in all and for the present step. */
  readonly waitedMs: number;
  readonly silentMs: number;
  /** Round trips begun in them. */
  readonly roundTrips: number;
  /** Milliseconds until TCP was connected; null before. */
  readonly connectMs: number | null;
}

export interface MirrorSession {
  readonly candidate: Candidate;
  /** Requests that may still be sent. */
  readonly left: number;
  readonly pace: Pace;
  /**
   * Asks for a project's page once; later calls get the same answer, unless that page was longer than the smaller
   * `maxBytes` of the earlier call. Default: the session's.
   */
  project(name: string, maxBytes?: number): Promise<ProjectObservation>;
  /** At most `maxBytes` of the file, from its beginning. */
  file(link: FileLink, maxBytes: number): Promise<FileObservation>;
  metadata(link: FileLink): Promise<FileObservation>;
  neutral(name: string): Promise<Exchange>;
  /** Reads `bytes` at `offset`, for at most `maxMs` of body; null where nothing could be measured. */
  sample(link: FileLink, offset: number, bytes: number, maxMs?: number): Promise<ThroughputSample | null>;
  observation(): Observation;
  close(): void;
}

/** Read of an answer that is an error or a redirect: enough to quote it and to keep the connection. */
const ASIDE_BYTES = 16 * 1024;
const METADATA_BYTES = 512 * 1024;

/** Starts to ask a mirror. The caller must `close()` it. */
export function openSession(candidate: Candidate, asking: Asking): MirrorSession {
  return new Session(candidate, asking);
}

class Session implements MirrorSession {
  readonly candidate: Candidate;
  private readonly asking: Asking;
  private readonly asker: Asker;
  private readonly projects: ProjectObservation[] = [];
  private readonly asked = new Map<
    string,
    { readonly maxBytes: number; readonly answer: Promise<ProjectObservation> }
  >();
  private readonly throughput: ThroughputSample[] = [];
  /** Where a file was found, redirects followed: samples go there straight. */
  private readonly found = new Map<string, string>();
  private fileSeen: FileObservation | null = null;
  private metadataSeen: FileObservation | null = null;
  private coarse: ThroughputSample | null = null;
  private neutralSeen: Exchange | null = null;

  constructor(candidate: Candidate, asking: Asking) {
    this.candidate = candidate;
    this.asking = asking;
    this.asker = new Asker({
      candidate,
      trust: asking.trust,
      proxies: asking.proxies,
      timeoutMs: asking.timeoutMs,
      maxRequests: asking.maxRequests ?? 6,
      forbids: asking.forbids ?? (() => false),
      address: asking.address ?? null,
      family: asking.family ?? null,
    });
    this.asker.open();
  }

  get left(): number {
    return this.asker.left;
  }

  get pace(): Pace {
    const { clock, roundTrips, connectMs } = this.asker;
    return { waitedMs: clock.waitedMs, silentMs: clock.silentMs, roundTrips, connectMs };
  }

  project(name: string, maxBytes?: number): Promise<ProjectObservation> {
    const project = normalizeName(name);
    const sessions = this.asking.maxPageBytes ?? 8 << 20;
    const limit = Math.min(maxBytes ?? sessions, sessions);
    const known = this.asked.get(project);
    if (known !== undefined && known.maxBytes >= limit) return known.answer;
    const answer =
      known === undefined
        ? this.askProject(project, limit)
        : known.answer.then((seen) => (isTooLarge(seen) ? this.askProject(project, limit) : seen));
    this.asked.set(project, { maxBytes: limit, answer });
    return answer;
  }

  async file(link: FileLink, maxBytes: number): Promise<FileObservation> {
    // A file that is known to be small is asked for as pip asks; a range is ours, to be polite.
    const whole = link.size !== null && link.size <= maxBytes;
    const range = whole ? null : `bytes=0-${maxBytes - 1}`;
    const followed = await this.fetch(link.url, 'file', range, maxBytes);
    this.found.set(link.url, followed.url);
    this.fileSeen = readFile(link, followed);
    this.coarse = rateOf(followed.last.answer);
    return this.fileSeen;
  }

  async metadata(link: FileLink): Promise<FileObservation> {
    const url = new URL(link.url);
    url.pathname += '.metadata';
    const followed = await this.fetch(url.href, 'metadata', null, METADATA_BYTES);
    this.metadataSeen = readFile(link, followed);
    return this.metadataSeen;
  }

  async neutral(name: string): Promise<Exchange> {
    const followed = await this.follow(this.pageUrl(normalizeName(name)), 'index', neutralHeaders, {
      maxBytes: () => ASIDE_BYTES,
    });
    this.neutralSeen = followed.last.exchange;
    return this.neutralSeen;
  }

  async sample(link: FileLink, offset: number, bytes: number, maxMs?: number): Promise<ThroughputSample | null> {
    const url = this.found.get(link.url) ?? link.url;
    const range = `bytes=${offset}-${offset + bytes - 1}`;
    const followed = await this.fetch(url, 'file', range, bytes, maxMs);
    const { answer, exchange } = followed.last;
    const answered = exchange.status === 206 || exchange.status === 200;
    if (answer === null || !answered || answer.body.length === 0 || answer.failure !== null) return null;
    const latencyMs = answer.firstByteMs ?? 0;
    const rate = rateOf(answer) ?? { bytes: answer.body.length, ms: Math.max(0.1, latencyMs + answer.bodyMs) };
    const measured = { ...rate, latencyMs };
    this.throughput.push(measured);
    return measured;
  }

  observation(): Observation {
    return {
      candidate: this.candidate,
      projects: [...this.projects],
      file: this.fileSeen,
      metadata: this.metadataSeen,
      neutral: this.neutralSeen,
      throughput: [...this.throughput],
      coarse: this.coarse,
      requests: this.asker.requests,
      bytes: this.asker.bytes,
      unasked: false,
    };
  }

  close(): void {
    this.asker.close();
  }

  private async askProject(project: string, maxBytes: number): Promise<ProjectObservation> {
    const userAgent = await this.asking.userAgent;
    const followed = await this.follow(
      this.pageUrl(project),
      'index',
      (host, authorization) => pageHeaders(host, { userAgent, authorization }),
      { maxBytes: (status) => (isSuccess(status) ? maxBytes : ASIDE_BYTES), whole: true },
    );
    const seen = readPage(project, followed, this.asking.maxDecodedBytes ?? 16 << 20);
    this.projects.push(seen);
    return seen;
  }

  private async fetch(
    url: string,
    role: 'file' | 'metadata',
    range: string | null,
    maxBytes: number,
    maxBodyMs?: number,
  ): Promise<Followed> {
    const userAgent = await this.asking.userAgent;
    return this.follow(url, role, (host, authorization) => fileHeaders(host, { userAgent, authorization }, range), {
      maxBytes: (status) => (status === 200 || status === 206 ? maxBytes : Math.min(maxBytes, ASIDE_BYTES)),
      ...(maxBodyMs === undefined ? {} : { maxBodyMs }),
    });
  }

  private follow(
    url: string,
    role: 'index' | 'file' | 'metadata',
    headers: HeadersFor,
    limits: Limits,
  ): Promise<Followed> {
    return follow(url, role, (at, as, sameOrigin) => this.asker.ask(at, as, sameOrigin, headers, limits));
  }

  private pageUrl(project: string): string {
    return new URL(`${encodeURIComponent(project)}/`, this.candidate.indexUrl).href;
  }
}

/** The first read came with the latency; the rate is in what followed. Null where nothing did. */
function rateOf(answer: Answer | null): ThroughputSample | null {
  if (answer === null || answer.failure !== null) return null;
  const rest = answer.body.length - answer.firstBytes;
  return rest > 0 && answer.bodyMs > 0 ? { bytes: rest, ms: answer.bodyMs } : null;
}

/** The page is longer than was asked for. */
export function isTooLarge({ exchanges }: ProjectObservation): boolean {
  return exchanges.at(-1)?.failure?.code === 'too-large';
}
