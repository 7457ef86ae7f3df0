/** A static page for Pages: how the mirrors' certificates stand, and how they stood in the last audits. */
import type { AuditHistory, MirrorState } from '../model/audit.ts';
import type { Outcome } from '../model/outcome.ts';
import { inHtml } from './escape.ts';
import { countsOf, stateOf, statesOf } from './history.ts';
import { auditTextsOf, phrasesOf, statusOf } from './messages.ts';
import { type Row, rowsOf } from './rows.ts';
import { STYLE } from './status-page-style.ts';

/** Width of one audit in a history picture; the page scales it. */
const CELL = 4;
const HEIGHT = 24;

/** The whole HTML document. It needs nothing but itself: no script, no font, no picture from elsewhere. */
export function statusPageOf(outcome: Outcome, history: AuditHistory): string {
  const { language } = outcome.plan.inputs;
  const { page } = auditTextsOf(language);
  const rows = rowsOf(outcome);
  const at = time(outcome.startedAt);
  const since = history.times[0] ?? outcome.startedAt;
  const legend = (Object.keys(page.states) as MirrorState[]).map(
    (state) => `<li><span class="cell ${state}" aria-hidden="true"></span>${page.states[state]}</li>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="color-scheme" content="light dark">',
    // An empty icon: browsers would otherwise ask the server for one.
    '<link rel="icon" href="data:,">',
    `<title>${page.title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${page.title}</h1>`,
    `<p class="sum">${page.summary(countsOf(rows))}</p>`,
    `<p>${page.updated(`<time datetime="${new Date(outcome.startedAt).toISOString()}">${at}</time>`)}</p>`,
    `<p>${page.history(Math.max(1, history.times.length), time(since))}</p>`,
    `<ul class="legend">${legend.join('')}</ul>`,
    '</header>',
    '<main>',
    rows.length === 0
      ? `<p>${page.noMirrors}</p>`
      : `<ol>${rows.map((row) => item(row, outcome, history)).join('\n')}</ol>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function item(row: Row, outcome: Outcome, history: AuditHistory): string {
  const { language } = outcome.plan.inputs;
  const { page } = auditTextsOf(language);
  const { days } = phrasesOf(language);
  const { candidate } = row.verdict;
  const state = stateOf(row.status);
  const shown = row.status === null ? { icon: '❔', word: page.states.unreachable } : statusOf(row.status, language);
  const left = row.daysLeft === null ? days.unknown : days.left(row.daysLeft);
  return [
    `<li class="mirror ${state}">`,
    `<h2>${inHtml(candidate.name, 60)}</h2>`,
    `<p class="url">${inHtml(candidate.indexUrl)}</p>`,
    `<p class="state"><span aria-hidden="true">${shown.icon}</span> ${shown.word}</p>`,
    `<p class="left">${page.columns.daysLeft}: ${left}</p>`,
    picture(candidate.name, history, page.states),
    '</li>',
  ].join('');
}

/** One bar for each audit, oldest on the left; its words are in the label, the dates in the tips. */
function picture(name: string, history: AuditHistory, words: Readonly<Record<MirrorState, string>>): string {
  const states = statesOf(history, name);
  if (states.length === 0) return '';
  const counts = new Map<MirrorState, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  const label = [...counts].map(([state, count]) => `${words[state]}: ${count}`).join(', ');
  const cells = states.map((state, index) => {
    const at = time(history.times[index] ?? 0);
    // Height tells the state too: colour is never alone.
    const height = { valid: 24, expiring: 16, refused: 24, unreachable: 8, absent: 3 }[state];
    const mark = state === 'refused' ? `<path d="M${index * CELL} 12h3" class="mark"/>` : '';
    return `<g><title>${at}: ${words[state]}</title><rect class="${state}" x="${index * CELL}" y="${HEIGHT - height}" width="3" height="${height}"/>${mark}</g>`;
  });
  const width = states.length * CELL;
  return `<svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" preserveAspectRatio="none">${cells.join('')}</svg>`;
}

/** Minutes in UTC: a page is read in every time zone. */
function time(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
