/** English: alerts, issues, badge and status page of audits. */
import type { Announcement } from '../../../model/audit.ts';
import { joined, name, type Prose, say, word } from '../../prose.ts';
import type { AuditCounts, AuditTexts } from '../audit-catalogue.ts';
import { count, phrases } from './phrases.ts';

const { status, days } = phrases;

const date = (ms: number): Prose => word(`${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`);

function listed(parts: readonly (readonly [number, string])[]): string {
  return parts.flatMap(([number, text]) => (number > 0 ? [`${number} ${text}`] : [])).join(', ');
}

function countsOf({ refused, expiring, unreachable, valid }: AuditCounts): string {
  const counted = listed([
    [refused, 'refused'],
    [expiring, expiring === 1 ? 'ends soon' : 'end soon'],
    [unreachable, 'not reached'],
    [valid, 'valid'],
  ]);
  return counted === '' ? 'none' : counted;
}

function line(announcement: Announcement): Prose {
  const { kind, mirrors, host, port, faults, addresses } = announcement;
  const daysLeft = announcement.daysLeft ?? 0;
  const notAfter = announcement.notAfter ?? 0;
  const names = joined(mirrors.map(name), ', ');
  const place = port === 443 ? host : `${host}:${port}`;
  const where =
    addresses.length === 0
      ? say`${place}`
      : say`${place} at ${joined(
          addresses.map((at) => say`${at}`),
          ', ',
        )}`;
  const others = faults.filter((fault) => fault !== 'expired').map((fault) => status[fault]);
  const also = others.length === 0 ? say`` : say` Also: ${word(others.join(', '))}.`;
  if (kind === 'expired') {
    return say`${names}: the certificate of ${where} ${word(days.left(Math.min(daysLeft, -1e-9)))}, on ${date(notAfter)}. pip refuses it.${also}`;
  }
  if (kind === 'refused') return say`${names}: pip refuses the certificate of ${where}: ${word(others.join(', '))}.`;
  if (kind === 'expiring') {
    return say`${names}: the certificate of ${where} ends in ${word(days.left(daysLeft))}, on ${date(notAfter)}.`;
  }
  return say`${names}: in order again. The certificate of ${where} is valid until ${date(notAfter)} (${word(days.left(daysLeft))}).`;
}

export const audit: AuditTexts = {
  alert: {
    title: ({ expired, refused, expiring, healed }) =>
      `pip-mirror-select: ${listed([
        [expired, expired === 1 ? 'certificate has expired' : 'certificates have expired'],
        [refused, refused === 1 ? 'certificate is refused' : 'certificates are refused'],
        [expiring, expiring === 1 ? 'certificate ends soon' : 'certificates end soon'],
        [healed, healed === 1 ? 'certificate is in order again' : 'certificates are in order again'],
      ])}`,
    line,
    more: (rest) => `and ${rest} more`,
    run: 'Show the run',
  },
  issue: {
    title: (mirror) => `Certificate of ${mirror}`,
    opening: (mirror) => say`The last audit found that the certificate of ${name(mirror)} needs attention.`,
    host: 'Host',
    state: 'Certificate',
    end: 'Ends',
    todo: 'What to do',
    updated: (at) => `Last audit: ${at}.`,
    closing: 'This issue is kept up to date by each audit, and closed when the certificate is in order.',
    healed: (mirror) => say`The certificate of ${name(mirror)} is in order again.`,
  },
  badge: { label: 'mirror certificates', message: countsOf },
  page: {
    title: 'Certificates of the mirrors',
    summary: (counts) =>
      `${count(counts.valid + counts.expiring + counts.refused + counts.unreachable, 'mirror')}: ${countsOf(counts)}`,
    updated: (at) => `Last audit: ${at}`,
    history: (audits, since) => (audits === 1 ? 'The first audit' : `The last ${audits} audits, since ${since}`),
    columns: { mirror: 'Mirror', state: 'Certificate', daysLeft: 'Left', history: 'Earlier audits' },
    states: {
      valid: 'valid',
      expiring: 'ends soon',
      refused: 'refused by pip',
      unreachable: 'not reached',
      absent: 'not asked',
    },
    soonest: (left) => `Soonest end: ${left}`,
    noMirrors: 'No mirror was asked.',
  },
};
