/** The summary's table of mirrors: one row each, the healthy ones folded away where they are many. */
import type { Outcome } from '../model/outcome.ts';
import type { Language } from '../model/plan.ts';
import type { CertificateVerdict, HostVerdict, Reason, Verdict } from '../model/verdict.ts';
import type { Block } from './budget.ts';
import { inText } from './escape.ts';
import { phrasesOf, reasonOf, statusOf } from './messages.ts';
import { joined, markdown, type Prose, word } from './prose.ts';
import { issuerShort, isTroubled, isUnchecked, latencyOf, type Row } from './rows.ts';

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
  const titles = [column.mirror, column.verdict, column.certificate, column.daysLeft];
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
  const { duration, rate, days } = phrasesOf(language);
  const latency = latencyOf(verdict);
  const cells = [
    `<b>${inText(verdict.candidate.name, 40)}</b>`,
    verdictCell(row, language),
    certificateCell(row, language),
    row.daysLeft === null ? '' : unbroken(days.left(row.daysLeft)),
    latency === null ? '' : unbroken(duration(latency)),
  ];
  if (withSpeed) cells.push(verdict.throughput === null ? '' : unbroken(rate(verdict.throughput.bytesPerSecond)));
  return cells;
}

function unbroken(words: string): string {
  return words.replaceAll(' ', '&nbsp;');
}

function small(markup: string): string {
  return `<small>${markup}</small>`;
}

function verdictCell(row: Row, language: Language): string {
  const { verdict: phrase } = phrasesOf(language);
  if (row.standing === 'unasked') return `⏭️ ${phrase.unasked}`;
  if (row.standing === 'refused') return refusal(row.verdict, language);
  const icon = isUnchecked(row) ? '⚠️' : '✅';
  const words = row.standing === 'chosen' ? `<b>${phrase.chosen}</b>` : phrase.usable;
  const rank = row.standing === 'chosen' || row.rank === null ? '' : phrase.rank(row.rank);
  const unchecked = isUnchecked(row) ? phrase.unchecked : '';
  return [`${icon} ${words}${rank}${unchecked}`, ...remarks(row.verdict, language)].join('<br>');
}

/** The reasons, the mirror's own words, and what to do about the worst. */
function refusal(verdict: Verdict, language: Language): string {
  const { list, actor } = phrasesOf(language);
  const [worst, ...others] = reasonsToSay(verdict).map((reason) => reasonOf(reason, language));
  if (worst === undefined) return '❌';
  const words = joined([worst.words, ...others.slice(0, 3).map((other) => other.words)], list.comma);
  const quoted = verdict.detail === null ? [] : [small(`“${inText(verdict.detail, 160)}”`)];
  const remedy = small(`<b>${actor[worst.actor]}</b>${list.colon}${markdown(worst.remedy)}`);
  return [`❌ ${markdown(words)}`, ...remarks(verdict, language), ...quoted, remedy].join('<br>');
}

/** The certificate's column lists all its faults: here the worst is enough. */
function reasonsToSay({ reasons }: Verdict): readonly Reason[] {
  const worst = reasons.find((reason) => reason.startsWith('certificate-'));
  return reasons.filter((reason) => !reason.startsWith('certificate-') || reason === worst);
}

function remarks(verdict: Verdict, language: Language): readonly string[] {
  const { verdict: phrase } = phrasesOf(language);
  const lines: Prose[] = [];
  const { requirements, freshness } = verdict;
  if (requirements !== null && requirements.missing.length > 0) {
    lines.push(phrase.missing(requirements.missing, requirements.checked));
  }
  if (freshness !== null && (freshness.behind ?? 0) > 0) lines.push(word(phrase.behind(freshness.behind ?? 0)));
  return lines.map((prose) => small(markdown(prose)));
}

/** Status of the index's certificate with all its faults, issuer and protocol, then each host that is worse. */
function certificateCell({ verdict, worseHosts }: Row, language: Language): string {
  const { list } = phrasesOf(language);
  const lines = verdict.certificate === null ? [] : ownCertificate(verdict.certificate, language);
  const worse = worseHosts.slice(0, 4).map((worseHost) => hostLine(worseHost, language));
  const rest = worseHosts.length > 4 ? [list.more(worseHosts.length - 4)] : [];
  return [...lines, ...worse, ...rest].join('<br>');
}

function ownCertificate({ status, faults, issuer, protocol }: CertificateVerdict, language: Language): string[] {
  const { list } = phrasesOf(language);
  const { icon, word: first } = statusOf(status, language);
  const others = faults.filter((fault) => fault !== status).map((fault) => statusOf(fault, language).word);
  const words = `${icon} ${[first, ...others].join(list.comma)}`;
  const by = issuerShort(issuer);
  const origin = [inText(by, 40), inText(protocol ?? '', 12)].filter((part) => part !== '').join(' · ');
  return origin === '' ? [words] : [words, small(by.length <= 24 ? unbroken(origin) : origin)];
}

function hostLine({ host, address, certificate }: HostVerdict, language: Language): string {
  if (certificate === null) return '';
  const { days, verdict: phrase } = phrasesOf(language);
  const { icon, word: words } = statusOf(certificate.status, language);
  const dated = certificate.status === 'expired' || certificate.status === 'expiring';
  const at = typeof address === 'string' ? `${host} (${address})` : host;
  const left = dated ? days.left(certificate.daysLeft) : null;
  return `${icon} ${markdown(phrase.alsoFaulty(at, words, left))}`;
}
