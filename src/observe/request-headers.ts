/** The header fields of a request exactly as the job's pip sends them, in pip's order. */

export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What a neutral client calls itself: a common one's name, for rules that go by it, and ours, to be honest. */
export const NEUTRAL_USER_AGENT = 'curl/8.14.1 (compatible; pip-mirror-select)';

const SIMPLE_API = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, text/html; q=0.01';

export interface RequestIdentity {
  readonly userAgent: string;
  /** Authorization's value, or null. */
  readonly authorization: string | null;
}

/** For a project page. Before 22.2 pip took HTML only; from 26.2 on it lets its cache answer. */
export function pageHeaders(host: string, identity: RequestIdentity): HeaderList {
  const version = pipVersion(identity.userAgent);
  return complete([
    ['Host', host],
    ['User-Agent', identity.userAgent],
    ['Accept-Encoding', 'gzip, deflate'],
    ['Accept', version !== null && version < 2202 ? 'text/html' : SIMPLE_API],
    ['Connection', 'keep-alive'],
    ['Cache-Control', version !== null && version >= 2602 ? null : 'max-age=0'],
    ['Authorization', identity.authorization],
  ]);
}

/** For a file or its metadata; `range` is ours, pip asks for whole files. */
export function fileHeaders(host: string, identity: RequestIdentity, range: string | null): HeaderList {
  return complete([
    ['Host', host],
    ['User-Agent', identity.userAgent],
    ['Accept-Encoding', 'identity'],
    ['Accept', '*/*'],
    ['Connection', 'keep-alive'],
    ['Range', range],
    ['Authorization', identity.authorization],
  ]);
}

/** For the same page as another client would ask for it. */
export function neutralHeaders(host: string, authorization: string | null): HeaderList {
  return complete([
    ['Host', host],
    ['User-Agent', NEUTRAL_USER_AGENT],
    ['Accept', '*/*'],
    ['Connection', 'keep-alive'],
    ['Authorization', authorization],
  ]);
}

/** Major and minor as one number (26.1.2 → 2601); null for what is no pip. */
function pipVersion(userAgent: string): number | null {
  const found = /^pip\/(\d+)\.(\d+)/.exec(userAgent);
  return found === null ? null : Number(found[1]) * 100 + Number(found[2]);
}

function complete(fields: readonly (readonly [string, string | null])[]): HeaderList {
  return fields.filter((field): field is readonly [string, string] => field[1] !== null);
}
