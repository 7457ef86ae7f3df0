/** One run's announcements as the single message that a channel gets. */
import type { Announcement, AnnouncementKind } from '../model/audit.ts';
import type { Language } from '../model/plan.ts';
import { auditTextsOf } from '../report/messages.ts';
import type { Alert, Severity } from './channel.ts';

const SEVERITY: Readonly<Record<AnnouncementKind, Severity>> = {
  expired: 'bad',
  refused: 'bad',
  expiring: 'soon',
  healed: 'good',
};

/** Where the audit ran. */
export interface RunPage {
  /** 'owner/name'; empty where unknown. */
  readonly repository: string;
  /** null on a desk. */
  readonly url: string | null;
}

/** null when there is nothing to tell. `announcements` are most urgent first. */
export function compose(announcements: readonly Announcement[], run: RunPage, language: Language): Alert | null {
  const [first] = announcements;
  if (first === undefined) return null;
  const { alert } = auditTextsOf(language);
  const counts = { expired: 0, refused: 0, expiring: 0, healed: 0 };
  for (const { kind } of announcements) counts[kind] += 1;
  return {
    title: alert.title(counts),
    severity: SEVERITY[first.kind],
    lines: announcements.map((announcement) => ({
      severity: SEVERITY[announcement.kind],
      text: alert.line(announcement),
      announcement,
    })),
    more: alert.more,
    link: run.url === null ? null : { url: run.url, text: alert.run },
    language,
    repository: run.repository,
  };
}
