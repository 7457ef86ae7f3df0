/** The log: groups of lines, one line a mirror in aligned columns; icons are plain ASCII beside words. */
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Language } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import { displayWidth, logText, pad } from './escape.ts';
import { phrasesOf, reasonOf, statusOf, textOf, whyOf } from './messages.ts';
import { joined, plain } from './prose.ts';
import { isUnchecked, latencyOf, type Row, rowsOf } from './rows.ts';

/** Lines that belong together; `title` heads the group. No line can be a workflow command. */
export interface LogGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

const levelMark = { error: '[!!]', warning: '[! ]', notice: '[i ]', info: '[i ]' } as const;
const standingMark = { chosen: '[=>]', usable: '[ok]', unasked: '[..]', refused: '[no]' } as const;
/** Columns beyond this are left ragged. */
const widestColumn = 40;

/** Everything that the summary says, for people who read the log; escaped, free of credentials. */
export function logOf(outcome: Outcome): readonly LogGroup[] {
  const { language } = outcome.plan.inputs;
  const { heading } = phrasesOf(language);
  const rows = rowsOf(outcome);
  const groups = [
    { title: `${heading.mirrors} (${rows.length})`, lines: aligned(rows.map((row) => mirrorCells(row, language))) },
    { title: heading.decision, lines: [...decisionLines(outcome), ...judgeLines(outcome)] },
    { title: heading.exported, lines: exportedLines(outcome) },
    { title: heading.notices, lines: noticeLines(outcome) },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

function mirrorCells(row: Row, language: Language): readonly string[] {
  const { verdict, standing } = row;
  const { duration, rate, days } = phrasesOf(language);
  const latency = latencyOf(verdict);
  return [
    standingMark[standing],
    logText(verdict.candidate.name, widestColumn),
    row.status === null ? '-' : statusOf(row.status, language).word,
    row.daysLeft === null ? '-' : days.left(row.daysLeft),
    logText(verdict.certificate?.protocol ?? '-', 12),
    latency === null ? '-' : duration(latency),
    verdict.throughput === null ? '-' : rate(verdict.throughput.bytesPerSecond),
    wordsOn(row, language),
  ];
}

function wordsOn(row: Row, language: Language): string {
  const { standing, rank, verdict } = row;
  const { verdict: phrase } = phrasesOf(language);
  const unchecked = isUnchecked(row) ? phrase.unchecked : '';
  if (standing === 'chosen') return phrase.chosen + unchecked;
  if (standing === 'usable') return phrase.usable + (rank === null ? '' : phrase.rank(rank)) + unchecked;
  return standing === 'unasked' ? phrase.unasked : refusal(verdict, language);
}

function refusal(verdict: Verdict, language: Language): string {
  const { list } = phrasesOf(language);
  const words = plain(
    joined(
      verdict.reasons.map((reason) => reasonOf(reason, language).words),
      list.comma,
    ),
    300,
  );
  return verdict.detail === null ? words : `${words}${list.colon}"${logText(verdict.detail, 200)}"`;
}

/** Numbers of every row under each other; the last column is left as it is. */
function aligned(table: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...table.map((cells) => cells.length - 1));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(widestColumn, Math.max(...table.map((cells) => displayWidth(cells[column] ?? '')))),
  );
  return table.map((cells) =>
    cells
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function decisionLines({ decision, plan, verdicts }: Outcome): readonly string[] {
  const { head, facts } = phrasesOf(plan.inputs.language);
  if (decision === null && plan.inputs.policy === 'offline') return [plain(head.wheelhouseRefused)];
  if (decision === null)
    return plan.inputs.mode === 'audit' || plan.inputs.mode === 'diagnose'
      ? []
      : [plain(head.noneUsable(verdicts.length))];
  const why = plain(whyOf(decision, plan.inputs.language));
  if (decision.why.code === 'kept' || decision.why.code === 'offline') return [why];
  const chosen = decision.why.code === 'expired-tolerated' ? head.tolerated : head.chosen;
  return [
    plain(chosen(decision.mirror.name)),
    why,
    decision.confirmedByPip ? facts.confirmed : facts.unconfirmed,
    ...(decision.reused ? [facts.reused] : []),
  ];
}

/** By whose eyes the mirrors were judged. */
function judgeLines({ pip, trust, plan }: Outcome): readonly string[] {
  const { facts } = phrasesOf(plan.inputs.language);
  return [
    pip === null ? facts.noPip : plain(facts.pip(pip.version, pip.python)),
    plain(facts.trust(trust.source, trust.path)),
  ];
}

function exportedLines({ variables }: Outcome): readonly string[] {
  return Object.entries(variables).map(([name, value]) => `${logText(name, 60)}=${logText(value, 1000)}`);
}

function noticeLines({ notices, plan }: Outcome): readonly string[] {
  return notices.map((notice) => noticeLine(notice, plan.inputs.language));
}

/** One line, escaped. */
export function noticeLine(notice: Notice, language: Language): string {
  const { title, text, remedy } = textOf(notice, language);
  const { list } = phrasesOf(language);
  const rest = remedy === null ? '' : ` ${plain(remedy)}`;
  return `${levelMark[notice.level]} ${plain(title)}${list.colon}${plain(text)}${rest}`;
}
