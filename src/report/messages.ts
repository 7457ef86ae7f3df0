/** Where every user-facing sentence comes from: looks up a code in the catalogue of the language. */
import type { Decision } from '../model/decision.ts';
import type { Notice, NoticeCode, NoticeFacts } from '../model/notice.ts';
import type { Language } from '../model/plan.ts';
import type { CertificateStatus, Reason } from '../model/verdict.ts';
import type { AuditTexts } from './messages/audit-catalogue.ts';
import type {
  Actor,
  Catalogue,
  HttpReason,
  NoticeText,
  Phrases,
  PlainReason,
  TellReason,
} from './messages/catalogue.ts';
import { audit as enAudit } from './messages/en/audit.ts';
import { notices as enNotices, why as enWhy } from './messages/en/notices.ts';
import { phrases as enPhrases } from './messages/en/phrases.ts';
import { reasons as enReasons } from './messages/en/reasons.ts';
import { audit as zhAudit } from './messages/zh-cn/audit.ts';
import { notices as zhNotices, why as zhWhy } from './messages/zh-cn/notices.ts';
import { phrases as zhPhrases } from './messages/zh-cn/phrases.ts';
import { reasons as zhReasons } from './messages/zh-cn/reasons.ts';
import { type Prose, quote, word } from './prose.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: {
    phrases: enPhrases,
    reasons: enReasons,
    why: enWhy,
    notices: enNotices,
    audit: enAudit,
  },
  'zh-CN': {
    phrases: zhPhrases,
    reasons: zhReasons,
    why: zhWhy,
    notices: zhNotices,
    audit: zhAudit,
  },
};

/** Words and headings of one language. */
export function phrasesOf(language: Language): Phrases {
  return catalogues[language].phrases;
}

/** Prose of audits: alerts, issues, badge and status page. */
export function auditTextsOf(language: Language): AuditTexts {
  return catalogues[language].audit;
}

/** A notice in words, with the page that explains it ('docs/troubleshooting.md#code'). */
export function textOf(notice: Notice, language: Language): NoticeText & { readonly docs: string } {
  const write = catalogues[language].notices[notice.code] as (
    facts: NoticeFacts[NoticeCode],
    tell: TellReason,
  ) => NoticeText;
  const tell: TellReason = (reason) => reasonOf(reason, language);
  return { ...write(notice.facts, tell), docs: `docs/troubleshooting.md#${notice.code}` };
}

/** Why a mirror is not usable, in a few words, with what to do and who does it. Total: an unknown code is quoted. */
export function reasonOf(
  reason: Reason,
  language: Language,
): { readonly words: Prose; readonly remedy: Prose; readonly actor: Actor } {
  const { reasons, phrases } = catalogues[language];
  if (reason.startsWith('file-host-')) {
    const inner = reasonOf(reason.slice('file-host-'.length) as Reason, language);
    return { ...inner, words: [...word(phrases.verdict.fileHost), ...inner.words] };
  }
  if (Object.hasOwn(reasons, reason)) {
    const known = reasons[reason as PlainReason | HttpReason];
    return spoken(known.words, known.remedy, known.actor);
  }
  const status = /^http-(\d{3})$/.exec(reason)?.[1];
  if (status === undefined) return { ...spoken('', reasons['http-other'].remedy, 'workflow'), words: quote(reason) };
  const family = reasons[status.startsWith('5') ? 'http-5xx' : status.startsWith('4') ? 'http-4xx' : 'http-other'];
  return spoken(family.words + phrases.verdict.httpStatus(status), family.remedy, family.actor);
}

function spoken(words: string, remedy: string, actor: Actor) {
  return { words: word(words), remedy: word(remedy), actor };
}

/** The reason of a decision in one or two sentences. */
export function whyOf(decision: Decision, language: Language): Prose {
  const write = catalogues[language].why[decision.why.code] as (why: Decision['why'], decision: Decision) => Prose;
  return write(decision.why, decision);
}

/** Icon and word of a certificate's status: never the colour alone. */
export function statusOf(
  status: CertificateStatus,
  language: Language,
): { readonly icon: string; readonly word: string } {
  return { icon: statusIcon(status), word: catalogues[language].phrases.status[status] };
}

function statusIcon(status: CertificateStatus): string {
  if (status === 'valid') return '✅';
  if (status === 'expiring') return '⚠️';
  return status === 'none' ? '🔓' : '❌';
}
