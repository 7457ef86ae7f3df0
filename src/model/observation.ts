/**
 * Facts from the network, with no opinion on them. Whatever goes wrong is a fact like any other.
 * Times are milliseconds, sizes are bytes as they came over the wire (after TLS), dates are epoch milliseconds.
 */
import type { Candidate } from './candidate.ts';

/** What went wrong below HTTP, by stable code; the text is for people only. */
export interface Failure {
  readonly code:
    | 'dns-failure'
    | 'connection-refused'
    | 'connection-reset'
    | 'timeout'
    | 'handshake-failed'
    | 'invalid-response'
    | 'truncated'
    | 'proxy-refused'
    | 'too-large'
    | 'cancelled'
    /** The policy forbids this host: nothing was sent. */
    | 'not-allowed';
  readonly phase: 'resolve' | 'connect' | 'proxy' | 'tls' | 'headers' | 'body';
  /** The underlying code and message, unescaped: treat as hostile text. */
  readonly detail: string;
}

/** Phases of one connection and its first answer; null where the phase was not reached or not needed. */
export interface Timing {
  readonly dnsMs: number | null;
  readonly connectMs: number | null;
  readonly tlsMs: number | null;
  readonly firstByteMs: number | null;
}

/** What the TLS handshake showed. Verification never ends the handshake: judging comes later. */
export interface TlsFacts {
  /** 'TLSv1.3', 'TLSv1.2' …; null when the handshake did not complete. */
  readonly protocol: string | null;
  /** IANA cipher-suite name. */
  readonly cipher: string | null;
  /** DER, as sent: the leaf first, the others in whatever order the peer chose. */
  readonly chain: readonly Uint8Array[];
  /** OpenSSL's own verdict on the chain with pip's anchors: its error code, or null when it accepted. */
  readonly opensslError: string | null;
  /** Stapled OCSP response, DER; null where the server sent none. */
  readonly ocspResponse: Uint8Array | null;
}

/** One TCP (and TLS) connection to one host. */
export interface ConnectionFacts {
  readonly scheme: 'https' | 'http';
  /** Host name or IP literal (no brackets), lower case. */
  readonly host: string;
  readonly port: number;
  /** The address that answered; null where none did, or where a proxy resolved it. */
  readonly address: string | null;
  readonly family: 4 | 6 | null;
  /** Proxy in use as 'host:port'; null for a direct connection. */
  readonly proxy: string | null;
  readonly tls: TlsFacts | null;
  readonly failure: Failure | null;
}

/** What an exchange was for; each host on pip's way is judged under its role. */
export type ExchangeRole = 'index' | 'file' | 'metadata' | 'redirect';

/** Header fields by lower-case name; repeated fields joined with ', '. */
export type Headers = Readonly<Record<string, string>>;

/** One request and its answer. */
export interface Exchange {
  /** URL asked, without credentials. */
  readonly url: string;
  readonly role: ExchangeRole;
  readonly connection: ConnectionFacts;
  readonly timing: Timing;
  /** null when no complete header block came. */
  readonly status: number | null;
  readonly headers: Headers;
  /** Of the answer's status line: '1.0' or '1.1'. */
  readonly httpVersion?: string;
  /** Body bytes received. */
  readonly bodyBytes: number;
  /** From the first body byte to the last one, milliseconds. */
  readonly bodyMs: number;
  readonly failure: Failure | null;
}

/** One file that an index page lists (PEP 503 anchor or PEP 691 file object). */
export interface FileLink {
  readonly filename: string;
  /** Absolute, without fragment. */
  readonly url: string;
  /** Lower-case hex digests by algorithm name. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly requiresPython: string | null;
  readonly yanked: boolean;
  /** PEP 658/714: advertised metadata file, with its digests where given; null when not advertised. */
  readonly metadata: Readonly<Record<string, string>> | null;
  /** Bytes (PEP 700); null where the page does not say. */
  readonly size: number | null;
  /** Epoch milliseconds (PEP 700); null where the page does not say. */
  readonly uploadTime: number | null;
}

/** A project page that could be read as an index page. */
export interface IndexPage {
  readonly format: 'html' | 'json';
  readonly files: readonly FileLink[];
  /** PyPI's last serial from header, JSON or HTML comment; null where none is given. */
  readonly serial: number | null;
}

/** Why a 200 answer is not an index page. */
export type PageDefect = 'content-type' | 'json' | 'no-links' | 'truncated' | 'encoding';

/** One project asked of one mirror: every hop in order, then the page. */
export interface ProjectObservation {
  /** PEP 503 normalised name. */
  readonly project: string;
  readonly exchanges: readonly Exchange[];
  readonly page: IndexPage | null;
  readonly defect: PageDefect | null;
  /** First bytes of an answer that is no index page, at most 2 KiB, for block codes and captive portals. */
  readonly excerpt: string;
  /** True when the way led back to itself, or had more redirects than pip allows (30) or the budget could follow. */
  readonly redirectLoop: boolean;
}

/** One file or metadata fetch: every hop in order. */
export interface FileObservation {
  readonly link: FileLink;
  readonly exchanges: readonly Exchange[];
  /** Lower-case hex sha256 of the body where the whole file came, else null. */
  readonly sha256: string | null;
  /** First bytes, at most 2 KiB latin-1, to tell a wheel from a block page. */
  readonly excerpt: string;
  readonly redirectLoop: boolean;
}

/** One throughput sample. */
export interface ThroughputSample {
  readonly bytes: number;
  readonly ms: number;
  /** From the request to its first byte, milliseconds. */
  readonly latencyMs?: number;
}

/** Everything that was seen of one mirror. */
export interface Observation {
  readonly candidate: Candidate;
  /** The first project is the screen; the others are the job's own requirements. */
  readonly projects: readonly ProjectObservation[];
  readonly file: FileObservation | null;
  readonly metadata: FileObservation | null;
  /** The same index page asked by a neutral client, only after a refusal. */
  readonly neutral: Exchange | null;
  readonly throughput: readonly ThroughputSample[];
  /** What the file's first range tells of the rate, taken while all mirrors were asked at once. */
  readonly coarse?: ThroughputSample | null;
  /** Requests and body bytes that this mirror was asked for: the politeness budget. */
  readonly requests: number;
  readonly bytes: number;
  /** True when asking stopped because nothing more could change the decision. */
  readonly unasked: boolean;
}
