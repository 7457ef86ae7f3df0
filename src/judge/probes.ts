/** The hosts on pip's way to one mirror, each address by itself: from facts to the audit's probes. */
import type { HttpFacts, Probe } from '../model/audit.ts';
import type { ConnectionFacts, Exchange, Observation, Timing } from '../model/observation.ts';
import type { CertificateVerdict, HostVerdict, Reason, Verdict } from '../model/verdict.ts';
import { certifierOf } from './certifier.ts';
import { isTrustedHost } from './host-trust.ts';
import { reasonOfFailure, type Yardstick } from './mirror.ts';
import { sortReasons } from './reasons.ts';

/** One host at one address, as it was seen. */
export interface Node {
  readonly role: HostVerdict['role'];
  /** First URL that was asked at the host. */
  readonly url: string;
  readonly connection: ConnectionFacts;
  readonly timing: Timing;
  /** The way that began here, hop by hop; empty where only the handshake was made. */
  readonly exchanges: readonly Exchange[];
  /** From the first packet to the last one or to giving up, milliseconds. */
  readonly durationMs: number;
}

/** Every host of an observation once, at the address that answered. `elapsedMs`: how long all of it took. */
export function nodesOf(observation: Observation, elapsedMs: number): Node[] {
  const nodes = new Map<string, Node>();
  const screen = observation.projects[0]?.exchanges ?? [];
  const index = screen[0]?.connection;
  const files = [observation.file, observation.metadata].flatMap((file) => file?.exchanges ?? []);
  for (const exchange of [...screen, ...files]) {
    const { connection, role, url, timing } = exchange;
    const key = `${connection.host} ${connection.port}`;
    if (nodes.has(key)) continue;
    const isIndex = connection.host === index?.host && connection.port === index.port;
    nodes.set(key, {
      role: isIndex ? 'index' : role === 'redirect' || role === 'index' ? 'redirect' : 'file',
      url,
      connection,
      timing,
      exchanges: isIndex ? screen : [exchange],
      durationMs: durationOf(isIndex ? screen : [exchange], elapsedMs),
    });
  }
  return [...nodes.values()];
}

function durationOf(exchanges: readonly Exchange[], elapsedMs: number): number {
  // Who never answered ended the questions: all the time went there.
  if (exchanges.at(-1)?.status == null) return elapsedMs;
  const { dnsMs, connectMs, tlsMs, firstByteMs } = summed(exchanges);
  const bodyMs = exchanges.reduce((total, exchange) => total + exchange.bodyMs, 0);
  return (dnsMs ?? 0) + (connectMs ?? 0) + (tlsMs ?? 0) + (firstByteMs ?? 0) + bodyMs;
}

/** Reasons that are no matter of the index page. */
const BEYOND_THE_PAGE =
  /^(file-|insecure-file-link$|metadata-missing$|hash-mismatch$|stale$|missing-requirement$|pip-refused$)/;

/** One probe for each node. `verdict` is the mirror's. */
export function probesOf(verdict: Verdict, nodes: readonly Node[], yardstick: Yardstick): Probe[] {
  const certify = certifierOf(yardstick);
  return nodes.map((node) => {
    const { connection, exchanges, role } = node;
    const certificate = certify(connection);
    const asked = role === 'index' && exchanges.length > 0;
    const page = verdict.reasons.filter((reason) => !BEYOND_THE_PAGE.test(reason));
    return {
      mirror: verdict.candidate.name,
      url: asked ? node.url : new URL(node.url).origin.concat('/'),
      host: connection.host,
      port: connection.port,
      role,
      address: connection.address,
      family: connection.family,
      certificate,
      reasons: asked ? page : connectionReasons(connection, certificate, yardstick),
      cipher: connection.tls?.cipher ?? null,
      timing: exchanges.length === 0 ? node.timing : summed(exchanges),
      asked,
      http: asked ? httpFacts(exchanges) : null,
      durationMs: node.durationMs,
    };
  });
}

/** A verdict that counts every node: pip may be sent to any of them. A node that is merely down is passed over. */
export function withEveryNode(verdict: Verdict, probes: readonly Probe[], yardstick: Yardstick): Verdict {
  const found = probes.flatMap(({ host, port, role, certificate }): Reason[] => {
    if (isTrustedHost(yardstick.trustedHosts, host, port)) return [];
    const faults = (certificate?.faults ?? []).filter((fault) => fault !== 'none' && fault !== 'handshake-failed');
    return faults.map((fault): Reason => (role === 'file' ? `file-host-certificate-${fault}` : `certificate-${fault}`));
  });
  const reasons = sortReasons([...verdict.reasons, ...found]);
  const hosts = probes.map(({ host, port, role, address, certificate }) => ({
    host,
    port,
    role,
    address,
    certificate,
  }));
  return { ...verdict, hosts, reasons, usable: verdict.usable && reasons.length === 0 };
}

function connectionReasons(
  connection: ConnectionFacts,
  certificate: CertificateVerdict | null,
  { trustedHosts }: Yardstick,
): Reason[] {
  const { host, port, failure } = connection;
  const reason = failure === null ? null : reasonOfFailure(failure);
  const faults = isTrustedHost(trustedHosts, host, port) ? [] : (certificate?.faults ?? []);
  return sortReasons([...faults.map((fault): Reason => `certificate-${fault}`), ...(reason === null ? [] : [reason])]);
}

/** Phases over all hops, as blackbox_exporter sums them; null where no hop had the phase. */
function summed(exchanges: readonly Exchange[]): Timing {
  const sum = (phase: keyof Timing): number | null =>
    exchanges.reduce<number | null>((total, { timing }) => {
      const ms = timing[phase];
      return ms === null ? total : (total ?? 0) + ms;
    }, null);
  return { dnsMs: sum('dnsMs'), connectMs: sum('connectMs'), tlsMs: sum('tlsMs'), firstByteMs: sum('firstByteMs') };
}

function httpFacts(exchanges: readonly Exchange[]): HttpFacts | null {
  const last = exchanges.at(-1);
  if (last === undefined || last.status === null) return null;
  // Of an encoded body neither number is the page's own: blackbox_exporter says so too.
  const plain = last.headers['content-encoding'] === undefined;
  const length = plain ? (last.headers['content-length'] ?? '') : '';
  const modified = Date.parse(last.headers['last-modified'] ?? '');
  return {
    status: last.status,
    version: last.httpVersion ?? null,
    redirects: exchanges.length - 1,
    secure: last.connection.scheme === 'https',
    contentLength: /^\d{1,15}$/.test(length) ? Number(length) : null,
    bodyBytes: plain ? last.bodyBytes : null,
    bodyMs: last.bodyMs,
    lastModified: Number.isNaN(modified) ? null : modified,
  };
}
