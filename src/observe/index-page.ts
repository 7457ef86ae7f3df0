/** A project page as pip reads it: HTML (PEP 503) or JSON (PEP 691, 700, 714). Pure. */
import type { FileLink, Headers, IndexPage, PageDefect } from '../model/observation.ts';
import { fileLink, knownHashes } from './file-link.ts';
import { type Attributes, findAnchors } from './html-anchors.ts';

export interface ParsedPage {
  /** null where pip would skip the page or stop. An empty page is a page: `no-links`. */
  readonly page: IndexPage | null;
  readonly defect: PageDefect | null;
}

const HTML_TYPES = ['text/html', 'application/vnd.pypi.simple.v1+html'];
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

/**
 * Reads a decoded body. `url` is where it came from after redirects: relative links start there.
 * Links that are no distributions are left out. Never throws.
 */
export function parseIndexPage(body: Uint8Array, contentType: string, url: string, headers: Headers): ParsedPage {
  const type = contentType.toLowerCase();
  if (type.startsWith(JSON_TYPE)) return parseJson(body, url, headers);
  if (HTML_TYPES.some((known) => type.startsWith(known))) return parseHtml(body, contentType, url, headers);
  return { page: null, defect: 'content-type' };
}

function parseHtml(body: Uint8Array, contentType: string, url: string, headers: Headers): ParsedPage {
  const html = decode(body, charsetOf(contentType));
  if (html === null) return { page: null, defect: 'encoding' };
  const { base, anchors } = findAnchors(html);
  const files = anchors.map((anchor) => linkOfAnchor(anchor, base || url)).filter((link) => link !== null);
  return parsed('html', files, serialOfHeaders(headers) ?? toSerial(/<!--SERIAL (\d+)-->/.exec(html)?.[1]));
}

function linkOfAnchor(anchor: Attributes, base: string): FileLink | null {
  const href = anchor.get('href');
  if (!href) return null;
  return fileLink({
    href,
    base,
    hashes: {},
    requiresPython: anchor.get('data-requires-python') || null,
    // pip: any value but none means yanked; the value is the reason.
    yanked: typeof anchor.get('data-yanked') === 'string',
    metadata: metadataOfAnchor(anchor.get('data-core-metadata') ?? anchor.get('data-dist-info-metadata') ?? null),
    size: null,
    uploadTime: null,
  });
}

/** 'true' or 'sha256=…'; what has no '=' is taken for 'true'. */
function metadataOfAnchor(value: string | null): Record<string, string> | null {
  if (value === null) return null;
  const at = value.indexOf('=');
  return at === -1 ? {} : knownHashes([[value.slice(0, at), value.slice(at + 1)]]);
}

function parseJson(body: Uint8Array, url: string, headers: Headers): ParsedPage {
  const broken: ParsedPage = { page: null, defect: 'json' };
  const text = decode(body, jsonCharset(body));
  if (text === null) return broken;
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return broken;
  }
  if (!isObject(data)) return broken;
  const listed = Object.hasOwn(data, 'files') && !isEmpty(data.files) ? data.files : [];
  if (!Array.isArray(listed)) return broken;
  const files: FileLink[] = [];
  for (const file of listed) {
    // pip stops at the first entry that is no object or whose address is no text.
    if (!isObject(file)) return broken;
    if (file.url === undefined || file.url === null) continue;
    if (typeof file.url !== 'string' || !isHashes(file.hashes)) return broken;
    const link = linkOfFile(file, file.url, url);
    if (link !== null) files.push(link);
  }
  const meta = isObject(data.meta) ? data.meta : {};
  return parsed('json', files, serialOfHeaders(headers) ?? toSerial(meta['_last-serial']));
}

function linkOfFile(file: Record<string, unknown>, href: string, base: string): FileLink | null {
  const uploaded = typeof file['upload-time'] === 'string' ? Date.parse(file['upload-time']) : Number.NaN;
  const size = file.size;
  return fileLink({
    href,
    base,
    hashes: knownHashes(Object.entries(isObject(file.hashes) ? file.hashes : {})),
    requiresPython:
      typeof file['requires-python'] === 'string' && file['requires-python'] ? file['requires-python'] : null,
    yanked: truthy(file.yanked),
    metadata: metadataOfFile(file['core-metadata'] ?? file['dist-info-metadata']),
    size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : null,
    uploadTime: Number.isNaN(uploaded) ? null : uploaded,
  });
}

function metadataOfFile(value: unknown): Record<string, string> | null {
  if (isObject(value)) return knownHashes(Object.entries(value));
  return truthy(value) ? {} : null;
}

function parsed(format: IndexPage['format'], files: readonly FileLink[], serial: number | null): ParsedPage {
  return { page: { format, files, serial }, defect: files.length === 0 ? 'no-links' : null };
}

function serialOfHeaders(headers: Headers): number | null {
  return toSerial(headers['x-pypi-last-serial']);
}

/** PyPI's serial as number or digits; some mirrors write it as a string. */
function toSerial(value: unknown): number | null {
  const serial = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
  return typeof serial === 'number' && Number.isSafeInteger(serial) && serial >= 0 ? serial : null;
}

function charsetOf(contentType: string): string {
  return /;\s*charset\s*=\s*"?([^";\s]+)"?/i.exec(contentType)?.[1] ?? 'utf-8';
}

/** `json.detect_encoding`, without UTF-32. */
function jsonCharset(body: Uint8Array): string {
  const [a = 1, b = 1] = body;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** Strict decoding under Python's or the web's name for the charset; null where pip would stop. */
function decode(body: Uint8Array, charset: string): string | null {
  const label = charset.toLowerCase().replaceAll('_', '-');
  if (/^(us-)?ascii$/.test(label) && body.some((byte) => byte > 0x7f)) return null;
  try {
    return new TextDecoder(label.replace(/^latin-1$/, 'latin1'), { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

function isHashes(value: unknown): boolean {
  return value === undefined || value === null || isObject(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Python walks through an empty object or text as through an empty list. */
function isEmpty(value: unknown): boolean {
  return value === '' || (isObject(value) && Object.keys(value).length === 0);
}

/** Python's notion, for JSON values. */
function truthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}
