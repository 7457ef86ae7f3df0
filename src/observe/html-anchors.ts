/**
 * The anchors of an index page as Python's `html.parser` finds them, which is what pip asks: its rules, not a browser's.
 * (Last of two equal attributes wins; an unfinished tag or comment ends the page; script and style hide what is in them.)
 * One pass, linear in the length of the page, whatever it holds.
 */

/** Attributes by lower-case name; null for one without a value. */
export type Attributes = ReadonlyMap<string, string | null>;

export interface Anchors {
  /** `href` of the first `<base>` that has one. */
  readonly base: string | null;
  readonly anchors: readonly Attributes[];
}

const HIDING = new Set(['script', 'style']);

export function findAnchors(html: string): Anchors {
  const anchors: Attributes[] = [];
  let base: string | null = null;
  let at = 0;
  for (;;) {
    at = html.indexOf('<', at);
    if (at === -1) break;
    const next = html[at + 1] ?? '';
    if (!/[a-zA-Z]/.test(next)) {
      at = afterMarkup(html, at, next);
      if (at === -1) break;
      continue;
    }
    const tag = readTag(html, at);
    if (tag === null) break;
    at = tag.end;
    if (!tag.wellFormed) continue;
    if (tag.name === 'a') anchors.push(tag.attributes());
    else if (tag.name === 'base') base ??= tag.attributes().get('href') ?? null;
    else if (HIDING.has(tag.name) && !tag.selfClosing) {
      at = afterHidden(html, at, tag.name);
      if (at === -1) break;
    }
  }
  return { base, anchors };
}

/** Past an end tag, a comment, a declaration or a lone '<'; -1 where it does not end. */
function afterMarkup(html: string, at: number, next: string): number {
  if (next === '!' && html.startsWith('--', at + 2)) return after(html, /--\s*>/g, at + 4);
  if (next === '!' && html[at + 2] === '[') return after(html, /\]\s*\]\s*>|\]\s*>/g, at + 3);
  if (next === '/' || next === '!' || next === '?') return after(html, />/g, at + 2);
  return at + 1;
}

function afterHidden(html: string, at: number, name: string): number {
  return after(html, name === 'script' ? /<\/\s*script\s*>/gi : /<\/\s*style\s*>/gi, at);
}

function after(html: string, end: RegExp, from: number): number {
  end.lastIndex = from;
  return end.test(html) ? end.lastIndex : -1;
}

interface Tag {
  readonly name: string;
  readonly attributes: () => Attributes;
  /** Offset behind the tag. */
  readonly end: number;
  readonly selfClosing: boolean;
  /** False for what Python hands on as text. */
  readonly wellFormed: boolean;
}

/** null: the page ends inside the tag. */
function readTag(html: string, start: number): Tag | null {
  const nameEnd = after(html, /[a-zA-Z][^\t\n\r\f />\0]*/gy, start + 1);
  const name = html.slice(start + 1, nameEnd).toLowerCase();
  const raw: [string, string | null][] = [];
  let at = nameEnd;
  for (;;) {
    at = after(html, /(?:\s|\/(?!>))*/gy, at);
    const char = html[at];
    if (char === undefined) return null;
    if (char === '>' || char === '/') {
      const end = at + (char === '>' ? 1 : 2);
      return { name, attributes: () => attributesOf(raw), end, selfClosing: char === '/', wellFormed: true };
    }
    if (at === nameEnd) return { name, attributes: () => new Map(), end: at, selfClosing: false, wellFormed: false };
    const attributeEnd = after(html, /[^\s/>][^\s/=>]*/gy, at);
    const attribute = html.slice(at, attributeEnd).toLowerCase();
    const valueStart = after(html, /\s*=+\s*/gy, attributeEnd);
    if (valueStart === -1) {
      raw.push([attribute, null]);
      at = attributeEnd;
      continue;
    }
    const quote = html[valueStart];
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, valueStart + 1);
      if (close === -1) return null;
      raw.push([attribute, html.slice(valueStart + 1, close)]);
      at = close + 1;
    } else {
      const valueEnd = after(html, /[^>\s]*/gy, valueStart);
      raw.push([attribute, html.slice(valueStart, valueEnd)]);
      at = valueEnd;
    }
  }
}

function attributesOf(raw: readonly [string, string | null][]): Attributes {
  return new Map(raw.map(([name, value]) => [name, value === null ? null : unescapeHtml(value)]));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const WINDOWS_1252 = new TextDecoder('windows-1252');

/**
 * `html.unescape` for numeric references and the names that occur in URLs and version specifiers
 * (amp, lt, gt, quot, with or without semicolon, and apos); other names stay as they are.
 */
function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d+);?|#[xX]([0-9a-fA-F]+);?|(amp|lt|gt|quot|AMP|LT|GT|QUOT);?|apos;)/g,
    (_, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? '';
      if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      return "'";
    },
  );
}

function character(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.decode(Uint8Array.of(code));
  const control = (code < 0x20 && ![0x9, 0xa, 0xc, 0xd].includes(code)) || code === 0x7f;
  const noncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
  return control || noncharacter ? '' : String.fromCodePoint(code);
}
