/**
 * What the user should know beside the verdicts: a closed set of codes with their facts.
 * The words are in report/messages; a code without a text in every language does not compile, nor one without a
 * sample in __tests__/unit/report/every-notice.ts.
 */

import type { AuditNoticeFacts } from './audit-notices.ts';
import type { CacheNoticeFacts } from './cache-notices.ts';
import type { DiagnosisNoticeFacts } from './diagnosis-notices.ts';
import type { SceneNoticeFacts } from './scene-notices.ts';

/** One wrong input: `value` is as given (hostile text; secrets as '***'). */
export interface InputProblem {
  /** Name as in action.yml. */
  readonly input: string;
  readonly value: string;
  readonly kind:
    | 'unknown-word'
    | 'not-a-url'
    | 'wrong-scheme'
    | 'white-space'
    | 'not-a-number'
    | 'out-of-range'
    | 'duplicate'
    | 'not-found'
    | 'malformed'
    | 'missing'
    | 'conflict'
    /** A mirror that is gone; `nearest` is what replaces it. */
    | 'retired'
    /** A public mirror under a policy that forbids public hosts. */
    | 'public';
  /** What is allowed, as words or a pattern of the input's own syntax: 'select, audit, download, diagnose', '0..3600'. */
  readonly allowed: string;
  /** The nearest right value; null where none is near. */
  readonly nearest: string | null;
}

/** Facts of each code. Strings may be hostile and are escaped where they are shown; dates are epoch milliseconds. */
export interface NoticeFacts extends SceneNoticeFacts, CacheNoticeFacts, AuditNoticeFacts, DiagnosisNoticeFacts {
  readonly 'input-problems': { readonly problems: readonly InputProblem[] };
  readonly 'none-usable': { readonly asked: number };
  readonly 'kept-settings': { readonly asked: number; readonly indexUrl: string | null };
  readonly 'expired-tolerated': {
    readonly mirror: string;
    /** 'host' or 'host:port' as laid into PIP_TRUSTED_HOST. */
    readonly trustedHost: string;
    /** When the certificate ended. */
    readonly endedAt: number;
    /** Until when the grace lasts. */
    readonly until: number;
    /** Name of the verified mirror, or path of the lock file, whose hashes agreed. */
    readonly witness: string;
  };
  /** `allow-expired` found nobody whose hashes vouch for this mirror. */
  readonly 'expired-no-witness': { readonly mirror: string };
  readonly 'pip-refused': { readonly mirror: string; readonly detail: string };
  readonly 'hash-mismatch': { readonly mirror: string; readonly file: string; readonly reference: string };
  readonly 'dependency-confusion': { readonly project: string; readonly privateIndex: string; readonly winner: string };
  readonly 'certificate-refused': { readonly mirror: string; readonly host: string; readonly fault: string };
  readonly 'certificate-expiring': { readonly mirror: string; readonly host: string; readonly daysLeft: number };
  readonly 'http-mirror': { readonly mirror: string; readonly host: string };
  /** Our own walk and OpenSSL differ on a certificate; the stricter one counted. */
  readonly disagreement: { readonly mirror: string; readonly host: string };
  readonly 'trust-problem': { readonly problem: string };
  readonly 'bypass-requirements-index': { readonly file: string; readonly line: number; readonly option: string };
  readonly 'bypass-pip-conf': { readonly file: string; readonly setting: string };
  readonly 'bypass-uv-index': { readonly file: string; readonly index: string };
  readonly 'bypass-lock-urls': { readonly file: string; readonly hosts: readonly string[] };
  readonly 'inherited-kept': { readonly variable: string; readonly value: string };
  readonly 'retired-host': { readonly host: string; readonly replacement: string | null };
  readonly redirector: { readonly mirror: string; readonly target: string | null };
  readonly stale: { readonly mirror: string; readonly behind: number };
  readonly 'pip-missing': { readonly python: string | null };
  readonly 'summary-unavailable': Readonly<Record<never, never>>;
  readonly 'output-truncated': { readonly output: string; readonly bytes: number };
  readonly 'reused-decision': { readonly mirror: string; readonly ageMinutes: number };
}

export type NoticeCode = keyof NoticeFacts;

export type NoticeLevel = 'error' | 'warning' | 'notice' | 'info';

/** Something the user should know. */
export type NoticeOf<C extends NoticeCode> = C extends NoticeCode
  ? { readonly code: C; readonly level: NoticeLevel; readonly facts: NoticeFacts[C] }
  : never;
export type Notice = NoticeOf<NoticeCode>;
