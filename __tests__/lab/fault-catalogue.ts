/** Every way in which a mirror of the lab can be bad, one row each: for fault matrices and benchmarks. */

import { type Fault, only, type Scope } from './fault.ts';
import { rateLimit, wantsCredentials } from './faults/access.ts';
import { blocksPip } from './faults/blocked.ts';
import * as body from './faults/body.ts';
import * as page from './faults/page.ts';
import { captivePortal, portalRedirect } from './faults/portal.ts';
import * as redirect from './faults/redirect.ts';
import { status } from './faults/status.ts';
import * as wire from './faults/wire.ts';
import type { Mirror } from './mirror.ts';
import type { MirrorOptions } from './mirror-options.ts';

export interface FaultRow {
  readonly name: string;
  readonly area: 'connection' | 'certificate' | 'page' | 'redirect' | 'file' | 'metadata' | 'harmless';
  /** Options of the bad mirror; `other` is a healthy mirror and `plain` a healthy one without TLS. */
  readonly options: (other: Mirror, plain: Mirror) => MirrorOptions;
}

const row = (area: FaultRow['area'], name: string, ...faults: readonly Fault[]): FaultRow => ({
  name,
  area,
  options: () => ({ faults }),
});

const FILE: Scope = { kind: 'file' };
const METADATA: Scope = { kind: 'metadata' };
const PAGE: Scope = { kind: 'page' };

export const FAULT_ROWS: readonly FaultRow[] = [
  row('connection', 'accepts and stays silent', wire.silent),
  row('connection', 'closes at once', wire.closesAtOnce),
  row('connection', 'resets', wire.resets),
  row('connection', 'garbage handshake', wire.garbageHandshake),
  row('connection', 'plain http on the TLS port', wire.plainHttpOnTls),
  row('connection', 'handshake failure alert', wire.tlsAlert(40)),
  row('connection', 'closes in the handshake', wire.closesInHandshake),
  row('connection', 'silent in the handshake', wire.silentInHandshake),
  row('connection', 'garbage instead of HTTP', wire.garbageHttp),
  row('connection', 'closes in the headers', wire.closesInHeaders),
  row('connection', 'closes without an answer', wire.closesWithoutAnswer),
  row('connection', 'silent after the request', wire.silentAfterRequest),
  row('connection', 'endless headers', wire.endlessHeaders),
  row('connection', 'HTTP/2 only', wire.http2Only),

  { name: 'expired yesterday', area: 'certificate', options: () => ({ certificate: { notAfter: -1 } }) },
  { name: 'wrong name', area: 'certificate', options: () => ({ certificate: { names: ['other.test'] } }) },
  { name: 'unknown root', area: 'certificate', options: () => ({ certificate: { root: 'unknown' } }) },
  { name: 'missing intermediate', area: 'certificate', options: () => ({ certificate: { send: 'leaf' } }) },
  { name: 'self-signed', area: 'certificate', options: () => ({ certificate: { selfSigned: true } }) },

  row('page', '401', wantsCredentials('user', 'secret')),
  ...[403, 404, 410, 429, 451, 500, 502, 503, 504].map((code) => row('page', String(code), status(code))),
  row('page', '403 for pip only', blocksPip),
  row('page', '429 with Retry-After', rateLimit(0, 3600)),
  row('page', 'captive portal', captivePortal),
  row('page', 'octet-stream', page.octetStream),
  row('page', 'no content type', page.contentType(null)),
  row('page', 'invalid JSON', page.invalidJson),
  row('page', 'foreign JSON', page.foreignJson),
  row('page', 'api-version 2.0', page.futureApi),
  row('page', 'no links', page.noLinks),
  row('page', 'empty page', only(PAGE, body.emptyBody)),
  row('page', 'truncated page', only(PAGE, body.truncated())),
  row('page', 'truncated chunked page', only(PAGE, body.truncatedChunked())),
  row('page', 'length too large', only(PAGE, body.wrongLength(100))),
  row('page', 'length too small', only(PAGE, body.wrongLength(-100))),
  row('page', 'endless page', only(PAGE, body.endless)),
  row('page', 'gzip bomb', only(PAGE, body.gzipBomb())),
  row('page', 'false gzip', only(PAGE, body.falseGzip)),
  row('page', 'slow drip', only(PAGE, body.slowDrip())),
  row('page', 'answers after a minute', body.lateAnswer(60_000)),
  row('page', 'doubled path', page.doubledPath),

  row('redirect', 'redirect loop', redirect.redirectLoop),
  row('redirect', 'endless redirects', redirect.redirectForever),
  row('redirect', 'redirect to file:', redirect.redirectToFile),
  {
    name: 'redirect to http',
    area: 'redirect',
    options: (_other, plain) => ({ faults: [redirect.redirectTo(plain.origin)] }),
  },
  {
    name: 'portal redirect',
    area: 'redirect',
    options: (_other, plain) => ({ faults: [portalRedirect(`${plain.origin}/login`)] }),
  },

  ...[403, 404, 429, 503].map((code) => row('file', `files ${code}`, only(FILE, status(code)))),
  row('file', 'files blocked for pip', only(FILE, blocksPip)),
  row('file', 'files are a block page', only(FILE, captivePortal)),
  row('file', 'files truncated', only(FILE, body.truncated())),
  row('file', 'files corrupt', only(FILE, body.corrupt)),
  row('file', 'files stay silent', only(FILE, wire.silentAfterRequest)),
  row('file', 'files close without an answer', only(FILE, wire.closesWithoutAnswer)),
  row('file', 'wrong hash', page.wrongHash),
  {
    name: 'http file links',
    area: 'file',
    options: (_other, plain) => ({ faults: [page.fileLinksTo(plain.origin)] }),
  },
  {
    name: 'files at a dead host',
    area: 'file',
    options: () => ({ faults: [page.fileLinksTo('https://localhost:1')] }),
  },
  {
    name: 'files redirected to http',
    area: 'file',
    options: (_other, plain) => ({ faults: [only(FILE, redirect.redirectTo(plain.origin))] }),
  },

  row('metadata', 'metadata 404', only(METADATA, status(404))),
  row('metadata', 'metadata 403', only(METADATA, status(403))),
  row('metadata', 'metadata corrupt', only(METADATA, body.corrupt)),
  row('metadata', 'metadata is a portal', only(METADATA, captivePortal)),

  row('harmless', 'healthy'),
  row('harmless', 'gzip', only(PAGE, body.gzipped)),
  row('harmless', 'HTTP/1.0', wire.http10),
  row('harmless', 'no ranges', body.noRanges),
  row('harmless', 'three redirects', redirect.redirectHops(3)),
  { name: 'HTML only', area: 'harmless', options: () => ({ formats: ['html'] }) },
  { name: 'no hashes', area: 'harmless', options: () => ({ page: { hashes: false } }) },
  { name: 'no metadata', area: 'harmless', options: () => ({ page: { metadata: false } }) },
  {
    name: 'no caching headers',
    area: 'harmless',
    options: () => ({ fileHeaders: { etag: null, 'cache-control': null } }),
  },
  { name: 'files at another host', area: 'harmless', options: (other) => ({ filesAt: other }) },
  {
    name: 'redirect to another host',
    area: 'harmless',
    options: (other) => ({ faults: [redirect.redirectTo(other.origin)] }),
  },
  { name: 'long path', area: 'harmless', options: () => ({ indexPath: '/pypi/web/simple/' }) },
];
