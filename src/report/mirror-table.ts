/** The summary's table of mirrors: one row each, the healthy ones folded away where they are many. */
import type { Outcome } from '../model/outcome.ts';
import type { Language } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Block } from './budget.ts';
import { html, inText } from './escape.ts';
import { phrasesOf, reasonOf, statusOf } from './messages.ts';
import { joined, markdown, type Prose, word } from './prose.ts';
import { issuerShort, isTroubled, latencyOf, type Row } from './rows.ts';

/** Up to so many mirrors nothing is folded away. */
const fewMirrors = 12;
/** Beyond that, so many good and so many bad ones stay in sight. */
const goodInSight = 5;
const badInSight = 12;
/** An audit is about the bad ones. */
const badInSightOfAudit = 40;

/** Blocks with the tables: in sight first, then folded. Nothing where no mirror was asked. */
export function mirrorTables({ plan }: Outcome, rows: readonly Row[]): readonly Block[] {
  const { language, mode } = plan.inputs;
  const { heading, folded } = phrasesOf(language);
  if (rows.length === 0) return [];
  const table = tableOf(rows, language);
  const title = `### ${heading.mirrors}\n\n`;
  if (rows.length <= fewMirrors) return [{ open: title + table.head, rows: rows.map(table.row), close: '\n', keep: 6 }];
  const bad = rows.filter(isTroubled);
  const good = rows.filter((row) => !isTroubled(row));
  const badShown = new Set(bad.slice(0, mode === 'audit' ? badInSightOfAudit : badInSight));
  const goodShown = new Set(good.slice(0, goodInSight));
  const inSight = rows.filter((row) => badShown.has(row) || goodShown.has(row));
  const restBad = bad.filter((row) => !badShown.has(row));
  const restGood = good.filter((row) => !goodShown.has(row));
  return [
    { open: title + table.head, rows: inSight.map(table.row), close: '\n', keep: 6 },
    ...fold(restBad, folded.others, table, 3),
    ...fold(restGood, folded.healthy, table, 1),
  ];
}

interface Table {
  readonly head: string;
  readonly row: (row: Row) => string;
}

function fold(rows: readonly Row[], title: (count: number) => string, table: Table, keep: number): readonly Block[] {
  if (rows.length === 0) return [];
  const open = `<details><summary>${title(rows.length)}</summary>\n\n${table.head}`;
  return [{ open, rows: rows.map(table.row), close: '\n</details>\n\n', keep }];
}

function tableOf(rows: readonly Row[], language: Language): Table {
  const { column } = phrasesOf(language);
  const withSpeed = rows.some((row) => row.verdict.throughput !== null);
  const titles = [column.mirror, column.verdict, column.certificate, column.daysLeft, column.issuer, column.protocol];
  const numbers = [column.latency, ...(withSpeed ? [column.throughput] : [])];
  const rule = [...titles.map(() => ':--'), ...numbers.map(() => '--:')];
  return {
    head: `${line([...titles, ...numbers])}\n${line(rule)}\n`,
    row: (row) => line(cellsOf(row, withSpeed, language)),
  };
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellsOf(row: Row, withSpeed: boolean, language: Language): readonly string[] {
  const { verdict } = row;
  const { duration, rate } = phrasesOf(language);
  const latency = latencyOf(verdict);
  const cells = [
    `<b>${html(verdict.candidate.name, 40)}</b>`,
    verdictCell(row, language),
    certificateCell(row, language),
    timeLeft(verdict, language),
    verdict.certificate === null ? '' : inText(issuerShort(verdict.certificate.issuer), 40),
    inText(verdict.certificate?.protocol ?? '', 12),
    latency === null ? '' : duration(latency),
  ];
  if (withSpeed) cells.push(verdict.throughput === null ? '' : rate(verdict.throughput.bytesPerSecond));
  return cells;
}

function verdictCell(row: Row, language: Language): string {
  const { verdict: phrase } = phrasesOf(language);
  if (row.standing === 'unasked') return `⏭️ ${phrase.unasked}`;
  if (row.standing === 'refused') return refusal(row.verdict, language);
  const words = row.standing === 'chosen' ? `<b>${phrase.chosen}</b>` : phrase.usable;
  const rank = row.standing === 'chosen' || row.rank === null ? '' : `, ${phrase.rank(row.rank)}`;
  return [`✅ ${words}${rank}`, ...remarks(row.verdict, language)].join('<br>');
}

function refusal(verdict: Verdict, language: Language): string {
  const { list, actor } = phrasesOf(language);
  const [first, ...others] = verdict.reasons.map((reason) => reasonOf(reason, language));
  if (first === undefined) return '❌';
  const words = joined([first.words, ...others.slice(0, 3).map((other) => other.words)], list.comma);
  const quoted = verdict.detail === null ? [] : [`<sub>“${inText(verdict.detail, 160)}”</sub>`];
  const remedy = `<sub><b>${actor[first.actor]}</b>${list.colon}${markdown(first.remedy)}</sub>`;
  return [`❌ ${markdown(words)}`, ...remarks(verdict, language), ...quoted, remedy].join('<br>');
}

function remarks(verdict: Verdict, language: Language): readonly string[] {
  const { verdict: phrase } = phrasesOf(language);
  const lines: Prose[] = [];
  const { requirements, freshness } = verdict;
  if (requirements !== null && requirements.missing.length > 0) {
    lines.push(phrase.missing(requirements.missing, requirements.checked));
  }
  if (freshness !== null && (freshness.behind ?? 0) > 0) lines.push(word(phrase.behind(freshness.behind ?? 0)));
  return lines.map((prose) => `<sub>${markdown(prose)}</sub>`);
}

/** Status of the index's certificate with all its faults, then each host that is worse. */
function certificateCell({ verdict, worseHosts }: Row, language: Language): string {
  const { list, days, verdict: phrase } = phrasesOf(language);
  const lines: string[] = [];
  if (verdict.certificate !== null) {
    const { status, faults } = verdict.certificate;
    const { icon, word: first } = statusOf(status, language);
    const others = faults.filter((fault) => fault !== status).map((fault) => statusOf(fault, language).word);
    lines.push(`${icon} ${[first, ...others].join(list.comma)}`);
  }
  for (const { host, certificate } of worseHosts.slice(0, 4)) {
    if (certificate === null) continue;
    const { icon, word: words } = statusOf(certificate.status, language);
    const dated = certificate.status === 'expired' || certificate.status === 'expiring';
    const left = dated ? days.left(certificate.daysLeft) : null;
    lines.push(`${icon} ${markdown(phrase.alsoFaulty(host, words, left))}`);
  }
  if (worseHosts.length > 4) lines.push(list.more(worseHosts.length - 4));
  return lines.join('<br>');
}

function timeLeft({ certificate }: Verdict, language: Language): string {
  if (certificate === null || certificate.fingerprint256 === '') return '';
  return phrasesOf(language).days.left(certificate.daysLeft);
}
