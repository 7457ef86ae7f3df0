/** Requests of our own to services (alerts, the forge's API), through the environment's proxy. Not pip's eyes. */
import { getCACertificates, rootCertificates } from 'node:tls';
import type { Dispatcher } from 'undici';

/** Beginning of an answer's body that is read, bytes. */
const DEFAULT_MOST_BYTES = 64 * 1024;

export interface WebRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; null for no body. */
  readonly body: string | null;
}

export interface WebAnswer {
  readonly status: number;
  /** By lower-case name; repeated fields joined with ', '. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** No answer: a code of the system, of TLS or of undici in lower case, 'timeout' for every kind of time-out. */
export interface WebFailure {
  readonly failure: string;
}

export interface WebClient {
  /** Never throws and follows no redirect: the URL and the headers are secrets. */
  readonly ask: (request: WebRequest, timeoutMs: number, mostBytes?: number) => Promise<WebAnswer | WebFailure>;
  readonly close: () => Promise<void>;
}

/** `extraCa` is PEM text trusted besides Node's and the system's roots: an internal CA. undici is loaded on first use. */
export async function openWebClient(extraCa: string | null): Promise<WebClient> {
  const { EnvHttpProxyAgent, request } = await import('undici');
  const ca = [...knownRoots(), ...(extraCa === null ? [] : [extraCa])];
  const agent = new EnvHttpProxyAgent({ connect: { ca }, requestTls: { ca }, proxyTls: { ca }, pipelining: 1 });
  const ask: WebClient['ask'] = async ({ method, url, headers, body }, timeoutMs, mostBytes = DEFAULT_MOST_BYTES) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await request(url, {
        method,
        headers: { 'user-agent': 'pip-mirror-select', 'content-type': 'application/json', ...headers },
        body,
        dispatcher: agent,
        signal,
      });
      return { status: answer.statusCode, headers: plainHeaders(answer), body: await read(answer.body, mostBytes) };
    } catch (error) {
      return { failure: signal.aborted ? 'timeout' : failureCode(error) };
    }
  };
  return { ask, close: () => agent.destroy() };
}

function knownRoots(): readonly string[] {
  // Node 24 has it; the system's store holds what a company adds to its machines.
  if (typeof getCACertificates !== 'function') return rootCertificates;
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
}

async function read(body: Dispatcher.ResponseData['body'], mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= mostBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8');
}

function plainHeaders(answer: Dispatcher.ResponseData): Record<string, string> {
  return Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
}

function failureCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'failed';
  if (/TIMEOUT|TIMEDOUT/.test(code)) return 'timeout';
  return code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
}
