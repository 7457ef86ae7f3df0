/** WeCom (企业微信) group robot: Markdown of at most 4096 bytes, 20 messages a minute, errors in `errcode`. */
import { codedDelivery } from './answer.ts';
import type { Alert, AlertChannel, AlertLine, Severity } from './channel.ts';
import { bytes, fit } from './fit.ts';
import { chatMarkdown } from './markup.ts';

const MOST_BYTES = 4096;

/** The three colours that this dialect has. */
const COLOR: Readonly<Record<Severity, string>> = { bad: 'warning', soon: 'warning', good: 'info' };

export const wecom: AlertChannel = {
  request: (alert, target) => {
    const content = fit(
      alert,
      (lines, more) => contentOf(alert, lines, more),
      (text) => bytes(text) <= MOST_BYTES,
    );
    return {
      url: target.url,
      headers: {},
      body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }),
    };
  },
  delivery: (answer) => codedDelivery(answer, { field: 'errcode', busy: [-1], limited: [45009] }),
};

function contentOf(alert: Alert, lines: readonly AlertLine[], more: string): string {
  const items = lines.map(
    ({ text, severity }) => `> ${chatMarkdown(text, (bold) => `<font color="${COLOR[severity]}">${bold}</font>`)}`,
  );
  const link = alert.link === null ? [] : [`[${alert.link.text}](${alert.link.url})`];
  return [`**${alert.title}**`, ...items, ...(more === '' ? [] : [`> ${more}`]), ...link].join('\n');
}
