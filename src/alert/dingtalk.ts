/** DingTalk (钉钉) group robot: Markdown, HMAC-SHA256 signature in the URL, 20 messages a minute, `errcode`. */
import { createHmac } from 'node:crypto';
import { codedDelivery } from './answer.ts';
import type { Alert, AlertChannel, AlertLine } from './channel.ts';
import { bytes, fit } from './fit.ts';
import { chatMarkdown } from './markup.ts';

/** Of the whole body: no official figure is published, 20 000 is what works. */
const MOST_BYTES = 18_000;

export const dingtalk: AlertChannel = {
  request: (alert, target, now) => ({
    url: target.secret === null ? target.url : signed(target.url, target.secret, now),
    headers: {},
    body: fit(
      alert,
      (lines, more) => bodyOf(alert, lines, more),
      (body) => bytes(body) <= MOST_BYTES,
    ),
  }),
  delivery: (answer) => codedDelivery(answer, { field: 'errcode', busy: [-1], limited: [130101, 410100] }),
};

/** timestamp in milliseconds; base64(HMAC(secret, timestamp + '\n' + secret)), percent-encoded with its '+' and '/'. */
function signed(url: string, secret: string, now: number): string {
  const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
  return `${url}${url.includes('?') ? '&' : '?'}timestamp=${now}&sign=${encodeURIComponent(sign)}`;
}

function bodyOf(alert: Alert, lines: readonly AlertLine[], more: string): string {
  const items = lines.map(({ text }) => `- ${chatMarkdown(text, (bold) => `**${bold}**`)}`);
  const link = alert.link === null ? [] : ['', `[${alert.link.text}](${alert.link.url})`];
  const text = [`#### ${alert.title}`, '', ...items, ...(more === '' ? [] : [`- ${more}`]), ...link].join('\n');
  return JSON.stringify({ msgtype: 'markdown', markdown: { title: alert.title, text } });
}
