/** One mirror's facts → would this job's pip install from it, and if not, why not. */

import { holdsCredentials } from '../model/credentials.ts';
import type { Exchange, Failure, FileObservation, Observation, ProjectObservation } from '../model/observation.ts';
import type { TrustedHost } from '../model/plan.ts';
import type { HostVerdict, Reason, Verdict } from '../model/verdict.ts';
import { type CertificateYardstick, type Certify, certifierOf } from './certifier.ts';
import { isTrustedHost } from './host-trust.ts';
import { latencyOf, paceOf } from './pace.ts';
import { sortReasons } from './reasons.ts';
import { refusalDetail } from './refusal.ts';

/** What the facts are held against. */
export interface Yardstick extends CertificateYardstick {
  readonly trustedHosts: readonly TrustedHost[];
  /** The project that any public mirror lists; null for private indexes, which may lack any. */
  readonly probe: string | null;
}

/** A verdict on what has been seen so far: gates that were not asked count as passed. */
export function judgeMirror(observation: Observation, yardstick: Yardstick): Verdict {
  const certify = certifierOf(yardstick);
  const screen = observation.projects[0];
  const first = screen?.exchanges[0];
  const reasons: Reason[] = [
    ...observation.projects.flatMap((project) => judgePage(observation, project, yardstick, certify)),
    ...judgeFile(observation, observation.file, yardstick, certify),
    ...judgeMetadata(observation, yardstick, certify),
  ];
  const hosts = hostsOf(observation, certify);
  const sorted = sortReasons(reasons);
  const unasked = observation.unasked || wasCutShort(observation);
  return {
    candidate: observation.candidate,
    usable: sorted.length === 0 && !unasked,
    reasons: sorted,
    detail: sorted.length === 0 ? null : detailOf(observation),
    certificate: first === undefined ? null : certify(first.connection),
    hosts,
    timing: first === undefined || first.status === null ? null : first.timing,
    latencyMs: latencyOf(observation),
    ...paceOf(observation),
    listsDigests: observation.file?.link.hashes.sha256 !== undefined,
    freshness: null,
    requirements: null,
    unasked,
  };
}

/** Asking ended before the answer came, because it was not needed any more. */
function wasCutShort(observation: Observation): boolean {
  const asked = [...observation.projects, observation.file, observation.metadata];
  const ends = asked.map((seen) => seen?.exchanges.at(-1)?.failure?.code);
  return observation.projects.length === 0 || ends.includes('cancelled');
}

/** One index page: the way to it, its status and its form. */
function judgePage(
  observation: Observation,
  project: ProjectObservation,
  yardstick: Yardstick,
  certify: Certify,
): Reason[] {
  const reasons = project.exchanges.flatMap((exchange, hop) => judgeHop(exchange, hop, yardstick, certify));
  if (project.redirectLoop) return [...reasons, 'redirect-loop'];
  const last = project.exchanges.at(-1);
  if (last === undefined) return reasons;
  const status = last.status;
  // Sent on to a host that the policy forbids: like a name that the index does not have.
  if (last.failure?.code === 'not-allowed') return reasons;
  // A page too long to be asked for politely says nothing of the mirror; the probe's page never is.
  if (last.failure?.code === 'too-large' && yardstick.probe !== null && project.project !== yardstick.probe) {
    return reasons;
  }
  if (last.failure !== null) {
    const reason = reasonOfFailure(last.failure);
    return reason === null ? reasons : [...reasons, reason];
  }
  if (status === null) return reasons;
  // That a job's requirement is missing is for the requirements' judge to say.
  if (status === 404 && project.project !== yardstick.probe) return reasons;
  if (status === 401) return [...reasons, 'auth-required'];
  if (status < 200 || status >= 300) {
    const neutralAccepted = observation.neutral?.status === 200;
    return [...reasons, neutralAccepted ? 'blocked-user-agent' : `http-${status}`];
  }
  switch (project.defect) {
    case null:
      return reasons;
    case 'content-type':
    case 'no-links':
      return [...reasons, 'not-an-index'];
    case 'truncated':
      return [...reasons, 'truncated'];
    case 'json':
    case 'encoding':
      return [...reasons, 'invalid-response'];
  }
}

/** Certificate and scheme of one hop on the way to an index page. */
function judgeHop(exchange: Exchange, hop: number, yardstick: Yardstick, certify: Certify): Reason[] {
  const { connection } = exchange;
  if (isTrustedHost(yardstick.trustedHosts, connection.host, connection.port)) return [];
  if (connection.scheme === 'http') return [hop === 0 ? 'plain-http' : 'insecure-redirect'];
  const certificate = certify(connection);
  return (certificate?.faults ?? []).map((fault): Reason => `certificate-${fault}`);
}

/** The word for a failure below HTTP; null where it is the certificate's to tell, or nobody's. */
export function reasonOfFailure(failure: Failure): Reason | null {
  switch (failure.code) {
    case 'handshake-failed':
      return 'certificate-handshake-failed';
    case 'proxy-refused':
      return 'connection-refused';
    case 'too-large':
      return 'invalid-response';
    case 'cancelled':
      return null;
    default:
      return failure.code;
  }
}

