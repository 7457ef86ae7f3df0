/**
 * Text from peers and users made harmless for the place where it is shown.
 * Every function is total: any string in, one well-formed line (or, for HTML, inline markup) out.
 */
import { hideCredentials } from '../model/credentials.ts';

/** Shown as \u{…}: controls, bidi and other invisible marks, lone surrogates, line separators, private use, unassigned. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;
/** More marks than any script stacks on one letter. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * One line of visible text: white space folded, invisible characters spelt out, credentials of URLs removed,
 * cut to `max` code points (the last one is then '…').
 */
export function shown(text: string, max = 200): string {
  const visible = hideCredentials(text)
    // Nothing beyond this can be seen: megabytes of hostile text cost no more than a page.
    .slice(0, max * 8)
    .replace(/\s+/g, ' ')
    .replace(invisible, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(stackedMarks, '$1')
    .trim();
  return cut(visible, max);
}

/** At most `max` code points; a cut text ends in '…'. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const points = Array.from(text);
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`;
}

/**
 * Hostile text as inline code, which GitHub's own filters (mentions, emoji …) leave alone. Empty text gives ''.
 * Only an e-mail address gets a word joiner: cmark-gfm links those even here.
 */
export function inCode(text: string, max?: number): string {
  const escaped = entities(shown(text, max).replace(/(?<=[\w.+-])@(?=[\p{L}\p{N}])/gu, '@\u2060'));
  return escaped === '' ? '' : `<code>${escaped}</code>`;
}

/** Hostile text as running text: a word joiner breaks @mention, #123, GH-123, :emoji: and bare links. */
export function inText(text: string, max?: number): string {
  return entities(shown(text, max).replace(/([@#:]|GH-)(?=[\p{L}\p{N}/.])/giu, '$1\u2060'));
}

/** Hostile text in an HTML page of our own. */
export function inHtml(text: string, max?: number): string {
  return entities(shown(text, max));
}

/** ASCII punctuation as character references, which neither Markdown nor HTML reads as syntax; so is the dot of 'www.'. */
function entities(text: string): string {
  return text.replace(/[!-,/:-@[-`{-~]|(?<=www)\./gi, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A name in a Mermaid diagram, never empty: letters, digits and a few harmless marks, at most `max` code points. */
export function mermaidLabel(text: string, max = 28): string {
  const harmless = shown(text, max * 2).replace(/[^\p{L}\p{M}\p{N} ._()…+-]/gu, '_');
  return cut(harmless, max).trim() || '_';
}

/** A piece of a log line: workflow commands ('::name …::', '##[name]') of every forge lose their meaning. */
export function logText(text: string, max?: number): string {
  return shown(text, max)
    .replace(/^::/, ':\\u{3a}')
    .replace(/::(?=[a-z][\w-]*(?: [^:]*)?::)/gi, ':\\u{3a}')
    .replace(/#(?=#[a-z]*\[)/gi, '\\u{23}');
}

/** One word for POSIX shells: as it is where that is safe, else in single quotes. Never adds an option. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Columns that a terminal uses: East Asian wide characters and emoji take two, marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const point of text) width += pointWidth(point);
  return width;
}

const zeroWidth = /[\p{M}\p{Cf}\p{Cc}]/u;
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

function pointWidth(point: string): number {
  if (zeroWidth.test(point)) return 0;
  return wide.test(point) ? 2 : 1;
}

/** Padded with spaces to `width` columns, after the text or (for numbers) before it. */
export function pad(text: string, width: number, side: 'end' | 'start' = 'end'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'end' ? text + spaces : spaces + text;
}
