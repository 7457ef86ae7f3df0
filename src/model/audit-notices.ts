/** Notices of audits: what could not be told, kept or written. None fails one, but an alert that is required. */
import type { AlertTarget } from './plan.ts';

export interface AuditNoticeFacts {
  /** `code` is the service's or the network's own: 'errcode-93000', 'http-404', 'timeout'. */
  readonly 'alert-failed': {
    readonly channel: AlertTarget['channel'];
    readonly code: string;
    readonly announcements: number;
  };
  readonly 'alert-sent': { readonly channel: AlertTarget['channel']; readonly announcements: number };
  /** The forge's API refused: 'http-403', 'timeout', 'no-token' … */
  readonly 'issue-failed': { readonly code: string };
  /** More mirrors need an issue than one run opens. */
  readonly 'issues-limited': { readonly opened: number; readonly left: number };
  readonly 'status-page-failed': { readonly detail: string };
  /** What was announced could not be kept: the next audit may tell it once more. */
  readonly 'audit-state-lost': { readonly detail: string };
}
