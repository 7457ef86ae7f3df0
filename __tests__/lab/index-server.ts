/** What a healthy PyPI mirror answers: PEP 503 and 691 pages, files with ranges, PEP 658 metadata. */
import { type Answer, type LabRequest, type RequestKind, text } from './answer.ts';
import { type Distribution, normalise } from './distribution.ts';
import { hexSha256, htmlPage, jsonPage, type PageStyle, type Project, packagePath, rootPage } from './project.ts';

export interface IndexOptions {
  readonly projects: readonly Project[];
  /** Path of the PEP 503 root, with both slashes; default '/simple/'. */
  readonly indexPath: string;
  /** Formats offered; a mirror without JSON answers HTML to all. */
  readonly formats: readonly ('html' | 'json')[];
  readonly page: PageStyle;
  /** Added to pages and to files (metadata too); null removes a default such as 'etag'. */
  readonly pageHeaders: Readonly<Record<string, string | null>>;
  readonly fileHeaders: Readonly<Record<string, string | null>>;
}

export interface Index {
  classify(path: string): { kind: RequestKind; project: string | null; filename: string | null };
  answer(request: LabRequest): Answer;
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const HTML_TYPE = 'application/vnd.pypi.simple.v1+html';

/** The media type that the Accept list prefers among those offered. */
export function negotiate(accept: string, formats: readonly ('html' | 'json')[]): string {
  const weights = new Map<string, number>();
  for (const item of accept.split(',')) {
    const [type = '', ...parameters] = item.split(';').map((part) => part.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(type.toLowerCase(), q === undefined ? 1 : Number(q.slice(2)));
  }
  const offers = formats.includes('json') ? ['text/html', JSON_TYPE, HTML_TYPE] : ['text/html', HTML_TYPE];
  const weight = (type: string): number => weights.get(type) ?? weights.get('*/*') ?? 0;
  return offers.reduce(
    (best, offer) => (weight(offer) > weight(best) ? offer : best),
    formats.includes('html') ? 'text/html' : JSON_TYPE,
  );
}

function merge(base: Record<string, string>, changes: Readonly<Record<string, string | null>>): Record<string, string> {
  const merged = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete merged[name.toLowerCase()];
    else merged[name.toLowerCase()] = value;
  }
  return merged;
}

/** One range of `bytes=a-b`, `a-` or `-n`; null: not a single byte range, so the whole is sent. */
function rangeOf(header: string | undefined, size: number): [number, number] | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  return start > end || start >= size ? 'unsatisfiable' : [start, end];
}

function bytesAnswer(request: LabRequest, body: Buffer, headers: Record<string, string>, ranges: boolean): Answer {
  const { etag } = headers;
  if (etag !== undefined && request.headers['if-none-match'] === etag)
    return { status: 304, headers, body: Buffer.alloc(0) };
  const ifRange = request.headers['if-range'];
  const fresh = ifRange === undefined || ifRange === etag || ifRange === headers['last-modified'];
  const range = ranges && fresh ? rangeOf(request.headers.range, body.length) : null;
  if (range === null) return { status: 200, headers, body };
  if (range === 'unsatisfiable') return { ...text(416, ''), headers: { 'content-range': `bytes */${body.length}` } };
  const [start, end] = range;
  const part = { ...headers, 'content-range': `bytes ${start}-${end}/${body.length}` };
  return { status: 206, headers: part, body: body.subarray(start, end + 1) };
}

/** An index over fixed content. */
export function createIndex(options: IndexOptions): Index {
  const projects = new Map(options.projects.map((project) => [project.name, project]));
  const files = new Map<string, Distribution>();
  for (const project of options.projects) for (const file of project.files) files.set(packagePath(file), file);

  const classify: Index['classify'] = (path) => {
    const plain = path.replace(/[?#].*$/s, '');
    const isMetadata = plain.endsWith('.metadata');
    const place = plain.indexOf('/packages/');
    // An index may itself lie below a folder of that name.
    if (place >= 0 && !plain.startsWith(options.indexPath)) {
      const filename = decodeURIComponent(plain.slice(plain.lastIndexOf('/') + 1)).replace(/\.metadata$/, '');
      return { kind: isMetadata ? 'metadata' : 'file', project: null, filename };
    }
    if (!plain.startsWith(options.indexPath)) return { kind: 'other', project: null, filename: null };
    const rest = plain.slice(options.indexPath.length).replace(/\/$/, '');
    if (rest === '') return { kind: 'root', project: null, filename: null };
    return rest.includes('/')
      ? { kind: 'other', project: null, filename: null }
      : { kind: 'page', project: normalise(rest), filename: null };
  };

  const page = (request: LabRequest): Answer => {
    const asked = request.url.replace(/[?#].*$/s, '').slice(options.indexPath.length);
    const project = projects.get(request.project ?? '');
    if (asked !== `${request.project}/`) {
      return { ...text(301, ''), headers: { location: `${options.indexPath}${request.project}/` } };
    }
    if (project === undefined) return text(404, '404 Not Found\n');
    const type = negotiate(request.headers.accept ?? '*/*', options.formats);
    const body = Buffer.from(type === JSON_TYPE ? jsonPage(project, options.page) : htmlPage(project, options.page));
    const headers: Record<string, string> = {
      'content-type': type === 'text/html' ? 'text/html; charset=utf-8' : type,
      'cache-control': 'max-age=600, public',
      etag: `"${hexSha256(body).slice(0, 32)}"`,
      vary: 'Accept',
    };
    if (options.page.serial) headers['x-pypi-last-serial'] = String(project.serial);
    return bytesAnswer(request, body, merge(headers, options.pageHeaders), false);
  };

  const file = (request: LabRequest): Answer => {
    // pip writes '+' as '%2B'; servers read both alike.
    const plain = decodeURIComponent(request.url.replace(/[?#].*$/s, ''));
    const found = files.get(plain.replace(/\.metadata$/, ''));
    const body = request.kind === 'metadata' ? found?.metadata : found?.bytes;
    if (found === undefined || body === undefined || body === null) return text(404, '404 Not Found\n');
    const headers = {
      'content-type': request.kind === 'metadata' ? 'text/plain' : 'application/octet-stream',
      'accept-ranges': 'bytes',
      'cache-control': 'max-age=365000000, immutable, public',
      etag: `"${(request.kind === 'file' ? found.sha256 : hexSha256(body)).slice(0, 32)}"`,
      'last-modified': new Date(found.uploadTime).toUTCString(),
    };
    return bytesAnswer(request, body, merge(headers, options.fileHeaders), true);
  };

  const answer = (request: LabRequest): Answer => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, '');
    if (request.kind === 'page') return page(request);
    if (request.kind === 'file' || request.kind === 'metadata') return file(request);
    if (request.kind === 'other') return text(404, '404 Not Found\n');
    const type = negotiate(request.headers.accept ?? '*/*', options.formats);
    return text(200, rootPage(options.projects, type === JSON_TYPE), type);
  };
  return { classify, answer };
}
