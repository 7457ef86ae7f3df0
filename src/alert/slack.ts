/** Slack incoming webhook: blocks of at most 3000 characters, honest status codes, `Retry-After`. */
import { shown } from '../report/escape.ts';
import type { Piece, Prose } from '../report/prose.ts';
import { httpDelivery } from './answer.ts';
import type { Alert, AlertChannel, AlertLine } from './channel.ts';
import { fit } from './fit.ts';

/** Characters of one section's text, and of the whole message as Slack has been seen to accept it. */
const MOST_IN_SECTION = 3000;
const MOST_IN_ALL = 12_000;
const MOST_IN_HEADER = 150;

const ICON = { bad: ':red_circle:', soon: ':large_yellow_circle:', good: ':large_green_circle:' } as const;

export const slack: AlertChannel = {
  request: (alert, target) => ({
    url: target.url,
    headers: {},
    body: JSON.stringify(
      fit(
        alert,
        (lines, more) => messageOf(alert, lines, more),
        (message) => JSON.stringify(message).length <= MOST_IN_ALL,
      ),
    ),
  }),
  delivery: httpDelivery,
};

function messageOf(alert: Alert, lines: readonly AlertLine[], more: string): object {
  const items = lines.map(({ text, severity }) => `${ICON[severity]} ${mrkdwn(text)}`);
  const link = alert.link === null ? [] : [`<${alert.link.url}|${escaped(alert.link.text)}>`];
  const sections = sectionsOf([...items, ...(more === '' ? [] : [escaped(more)]), ...link]);
  return {
    text: escaped(alert.title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: alert.title.slice(0, MOST_IN_HEADER) } },
      // `verbatim` keeps Slack from making links and mentions out of host names.
      ...sections.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } })),
    ],
  };
}

/** Whole lines, as many in a section as it takes. */
function sectionsOf(lines: readonly string[]): string[] {
  const sections: string[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= MOST_IN_SECTION) {
      sections[sections.length - 1] = `${last}\n${line}`;
    } else sections.push(line.slice(0, MOST_IN_SECTION));
  }
  return sections;
}

function mrkdwn(prose: Prose): string {
  return prose.map(piece).join('');
}

function piece({ kind, text }: Piece): string {
  if (kind === 'word') return escaped(text.replaceAll('`', ''));
  // Slack's marks have no escape; in a value they are nothing but marks.
  const value = escaped(
    shown(text, 120).replace(/[*_~`]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)),
  );
  if (value === '') return '';
  return kind === 'name' ? `*${value}*` : `\`${value}\``;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
