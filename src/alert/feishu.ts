/** Feishu (飞书) and Lark bot: a card, HMAC-SHA256 with key and data swapped, at most 20 KB, errors in `code`. */
import { createHmac } from 'node:crypto';
import { codedDelivery } from './answer.ts';
import type { Alert, AlertChannel, AlertLine, Severity } from './channel.ts';
import { bytes, fit } from './fit.ts';
import { chatMarkdown } from './markup.ts';

/** Of the whole body. */
const MOST_BYTES = 20_000;

const TEMPLATE: Readonly<Record<Severity, string>> = { bad: 'red', soon: 'orange', good: 'green' };

export const feishu: AlertChannel = {
  request: (alert, target, now) => ({
    url: target.url,
    headers: {},
    body: fit(
      alert,
      (lines, more) => JSON.stringify({ ...signature(target.secret, now), ...cardOf(alert, lines, more) }),
      (body) => bytes(body) <= MOST_BYTES,
    ),
  }),
  delivery: (answer) => codedDelivery(answer, { field: 'code', busy: [11232], limited: [] }),
};

/** timestamp in seconds, as text; base64(HMAC(timestamp + '\n' + secret, '')). */
function signature(secret: string | null, now: number): { timestamp?: string; sign?: string } {
  if (secret === null) return {};
  const timestamp = String(Math.floor(now / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}

function cardOf(alert: Alert, lines: readonly AlertLine[], more: string): object {
  const items = lines.map(({ text }) => `- ${chatMarkdown(text, (bold) => `**${bold}**`)}`);
  const content = [...items, ...(more === '' ? [] : [`- ${more}`])].join('\n');
  const button =
    alert.link === null
      ? []
      : [
          {
            tag: 'action',
            actions: [{ tag: 'button', text: plainText(alert.link.text), url: alert.link.url, type: 'default' }],
          },
        ];
  return {
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: { template: TEMPLATE[alert.severity], title: plainText(alert.title) },
      elements: [{ tag: 'markdown', content }, ...button],
    },
  };
}

function plainText(content: string): object {
  return { tag: 'plain_text', content };
}
