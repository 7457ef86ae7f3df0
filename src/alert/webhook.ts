/**
 * Generic webhook: the announcements as JSON, signed as GitHub signs (`X-Hub-Signature-256`), which Event-Driven
 * Ansible, AWX and most receivers can check without code. Schema: docs/audit.md.
 */
import { createHmac } from 'node:crypto';
import { shown } from '../report/escape.ts';
import { plain } from '../report/prose.ts';
import { httpDelivery } from './answer.ts';
import type { Alert, AlertChannel, AlertLine } from './channel.ts';
import { bytes, fit } from './fit.ts';

const MOST_BYTES = 256 * 1024;

/** Code points of a subject or issuer: a certificate may name itself with 64 KiB. */
const LONGEST_NAME = 500;

export const webhook: AlertChannel = {
  request: (alert, target, now) => {
    const body = fit(
      alert,
      (lines) => bodyOf(alert, lines, now),
      (text) => bytes(text) <= MOST_BYTES,
    );
    return { url: target.url, headers: signature(body, target.secret), body };
  },
  delivery: httpDelivery,
};

function signature(body: string, secret: string | null): Record<string, string> {
  if (secret === null) return {};
  return { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}

function bodyOf(alert: Alert, lines: readonly AlertLine[], now: number): string {
  return JSON.stringify({
    schema: 1,
    event: 'pip-mirror-select.audit',
    // Part of what is signed: a receiver can refuse an old message that is sent again.
    sentAt: new Date(now).toISOString(),
    repository: alert.repository,
    runUrl: alert.link?.url ?? null,
    language: alert.language,
    title: alert.title,
    severity: alert.severity,
    omitted: alert.lines.length - lines.length,
    alerts: lines.map(alertOf),
  });
}

function alertOf({ announcement, text }: AlertLine): object {
  return {
    ...announcement,
    subject: shown(announcement.subject, LONGEST_NAME),
    issuer: shown(announcement.issuer, LONGEST_NAME),
    notAfter: announcement.notAfter === null ? null : new Date(announcement.notAfter).toISOString(),
    daysLeft: announcement.daysLeft === null ? null : Math.round(announcement.daysLeft * 1000) / 1000,
    text: plain(text),
  };
}
