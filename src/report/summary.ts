/** The job summary: GitHub's Markdown, one page for a person who has ten seconds. */
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Language } from '../model/plan.ts';
import { type Block, fit } from './budget.ts';
import { inCode } from './escape.ts';
import { lifetimesOf } from './lifetimes.ts';
import { phrasesOf, textOf, whyOf } from './messages.ts';
import { mirrorTables } from './mirror-table.ts';
import { markdown, type Prose, word } from './prose.ts';
import { isTroubled, type Row, rowsOf } from './rows.ts';

/** A quarter of what GitHub shows of one step at most; beyond it nobody reads. */
export const maxSummaryBytes = 65_536;

/** The summary of a whole run, at most 64 KiB in UTF-8; safe with hostile text in any field, free of credentials. */
export function renderSummary(outcome: Outcome): string {
  const { language } = outcome.plan.inputs;
  const rows = rowsOf(outcome);
  const picture = lifetimesOf(rows, outcome.startedAt, language);
  const blocks = [
    headBlock(outcome, rows),
    ...mirrorTables(outcome, rows),
    ...(picture === null ? [] : [picture]),
    ...(outcome.plan.inputs.mode === 'audit' ? [] : [exportedBlock(outcome)]),
    ...bypassBlocks(outcome),
    ...noticeBlocks(remarks(outcome.notices), language),
  ];
  return fit(blocks, maxSummaryBytes, phrasesOf(language).cut.rows);
}

/** A summary where there is no outcome: wrong inputs, or a step that could not begin. */
export function renderNotices(notices: readonly Notice[], language: Language): string {
  const { head, cut } = phrasesOf(language);
  const problems = notices.flatMap((notice) => (notice.code === 'input-problems' ? notice.facts.problems : []));
  const title = problems.length === 0 ? '' : `## ❌ ${markdown(head.wrongInputs(problems.length))}\n\n`;
  const blocks = [{ open: title, rows: [], close: '', keep: 9 }, ...noticeBlocks(notices, language)];
  return fit(blocks, maxSummaryBytes, cut.rows);
}

function headBlock(outcome: Outcome, rows: readonly Row[]): Block {
  const { decision, plan, notices } = outcome;
  const { icon, title } = headline(outcome, rows);
  const why = decision === null ? '' : `${markdown(whyOf(decision, plan.inputs.language))}\n\n`;
  const caution = notices
    .filter((notice) => notice.code === 'expired-tolerated')
    .map((notice) => {
      const { title, text, remedy } = textOf(notice, plan.inputs.language);
      return `> [!CAUTION]\n> <b>${markdown(title)}.</b> ${markdown(text)} ${remedy === null ? '' : markdown(remedy)}\n\n`;
    });
  return {
    open: `## ${icon} ${markdown(title)}\n\n${caution.join('')}${why}${factsLine(outcome, rows)}\n\n`,
    rows: [],
    close: '',
    keep: 9,
  };
}

function headline(
  { plan, decision, verdicts, notices }: Outcome,
  rows: readonly Row[],
): { icon: string; title: Prose } {
  const { head } = phrasesOf(plan.inputs.language);
  if (plan.inputs.mode === 'audit') {
    const troubled = rows.filter(isTroubled).length;
    return troubled === 0
      ? { icon: '✅', title: head.auditClean(rows.length) }
      : {
          icon: rows.some((row) => row.standing === 'refused') ? '❌' : '⚠️',
          title: head.auditTrouble(troubled, rows.length),
        };
  }
  const diagnosis = notices.find(({ code }) => code.startsWith('diagnosed-'));
  if (plan.inputs.mode === 'diagnose' && diagnosis !== undefined) {
    return { icon: diagnosis.level === 'error' ? '❌' : '✅', title: textOf(diagnosis, plan.inputs.language).title };
  }
  if (decision === null && plan.inputs.policy === 'offline') return { icon: '❌', title: head.wheelhouseRefused };
  if (decision === null) return { icon: '❌', title: head.noneUsable(verdicts.length) };
  if (decision.why.code === 'kept') return { icon: '⚠️', title: head.kept };
  if (decision.why.code === 'offline') return { icon: '📦', title: head.offline };
  if (decision.why.code === 'expired-tolerated') return { icon: '⚠️', title: head.tolerated(decision.mirror.name) };
  return { icon: '✅', title: head.chosen(decision.mirror.name) };
}

