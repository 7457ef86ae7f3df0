/** Announcements and alerts to render in tests. */

import type { Alert } from '../../../src/alert/channel.ts';
import { compose } from '../../../src/alert/compose.ts';
import type { Announcement } from '../../../src/model/audit.ts';
import type { Language } from '../../../src/model/plan.ts';

export const NOW = Date.UTC(2026, 10, 22, 8);
const DAY = 86_400_000;

export function announcement(changes: Partial<Announcement> = {}): Announcement {
  return {
    kind: 'expiring',
    host: 'mirror.example.org',
    port: 443,
    mirrors: ['lab'],
    addresses: [],
    threshold: 3,
    daysLeft: 2.5,
    notAfter: NOW + 2.5 * DAY,
    fingerprint256: 'AB:CD',
    subject: 'CN=mirror.example.org',
    issuer: 'CN=Lab CA',
    faults: [],
    ...changes,
  };
}

/** `count` announcements, as a big audit makes them. */
export function manyAnnouncements(count: number): Announcement[] {
  return Array.from({ length: count }, (_, index) =>
    announcement({ host: `host-${index}.example.org`, mirrors: [`镜像-${index}`] }),
  );
}

export function sampleAlert(
  announcements: readonly Announcement[] = [announcement()],
  language: Language = 'en',
): Alert {
  const run = { repository: 'team/project', url: 'https://github.com/team/project/actions/runs/7' };
  const alert = compose(announcements, run, language);
  if (alert === null) throw new Error('an alert needs an announcement');
  return alert;
}

/** Text as a hostile peer would choose it, for each place that a value can reach. */
export const HOSTILE = [
  '**bold** _it_ ~~s~~ `code` | # h > q',
  '<@all> <!channel> <at id=all></at> @13800000000',
  '[click](https://evil.example) <https://evil.example|click> https://evil.example/x',
  '<font color="info">fine</font> &lt; &amp;',
  'a\nb\r\n::add-mask::x\u0000\u202edesrever\u2028',
  '好'.repeat(30_000),
];
