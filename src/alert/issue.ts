/** One issue for each failing mirror: found again by a hidden mark, kept up to date, closed when it is in order. */
import { hostKey } from '../decide/sightings.ts';
import type { Probe } from '../model/audit.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Language } from '../model/plan.ts';
import type { Reason } from '../model/verdict.ts';
import { inText } from '../report/escape.ts';
import { stateOf } from '../report/history.ts';
import { auditTextsOf, phrasesOf, reasonOf, statusOf } from '../report/messages.ts';
import { markdown } from '../report/prose.ts';
import { type Row, rowsOf } from '../report/rows.ts';
import type { ToldByChannel } from './audit-memory.ts';

/** An open issue of the repository, as far as it matters here. */
export interface OpenIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly trusted: boolean;
}

export type IssueAction =
  | { readonly action: 'open'; readonly mirror: string; readonly title: string; readonly body: string }
  | { readonly action: 'update'; readonly number: number; readonly title: string; readonly body: string }
  | { readonly action: 'close'; readonly number: number; readonly comment: string };

const MARK = /<!-- pip-mirror-select audit ([\w%.!~*'()-]+)(?: ([\w+/=]+))? -->/;

/** GitHub takes 65 536 characters; the state may have the rest. */
const MOST_STATE = 40_000;

/** Rows of one issue's table. */
const MOST_HOSTS = 40;

/** The mirror whose issue this is; null for any other issue. */
function mirrorOfIssue({ body, trusted }: OpenIssue): string | null {
  const name = trusted ? MARK.exec(body)?.[1] : undefined;
  if (name === undefined) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}

/** What the issue remembers of what channels were told about its mirror; null where it has nothing readable. */
export function stateInIssue({ body, trusted }: OpenIssue): unknown {
  const state = trusted ? MARK.exec(body)?.[2] : undefined;
  try {
    return state === undefined ? null : JSON.parse(Buffer.from(state, 'base64').toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * What to do with the issues, most urgent mirror first. A mirror that was not reached keeps its issue as it is: nobody
 * knows. `told` goes into the marks of those that are written.
 */
export function planIssues(outcome: Outcome, open: readonly OpenIssue[], told: ToldByChannel): IssueAction[] {
  const { language } = outcome.plan.inputs;
  const texts = auditTextsOf(language).issue;
  const issues = new Map(
    open.flatMap((issue) => {
      const mirror = mirrorOfIssue(issue);
      return mirror === null ? [] : [[mirror, issue] as const];
    }),
  );
  return rowsOf(outcome).flatMap((row): IssueAction[] => {
    const mirror = row.verdict.candidate.name;
    const issue = issues.get(mirror);
    const state = stateOf(row.status);
    if (state === 'unreachable') return [];
    if (state === 'valid') {
      return issue === undefined
        ? []
        : [{ action: 'close', number: issue.number, comment: markdown(texts.healed(mirror)) }];
    }
    const title = texts.title(mirror);
    const body = bodyOf(row, outcome, told);
    return [
      issue === undefined
        ? { action: 'open', mirror, title, body }
        : { action: 'update', number: issue.number, title, body },
    ];
  });
}

function bodyOf(row: Row, outcome: Outcome, told: ToldByChannel): string {
  const { language } = outcome.plan.inputs;
  const texts = auditTextsOf(language).issue;
  const mirror = row.verdict.candidate.name;
  const probes = (outcome.probes ?? []).filter((probe) => probe.mirror === mirror);
  const troubled = probes.filter(({ certificate }) => certificate !== null && certificate.status !== 'valid');
  const rows = troubled.slice(0, MOST_HOSTS).map((probe) => tableRow(probe, language));
  const rest = troubled.length - rows.length;
  const [reason] = troubled.flatMap(({ certificate }) => certificate?.faults ?? []);
  const advice = reason === undefined ? null : reasonOf(`certificate-${reason}` as Reason, language).remedy;
  const at = `${new Date(outcome.startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    markdown(texts.opening(mirror)),
    '',
    `| ${texts.host} | ${texts.state} | ${texts.end} |`,
    '| :-- | :-- | :-- |',
    ...rows,
    ...(rest > 0 ? [`| ${phrasesOf(language).list.more(rest)} | | |`] : []),
    '',
    ...(advice === null ? [] : [`**${texts.todo}** ${markdown(advice)}`, '']),
    `<sub>${texts.updated(at)} ${texts.closing}</sub>`,
    '',
    markOf(mirror, stateOfHosts(told, probes)),
  ].join('\n');
}

function tableRow({ host, port, address, certificate }: Probe, language: Language): string {
  if (certificate === null) return '';
  const { days } = phrasesOf(language);
  const words = (certificate.faults.length === 0 ? [certificate.status] : certificate.faults).map(
    (status) => statusOf(status, language).word,
  );
  const { icon } = statusOf(certificate.status, language);
  const place = `${host}:${port}${address === null ? '' : ` (${address})`}`;
  const end = Number.isFinite(certificate.notAfter)
    ? `${new Date(certificate.notAfter).toISOString().slice(0, 10)} (${days.left(certificate.daysLeft)})`
    : days.unknown;
  return `| ${inText(place)} | ${icon} ${words.join(', ')} | ${end} |`;
}

function markOf(mirror: string, state: ToldByChannel): string {
  const encoded = Buffer.from(JSON.stringify(state)).toString('base64');
  const kept = Object.keys(state).length > 0 && encoded.length <= MOST_STATE ? ` ${encoded}` : '';
  return `<!-- pip-mirror-select audit ${encodeURIComponent(mirror)}${kept} -->`;
}

function stateOfHosts(told: ToldByChannel, probes: readonly Probe[]): ToldByChannel {
  const hosts = new Set(probes.map(hostKey));
  return Object.fromEntries(
    Object.entries(told).map(([channel, byHost]) => [
      channel,
      Object.fromEntries(Object.entries(byHost).filter(([host]) => hosts.has(host))),
    ]),
  );
}
