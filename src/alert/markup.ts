/** Hostile values in the Markdown dialects of chat services, which have no escape character. */
import { shown } from '../report/escape.ts';
import type { Piece, Prose } from '../report/prose.ts';

/** Longest value shown in a message, in code points. */
const LONGEST = 120;

/** What makes markup, a link, a mention or an HTML tag; ':' and '/' only as '://' and '//'. */
const MARKUP = /[!#&()*<>@[\\\]`|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/)|\/(?=\/)/gu;

/** The look-alike of the same width that means nothing to a parser: '*' becomes '＊'. */
function harmless(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) + 0xfee0);
}

/** One value as it may stand in a chat message: visible, one line, without meaning. */
function chatText(text: string): string {
  return shown(text, LONGEST).replace(MARKUP, harmless);
}

/** A sentence in a chat service's Markdown: names stand out as `bold` lays them, all else is plain. */
export function chatMarkdown(prose: Prose, bold: (text: string) => string): string {
  return prose.map((piece) => chatPiece(piece, bold)).join('');
}

function chatPiece({ kind, text }: Piece, bold: (text: string) => string): string {
  if (kind === 'word') return text.replaceAll('`', '');
  const harmlessText = chatText(text);
  return kind === 'name' && harmlessText !== '' ? bold(harmlessText) : harmlessText;
}
