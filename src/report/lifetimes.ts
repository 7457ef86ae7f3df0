/** The certificates' lifetimes as a Mermaid gantt chart, which GitHub draws. */
import type { Language } from '../model/plan.ts';
import type { Block } from './budget.ts';
import { mermaidLabel } from './escape.ts';
import { phrasesOf, statusOf } from './messages.ts';
import { bySoonestEnd, type Row } from './rows.ts';

const day = 86_400_000;
/** More bars than this cannot be read at one look. */
const mostBars = 24;
/** The picture ends here even when certificates last longer: private CAs issue for decades. */
const furthest = 400;

/** A chart with one bar a mirror, soonest end first; null where no certificate was seen. */
export function lifetimesOf(rows: readonly Row[], now: number, language: Language): Block | null {
  const { picture, heading } = phrasesOf(language);
  const dated = bySoonestEnd(rows);
  if (dated.length === 0) return null;
  const bars = dated.slice(0, mostBars);
  const ends = bars.map((row) => endOf(row, now));
  const from = now - 45 * day;
  const to = Math.min(now + furthest * day, Math.max(now + 30 * day, ...ends) + 5 * day);
  const lines = bars.map((row) => bar(row, now, from, to, language));
  return {
    open: [
      `### ${heading.lifetimes}\n`,
      '```mermaid',
      '%%{init: {"gantt": {"leftPadding": 130, "topPadding": 50, "barHeight": 18, "barGap": 3}}}%%',
      'gantt',
      '    dateFormat YYYY-MM-DD',
      `    axisFormat ${to - from > 200 * day ? '%Y-%m' : '%m-%d'}`,
      '    todayMarker stroke-width:3px,stroke:#d1242f',
      '',
    ].join('\n'),
    rows: lines,
    close: `\`\`\`\n\n<small>${picture.caption(bars.length, dated.length)}${picture.clipped}</small>\n\n`,
    keep: 2,
  };
}

/** Epoch milliseconds of the soonest end in the mirror's chains. */
function endOf(row: Row, now: number): number {
  return now + (row.daysLeft ?? 0) * day;
}

function bar(row: Row, now: number, from: number, to: number, language: Language): string {
  const { days } = phrasesOf(language);
  const status = row.status ?? 'valid';
  const { icon } = statusOf(status, language);
  const left = days.left(row.daysLeft ?? 0);
  const end = Math.min(Math.max(endOf(row, now), from + 2 * day), to);
  const start = Math.min(Math.max(row.verdict.certificate?.notBefore ?? from, from), end - day);
  const tag = status === 'valid' ? '' : status === 'expiring' ? 'active, ' : 'crit, ';
  return `    section ${mermaidLabel(row.verdict.candidate.name, 18)}\n    ${icon} ${left} :${tag}${dateOf(start)}, ${dateOf(end)}`;
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