function factsLine(outcome: Outcome, rows: readonly Row[]): string {
  const { pip, trust, decision, plan, durationMs } = outcome;
  const { facts, days } = phrasesOf(plan.inputs.language);
  const soonest = rows
    .filter((row) => row.daysLeft !== null && row.daysLeft >= 0)
    .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))[0];
  const parts: (Prose | null)[] = [
    word(facts.usable(rows.filter((row) => row.verdict.usable).length, rows.length)),
    soonest === undefined ? null : facts.next(soonest.verdict.candidate.name, days.left(soonest.daysLeft ?? 0)),
    decision === null || decision.why.code === 'kept'
      ? null
      : word(decision.confirmedByPip ? facts.confirmed : facts.unconfirmed),
    decision?.reused === true ? word(facts.reused) : null,
    pip === null ? word(facts.noPip) : facts.pip(pip.version, pip.python),
    facts.trust(trust.source, trust.path),
    word(facts.took(durationMs)),
  ];
  return parts
    .filter((part) => part !== null)
    .map((part) => markdown(part))
    .join(' · ');
}

function exportedBlock({ plan, variables }: Outcome): Block {
  const { heading, exported, column } = phrasesOf(plan.inputs.language);
  const names = Object.keys(variables);
  const open = `### ${heading.exported}\n\n`;
  if (names.length === 0) {
    return { open: `${open}${exported.nothing}\n\n`, rows: [], close: '', keep: 8 };
  }
  return {
    open: `${open}| ${column.variable} | ${column.value} |\n| :-- | :-- |\n`,
    rows: names.map((name) => `| ${inCode(name, 60)} | ${inCode(variables[name] ?? '', 400)} |`),
    close: '\n',
    keep: 8,
  };
}

const bypassCodes: ReadonlySet<Notice['code']> = new Set([
  'bypass-requirements-index',
  'bypass-pip-conf',
  'bypass-uv-index',
  'bypass-lock-urls',
  'inherited-kept',
]);

/** Told elsewhere: by the table, the head, the section on what goes past the choice, or the log alone. */
const toldElsewhere: ReadonlySet<Notice['code']> = new Set([
  'cache-key',
  'certificate-expiring',
  'certificate-refused',
  'expired-tolerated',
  'summary-unavailable',
  ...bypassCodes,
]);

function remarks(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter((notice) => !toldElsewhere.has(notice.code));
}

function bypassBlocks({ plan, notices, decision }: Outcome): readonly Block[] {
  const { heading, bypass } = phrasesOf(plan.inputs.language);
  const found = notices.filter((notice) => bypassCodes.has(notice.code));
  if (found.length === 0 && decision === null) return [];
  const open = `### ${heading.bypass}\n\n`;
  if (found.length === 0) return [{ open: `${open}${bypass.none}\n\n`, rows: [], close: '', keep: 7 }];
  return [{ open, rows: found.map((notice) => noticeLine(notice, plan.inputs.language)), close: '\n', keep: 5 }];
}

const levels: readonly Notice['level'][] = ['error', 'warning', 'notice', 'info'];

function noticeBlocks(notices: readonly Notice[], language: Language): readonly Block[] {
  if (notices.length === 0) return [];
  const sorted = [...notices].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  const open = `### ${phrasesOf(language).heading.notices}\n\n`;
  return [{ open, rows: sorted.flatMap((notice) => noticeLines(notice, language)), close: '\n', keep: 4 }];
}

const levelIcon: Readonly<Record<Notice['level'], string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️', info: 'ℹ️' };

function noticeLine(notice: Notice, language: Language): string {
  const { title, text, remedy } = textOf(notice, language);
  const rest = remedy === null ? '' : ` <i>${markdown(remedy)}</i>`;
  return `- ${levelIcon[notice.level]} <b>${markdown(title)}</b>: ${markdown(text)}${rest}`;
}

/** Wrong inputs get a line each. */
function noticeLines(notice: Notice, language: Language): readonly string[] {
  if (notice.code !== 'input-problems') return [noticeLine(notice, language)];
  return notice.facts.problems.map((problem) => {
    const { text } = textOf({ ...notice, facts: { problems: [problem] } }, language);
    return `- ${levelIcon[notice.level]} ${markdown(text)}`;
  });
}
