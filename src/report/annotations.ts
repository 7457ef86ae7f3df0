/** Annotations: what GitHub shows beside the run, at most ten of a level, the most important first. */
import type { Notice, NoticeCode } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Language } from '../model/plan.ts';
import { cut } from './escape.ts';
import { phrasesOf, textOf } from './messages.ts';
import { plain } from './prose.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** GitHub drops what comes after the tenth of a level. */
const mostOfALevel = 10;
const longestTitle = 200;
/** GitHub cuts a message here; counted in UTF-16 units, the strictest reading. */
const longestMessage = 4096;

/** Most important first: where only some can be shown, these are. Codes that are not listed come last. */
const mostImportant: readonly NoticeCode[] = [
  'input-problems',
  'expired-tolerated',
  'expired-no-witness',
  'diagnosed-fault',
  'diagnosed-missing',
  'hash-mismatch',
  'dependency-confusion',
  'none-usable',
  'kept-settings',
  'trust-problem',
  'pip-refused',
  'http-mirror',
  'certificate-refused',
  'certificate-expiring',
  'disagreement',
  'bypass-requirements-index',
  'bypass-uv-index',
  'bypass-lock-urls',
  'bypass-pip-conf',
  'inherited-kept',
  'retired-host',
  'stale',
  'redirector',
  'pip-missing',
  'alert-failed',
  'issue-failed',
  'cache-refused',
  'cache-skipped',
  'output-truncated',
  'summary-unavailable',
  'reused-decision',
];

/** The annotations of a run; notices of level 'info' make none. */
export function annotationsOf(outcome: Outcome): readonly Annotation[] {
  return annotationsOfNotices(outcome.notices, outcome.plan.inputs.language);
}

/** The same where there is no outcome, e.g. after wrong inputs. */
export function annotationsOfNotices(notices: readonly Notice[], language: Language): readonly Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const sorted = notices.filter((notice) => notice.level === level).sort(byImportance);
    const fits = sorted.length <= mostOfALevel;
    const shown = (fits ? sorted : sorted.slice(0, mostOfALevel - 1)).map((notice) =>
      annotationOf(level, notice, language),
    );
    if (fits) return shown;
    const { level: levels, cut: cutWords } = phrasesOf(language);
    return [...shown, { level, title: levels[level], message: cutWords.annotations(sorted.length - shown.length) }];
  });
}

function annotationOf(level: Annotation['level'], notice: Notice, language: Language): Annotation {
  const { title, text, remedy } = textOf(notice, language);
  const message = remedy === null ? plain(text, 3500) : `${plain(text, 3000)}\n${plain(remedy, 500)}`;
  return { level, title: plain(title, longestTitle), message: cutUnits(message) };
}

function cutUnits(message: string): string {
  // A code point is at most two units.
  return message.length <= longestMessage ? message : cut(message, longestMessage / 2);
}

function byImportance(a: Notice, b: Notice): number {
  return importance(a.code) - importance(b.code) || daysLeft(a) - daysLeft(b);
}

function importance(code: NoticeCode): number {
  const place = mostImportant.indexOf(code);
  return place === -1 ? mostImportant.length : place;
}

function daysLeft(notice: Notice): number {
  return notice.code === 'certificate-expiring' ? notice.facts.daysLeft : 0;
}
