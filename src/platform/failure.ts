/** Errors of sockets, TLS and HTTP as the closed set of failures, by their stable codes. */
import type { Failure } from '../model/observation.ts';

/** Why an AbortSignal of ours was aborted: the only two reasons that are used with it. */
export type StopReason = 'timeout' | 'cancelled';

const CODES: Readonly<Record<string, Failure['code']>> = {
  ENOTFOUND: 'dns-failure',
  EAI_AGAIN: 'dns-failure',
  EAI_FAIL: 'dns-failure',
  EAI_NODATA: 'dns-failure',
  ENODATA: 'dns-failure',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'connection-refused',
  ENETUNREACH: 'connection-refused',
  EADDRNOTAVAIL: 'connection-refused',
  ECONNRESET: 'connection-reset',
  ECONNABORTED: 'connection-reset',
  EPIPE: 'connection-reset',
  ETIMEDOUT: 'timeout',
};

/** An error as a failure. What is unknown is the phase's own: a resolver's, a handshake's, or a bad answer. */
export function failureOf(error: unknown, phase: Failure['phase']): Failure {
  const { code, message } = describe(error);
  const detail = code === '' ? message : `${code}: ${message}`;
  const known = CODES[code];
  if (known !== undefined) return { code: known, phase, detail };
  if (phase === 'resolve') return { code: 'dns-failure', phase, detail };
  if (phase === 'tls' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) {
    return { code: 'handshake-failed', phase: phase === 'proxy' ? phase : 'tls', detail };
  }
  if (phase === 'connect') return { code: 'connection-refused', phase, detail };
  if (phase === 'proxy') return { code: 'proxy-refused', phase, detail };
  return { code: 'invalid-response', phase, detail };
}

/** What an aborted signal means in this phase. */
export function stopped(signal: AbortSignal, phase: Failure['phase']): Failure {
  const reason: unknown = signal.reason;
  return { code: reason === 'timeout' ? 'timeout' : 'cancelled', phase, detail: '' };
}

function describe(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const { code, reason } = error as NodeJS.ErrnoException & { readonly reason?: unknown };
  // OpenSSL's whole message begins with a number that is new each time; its reason does not.
  return { code: typeof code === 'string' ? code : '', message: typeof reason === 'string' ? reason : error.message };
}
