/** The shape of the prose of audits: alerts, issues, badge and status page. */
import type { Announcement, AnnouncementKind } from '../../model/audit.ts';
import type { Prose } from '../prose.ts';

/** How many of a run's certificates are in which state, each mirror counted once by its worst host. */
export interface AuditCounts {
  readonly valid: number;
  readonly expiring: number;
  /** pip refuses the certificate. */
  readonly refused: number;
  /** No certificate could be seen. */
  readonly unreachable: number;
}

export interface AuditTexts {
  readonly alert: {
    /** One line; begins with the program's name, which robots that ask for a keyword can be given. */
    readonly title: (counts: Readonly<Record<AnnouncementKind, number>>) => string;
    readonly line: (announcement: Announcement) => Prose;
    readonly more: (count: number) => string;
    /** Text of the link to the run. */
    readonly run: string;
  };
  readonly issue: {
    readonly title: (mirror: string) => string;
    /** First paragraph of the body. */
    readonly opening: (mirror: string) => Prose;
    readonly host: string;
    readonly state: string;
    readonly end: string;
    readonly todo: string;
    readonly updated: (at: string) => string;
    /** Tells how the issue lives on. */
    readonly closing: string;
    /** The word with which it is closed. */
    readonly healed: (mirror: string) => Prose;
  };
  readonly badge: {
    readonly label: string;
    readonly message: (counts: AuditCounts) => string;
  };
  readonly page: {
    readonly title: string;
    readonly summary: (counts: AuditCounts) => string;
    readonly updated: (at: string) => string;
    readonly history: (audits: number, since: string) => string;
    readonly columns: {
      readonly mirror: string;
      readonly state: string;
      readonly daysLeft: string;
      readonly history: string;
    };
    /** Words of the cells of the history, and of the legend. */
    readonly states: Readonly<Record<'valid' | 'expiring' | 'refused' | 'unreachable' | 'absent', string>>;
    readonly soonest: (days: string) => string;
    readonly noMirrors: string;
  };
}
