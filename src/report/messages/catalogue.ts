/** The shape of the catalogue of prose: a language that lacks a text does not compile. */

import type { AuditNoticeFacts } from '../../model/audit-notices.ts';
import type { CacheNoticeFacts } from '../../model/cache-notices.ts';
import type { Decision, Why } from '../../model/decision.ts';
import type { NoticeCode, NoticeFacts, NoticeLevel } from '../../model/notice.ts';
import type { SceneNoticeFacts } from '../../model/scene-notices.ts';
import type { TrustSource } from '../../model/trust.ts';
import type { CertificateStatus, Reason } from '../../model/verdict.ts';
import type { Prose } from '../prose.ts';
import type { AuditTexts } from './audit-catalogue.ts';

/** Who can mend it. */
export type Actor = 'workflow' | 'operator' | 'network' | 'wait';

/** Why a mirror is not usable: a few words for a table cell, what to do, who does it. */
export interface ReasonText {
  readonly words: string;
  readonly remedy: string;
  readonly actor: Actor;
}

/** Reasons with a text of their own; `http-<status>` and `file-host-<reason>` are families. */
export type PlainReason = Exclude<Reason, `http-${number}` | `file-host-${string}`>;

/** Statuses that deserve words of their own; every other 4xx and 5xx shares two. */
export type HttpReason = 'http-403' | 'http-404' | 'http-407' | 'http-429' | 'http-4xx' | 'http-5xx' | 'http-other';

export interface NoticeText {
  readonly title: Prose;
  readonly text: Prose;
  /** What to do; null where nothing has to be done. */
  readonly remedy: Prose | null;
}

/** Words and remedy of a reason, for notices that are about one. */
export type TellReason = (reason: Reason) => { readonly words: Prose; readonly remedy: Prose };

export type NoticeTexts = {
  readonly [C in NoticeCode]: (facts: NoticeFacts[C], tell: TellReason) => NoticeText;
};
/** Kept in files of their own, because they are many. */
export type CacheNoticeTexts = { readonly [C in keyof CacheNoticeFacts]: (facts: CacheNoticeFacts[C]) => NoticeText };

export type AuditNoticeTexts = { readonly [C in keyof AuditNoticeFacts]: (facts: AuditNoticeFacts[C]) => NoticeText };

export type SceneNoticeTexts = { readonly [C in keyof SceneNoticeFacts]: (facts: SceneNoticeFacts[C]) => NoticeText };
export type WhyTexts = {
  readonly [C in Why['code']]: (why: Extract<Why, { code: C }>, decision: Decision) => Prose;
};

/** Words and sentences around the facts, by place. */
export interface Phrases {
  readonly list: {
    readonly comma: string;
    readonly colon: string;
    readonly more: (count: number) => string;
  };
  readonly status: Readonly<Record<CertificateStatus, string>>;
  readonly level: Readonly<Record<NoticeLevel, string>>;
  readonly actor: Readonly<Record<Actor, string>>;
  readonly trust: Readonly<Record<TrustSource, string>>;
  readonly days: {
    /** Short form for tables and pictures, whole days or hours: '52 days', '14 hours', 'ended 3 days ago'. */
    readonly left: (days: number) => string;
    readonly unknown: string;
  };
  readonly duration: (ms: number) => string;
  readonly rate: (bytesPerSecond: number) => string;
  readonly head: {
    readonly chosen: (mirror: string) => Prose;
    readonly tolerated: (mirror: string) => Prose;
    readonly noneUsable: (asked: number) => Prose;
    /** Under `policy: offline`, where no mirror is asked. */
    readonly wheelhouseRefused: Prose;
    readonly kept: Prose;
    readonly offline: Prose;
    readonly auditClean: (mirrors: number) => Prose;
    readonly auditTrouble: (troubled: number, mirrors: number) => Prose;
    readonly wrongInputs: (count: number) => Prose;
  };
  readonly facts: {
    readonly pip: (version: string, python: string) => Prose;
    readonly noPip: string;
    readonly took: (ms: number) => string;
    readonly trust: (source: TrustSource, path: string) => Prose;
    readonly usable: (usable: number, all: number) => string;
    readonly confirmed: string;
    readonly unconfirmed: string;
    readonly reused: string;
    readonly next: (mirror: string, days: string) => Prose;
  };
  readonly heading: {
    readonly mirrors: string;
    readonly lifetimes: string;
    readonly exported: string;
    readonly bypass: string;
    readonly notices: string;
    readonly decision: string;
  };
  readonly column: {
    readonly mirror: string;
    readonly verdict: string;
    readonly certificate: string;
    readonly daysLeft: string;
    readonly latency: string;
    readonly throughput: string;
    readonly variable: string;
    readonly value: string;
  };
  readonly verdict: {
    readonly chosen: string;
    readonly usable: string;
    readonly rank: (rank: number) => string;
    readonly unasked: string;
    /** After 'chosen' or 'usable': pip will not check it. */
    readonly unchecked: string;
    /** Before the words of the inner reason. */
    readonly fileHost: string;
    /** After the words of a family of statuses. */
    readonly httpStatus: (status: string) => string;
    readonly missing: (requirements: readonly string[], checked: number) => Prose;
    readonly behind: (serials: number) => string;
    readonly alsoFaulty: (host: string, status: string, days: string | null) => Prose;
  };
  readonly picture: {
    readonly caption: (shown: number, all: number) => string;
    readonly clipped: string;
  };
  readonly folded: { readonly healthy: (count: number) => string; readonly others: (count: number) => string };
  readonly exported: { readonly nothing: string };
  readonly bypass: { readonly none: string };
  readonly cut: { readonly rows: (count: number) => string; readonly annotations: (count: number) => string };
}

export interface Catalogue {
  readonly phrases: Phrases;
  readonly reasons: Readonly<Record<PlainReason | HttpReason, ReasonText>>;
  readonly why: WhyTexts;
  readonly notices: NoticeTexts;
  readonly audit: AuditTexts;
}
