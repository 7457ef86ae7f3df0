/**
 * Sentences whose values stay apart from their words, so that each place of display escapes what it must:
 * the words are ours, every value may be hostile.
 */
import { inCode, inText, logText, shown } from './escape.ts';

/** 'word' is our own text, in which `backticks` mark code; 'code' a literal thing (host, file, variable); 'name' stands out; 'quote' is running text. */
export interface Piece {
  readonly kind: 'word' | 'code' | 'name' | 'quote';
  readonly text: string;
}
export type Prose = readonly Piece[];

/** Longest value shown in a sentence, in code points. */
const longestValue = 240;

/** A sentence: `${string}` becomes code, numbers are shown as they are, prose is laid in. */
export function say(words: TemplateStringsArray, ...values: readonly (string | number | Prose)[]): Prose {
  const pieces: Piece[] = [];
  words.forEach((text, index) => {
    if (text !== '') pieces.push({ kind: 'word', text });
    const value = values[index];
    if (value === undefined || value === '') return;
    if (typeof value === 'string') pieces.push({ kind: 'code', text: value });
    else if (typeof value === 'number') pieces.push({ kind: 'word', text: String(value) });
    else pieces.push(...value);
  });
  return pieces;
}

/** A mirror's name: bold in a summary. */
export function name(text: string): Prose {
  return [{ kind: 'name', text }];
}

/** Somebody else's words: an error, a detail. */
export function quote(text: string): Prose {
  return [{ kind: 'quote', text }];
}

/** Our own words, chosen by the catalogue: 'fallback', 'the cache'. */
export function word(text: string): Prose {
  return [{ kind: 'word', text }];
}

/** Several items with a separator between them. */
export function joined(items: readonly Prose[], separator: string): Prose {
  return items.flatMap((item, index) => (index === 0 ? item : [...word(separator), ...item]));
}

/** For GitHub's Markdown: running text, list items and table cells; whole pieces, at most about `max` code points. */
export function markdown(prose: Prose, max = 1500): string {
  let left = max;
  let text = '';
  for (const piece of prose) {
    if (left <= 0) return `${text}…`;
    left -= Math.min(piece.text.length, longestValue);
    text += markdownPiece(piece);
  }
  return text;
}

function markdownPiece({ kind, text }: Piece): string {
  if (kind === 'word') return text.replaceAll('|', '&#124;');
  if (kind === 'code') return inCode(text, longestValue);
  if (kind === 'quote') return inText(text, longestValue);
  const escaped = inText(text, 60);
  return escaped === '' ? '' : `<b>${escaped}</b>`;
}

/** For logs, annotations and alerts: one line without markup, at most `max` code points. */
export function plain(prose: Prose, max = 2000): string {
  const line = prose
    .map((piece) => (piece.kind === 'word' ? piece.text.replaceAll('`', '') : shown(piece.text, longestValue)))
    .join('');
  // Once more as a whole: two harmless values may be a command when they stand side by side.
  return logText(line, max);
}
