/** After an audit: alerts, issues, status page and badge, and the memory of what was told. Throws nothing; a required alert that failed is a notice of level 'error'. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mergeTold, NO_MEMORY, readTold, type ToldByChannel } from '../alert/audit-memory.ts';
import type { RunPage } from '../alert/compose.ts';
import { planIssues, stateInIssue } from '../alert/issue.ts';
import { sendAlerts } from '../alert/send-alerts.ts';
import { openAuditStore } from '../apply/audit-state.ts';
import { sightingsOf } from '../decide/sightings.ts';
import { isTrustedHost } from '../judge/host-trust.ts';
import type { AuditHistory } from '../model/audit.ts';
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RunnerFacts } from '../model/plan.ts';
import { type Issue, type IssuesApi, issuesApi } from '../platform/github-api.ts';
import { openWebClient, type WebClient } from '../platform/web-request.ts';
import { badgeOf } from '../report/badge.ts';
import { readHistory, withAudit } from '../report/history.ts';
import { rowsOf } from '../report/rows.ts';
import { statusPageOf } from '../report/status-page.ts';
import type { Environment } from './prepare.ts';

/** Issues opened in one run: forges limit how fast content is made. */
const MOST_NEW_ISSUES = 20;

/** Folder beside the report, ready to be published by Pages. */
const PAGES = 'pip-mirror-select-status';

/** Tells everybody who asked for it. Resolves to what could not be done. `reportPath` is where the report goes. */
export async function tellAudit(outcome: Outcome, env: Environment, reportPath: string): Promise<Notice[]> {
  const { inputs, runner } = outcome.plan;
  const store = openAuditStore(runner, inputs.cache, env, outcome.startedAt);
  const client = inputs.alerts.length > 0 || inputs.issue ? await openWebClient(await caOf(inputs.caBundle)) : null;
  try {
    const issues = client === null || !inputs.issue ? null : await listIssues(outcome, env, client);
    const memory = (await store.load()) ?? NO_MEMORY;
    const inIssues = (issues?.open ?? []).map((issue) => readTold(stateInIssue(issue)));
    const before = mergeTold([memory.told, ...inIssues]);
    const told = client === null ? { told: before, notices: [] } : await alert(outcome, env, client, before);
    const kept = issues === null ? [] : await keepIssues(outcome, issues, told.told);
    const pages = await writePages(outcome, memory.history, join(dirname(reportPath), PAGES));
    const lost = await store.save({ schema: 1, told: told.told, history: pages.history });
    // Only what was announced is worth a word: a history begins anew in silence.
    const matters = lost !== null && inputs.alerts.length > 0 && issues?.api == null;
    return [
      ...told.notices,
      ...kept,
      ...pages.notices,
      ...(matters ? [{ code: 'audit-state-lost', level: 'notice', facts: { detail: lost } } as const] : []),
    ];
  } finally {
    await client?.close();
  }
}

async function alert(outcome: Outcome, env: Environment, client: WebClient, before: ToldByChannel) {
  const { inputs, runner } = outcome.plan;
  // Who accepts a host without a check is not told about its certificate.
  const probes = (outcome.probes ?? []).filter(({ host, port }) => !isTrustedHost(inputs.trustedHosts, host, port));
  const { results, told } = await sendAlerts(
    {
      targets: inputs.alerts,
      seen: sightingsOf(probes, outcome.startedAt),
      told: before,
      warnDays: inputs.warnDays,
      now: outcome.startedAt,
      run: runPageOf(runner, env),
      language: inputs.language,
    },
    (request, timeoutMs) => client.ask({ method: 'POST', ...request }, timeoutMs),
  );
  const notices = results.flatMap(({ channel, announcements, delivered, code }, index): Notice[] => {
    if (announcements === 0) return [];
    const level = inputs.alerts[index]?.required === true ? 'error' : 'warning';
    return delivered
      ? [{ code: 'alert-sent', level: 'info', facts: { channel, announcements } }]
      : [{ code: 'alert-failed', level, facts: { channel, code, announcements } }];
  });
  return { told: { ...before, ...told }, notices };
}

interface Issues {
  /** null where the forge could not be asked. */
  readonly api: IssuesApi | null;
  readonly open: readonly Issue[];
  readonly failure: string | null;
}

async function listIssues({ plan }: Outcome, env: Environment, client: WebClient): Promise<Issues> {
  const none = { api: null, open: [] };
  const { githubToken } = plan.inputs;
  const repository = env.GITHUB_REPOSITORY ?? '';
  if (githubToken === '') return { ...none, failure: 'no-token' };
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return { ...none, failure: 'no-repository' };
  const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
  const api = issuesApi(client, { apiUrl, repository, token: githubToken });
  const open = await api.listOpen();
  return 'failure' in open ? { ...none, failure: open.failure } : { api, open, failure: null };
}

async function keepIssues(outcome: Outcome, { api, open, failure }: Issues, told: ToldByChannel): Promise<Notice[]> {
  const failed = (code: string): Notice => ({ code: 'issue-failed', level: 'warning', facts: { code } });
  if (api === null) return [failed(failure ?? 'failed')];
  let opened = 0;
  let left = 0;
  for (const step of planIssues(outcome, open, told)) {
    if (step.action === 'open' && opened >= MOST_NEW_ISSUES) {
      left += 1;
      continue;
    }
    const trouble =
      step.action === 'open'
        ? await api.open(step.title, step.body)
        : step.action === 'update'
          ? await api.update(step.number, step.title, step.body)
          : await api.close(step.number, step.comment);
    if (trouble !== null) return [failed(trouble.failure)];
    if (step.action === 'open') opened += 1;
  }
  return left === 0 ? [] : [{ code: 'issues-limited', level: 'notice', facts: { opened, left } }];
}

interface Pages {
  readonly history: AuditHistory;
  readonly notices: readonly Notice[];
}

/** Status page, badge and history; the earlier history is the longer one of the folder's and the memory's. */
async function writePages(outcome: Outcome, remembered: AuditHistory, folder: string): Promise<Pages> {
  const path = join(folder, 'history.json');
  const found = readHistory(await readJson(path));
  const earlier = found !== null && (found.times.at(-1) ?? 0) >= (remembered.times.at(-1) ?? 0) ? found : remembered;
  const history = withAudit(earlier, rowsOf(outcome), outcome.startedAt);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, `${JSON.stringify(history)}\n`);
    await writeFile(join(folder, 'badge.json'), badgeOf(outcome));
    await writeFile(join(folder, 'index.html'), statusPageOf(outcome, history));
    return { history, notices: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { history, notices: [{ code: 'status-page-failed', level: 'warning', facts: { detail } }] };
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

async function caOf(path: string | null): Promise<string | null> {
  return path === null ? null : readFile(path, 'utf8').catch(() => null);
}

/** Where people find this run. Gitea and Forgejo number the runs of a repository. */
function runPageOf({ forge }: RunnerFacts, env: Environment): RunPage {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID, GITHUB_RUN_NUMBER } = env;
  const run = forge === 'gitea' || forge === 'forgejo' ? GITHUB_RUN_NUMBER : GITHUB_RUN_ID;
  if (!server || !repository || !run || forge === 'none') return { repository: repository ?? '', url: null };
  return { repository, url: `${server}/${repository}/actions/runs/${run}` };
}