function judgeFile(
  observation: Observation,
  file: FileObservation | null,
  yardstick: Yardstick,
  certify: Certify,
): Reason[] {
  if (file === null) return [];
  const reasons = judgeFetch(observation, file, yardstick, certify);
  const last = file.exchanges.at(-1);
  if (last === undefined || last.failure?.code === 'cancelled') return reasons;
  if (file.redirectLoop) return [...reasons, 'file-unavailable'];
  if (last.failure === null && last.status !== 200 && last.status !== 206) return [...reasons, 'file-unavailable'];
  // A block page with status 200 is no wheel: every wheel is a zip archive.
  const looksLikeWheel = file.excerpt.startsWith('PK');
  if (last.failure === null && file.link.filename.endsWith('.whl') && !looksLikeWheel) {
    return [...reasons, 'file-unavailable'];
  }
  const expected = file.link.hashes.sha256;
  if (file.sha256 !== null && expected !== undefined && file.sha256 !== expected) return [...reasons, 'hash-mismatch'];
  return reasons;
}

function judgeMetadata(observation: Observation, yardstick: Yardstick, certify: Certify): Reason[] {
  const { metadata } = observation;
  if (metadata === null) return [];
  const last = metadata.exchanges.at(-1);
  if (last === undefined || last.failure?.code === 'cancelled') return [];
  const reasons = judgeFetch(observation, metadata, yardstick, certify);
  if (metadata.redirectLoop || (last.failure === null && last.status !== 200)) return [...reasons, 'metadata-missing'];
  const expected = metadata.link.metadata?.sha256;
  if (metadata.sha256 !== null && expected !== undefined && metadata.sha256 !== expected) {
    return [...reasons, 'hash-mismatch'];
  }
  return reasons;
}

/** Hosts and transport on the way to a file; trouble on another host than the index's is named as such. */
function judgeFetch(
  observation: Observation,
  fetch: FileObservation,
  yardstick: Yardstick,
  certify: Certify,
): Reason[] {
  const index = observation.projects[0]?.exchanges[0]?.connection;
  const reasons: Reason[] = [];
  for (const exchange of fetch.exchanges) {
    const { connection, failure } = exchange;
    const foreign = connection.host !== index?.host || connection.port !== index.port;
    const trusted = isTrustedHost(yardstick.trustedHosts, connection.host, connection.port);
    if (!trusted && connection.scheme === 'http' && index?.scheme === 'https') reasons.push('insecure-file-link');
    const faults = trusted || connection.scheme === 'http' ? [] : (certify(connection)?.faults ?? []);
    for (const fault of faults) reasons.push(foreign ? `file-host-certificate-${fault}` : `certificate-${fault}`);
    const reason = failure === null ? null : reasonOfFailure(failure);
    if (reason === null || (faults.length > 0 && failure?.phase === 'tls')) continue;
    if (failure?.phase === 'body' || failure?.phase === 'headers') reasons.push('file-unavailable');
    else reasons.push(foreign ? `file-host-${reason}` : reason);
  }
  return reasons;
}

/** Every host on pip's way, each once, under its first role. */
function hostsOf(observation: Observation, certify: Certify): HostVerdict[] {
  const hosts = new Map<string, HostVerdict>();
  const index = observation.projects[0]?.exchanges[0]?.connection;
  const pages = observation.projects.flatMap((project) => project.exchanges);
  const files = [observation.file, observation.metadata].flatMap((file) => file?.exchanges ?? []);
  for (const { connection, role } of [...pages, ...files]) {
    const key = `${connection.host}:${connection.port}`;
    if (hosts.has(key)) continue;
    const isIndex = connection.host === index?.host && connection.port === index.port;
    hosts.set(key, {
      host: connection.host,
      port: connection.port,
      role: isIndex ? 'index' : role === 'redirect' || role === 'index' ? 'redirect' : 'file',
      certificate: certify(connection),
    });
  }
  return [...hosts.values()];
}

/** A server may send back what it was sent: words that hold the candidate's own credentials are nobody's business. */
function detailOf(observation: Observation): string | null {
  const words = wordsOf(observation);
  return words === null || holdsCredentials(words, observation.candidate.credentials) ? null : words;
}

function wordsOf(observation: Observation): string | null {
  const project = observation.projects[0];
  const refused = [project, observation.file, observation.metadata].find((seen) => {
    const status = seen?.exchanges.at(-1)?.status ?? null;
    return status !== null && status >= 400;
  });
  const answer = refused?.exchanges.at(-1);
  if (refused !== undefined && refused !== null && answer !== undefined) {
    return refusalDetail(answer.headers, refused.excerpt);
  }
  const failure = project?.exchanges.at(-1)?.failure ?? observation.file?.exchanges.at(-1)?.failure ?? null;
  return failure === null ? null : failure.detail.slice(0, 300);
}
