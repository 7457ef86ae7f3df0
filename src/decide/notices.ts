/** What the user should know beside the table: by code, most of it found in the job's own settings. */
import type { Candidate } from '../model/candidate.ts';
import { hideCredentials } from '../model/credentials.ts';
import type { Decision } from '../model/decision.ts';
import type { Notice } from '../model/notice.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import type { Bypass, JobRequirements } from '../model/requirement.ts';
import type { Trust } from '../model/trust.ts';
import type { Verdict } from '../model/verdict.ts';
import { readInherited } from './variables.ts';

export interface Known {
  readonly plan: Plan;
  readonly pip: PipFacts | null;
  readonly trust: Trust;
  readonly job: JobRequirements;
  readonly verdicts: readonly Verdict[];
  readonly decision: Decision | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function noticesOf(known: Known): Notice[] {
  return [
    ...decisionNotices(known),
    ...known.verdicts.flatMap((verdict) => mirrorNotices(verdict, known.decision?.mirror ?? null)),
    ...settingNotices(known),
    ...known.job.bypasses.map(bypassNotice),
    ...unreadNotices(known.job),
  ];
}

function decisionNotices({ plan, pip, trust, verdicts, decision }: Known): Notice[] {
  const notices: Notice[] = [];
  if (trust.problem !== null) {
    notices.push({ code: 'trust-problem', level: 'error', facts: { problem: trust.problem } });
  }
  if (pip === null) notices.push({ code: 'pip-missing', level: 'notice', facts: { python: plan.inputs.python } });
  if (decision !== null) return [...notices, ...lackNotices(decision, verdicts)];
  if (plan.inputs.mode !== 'select') return notices;
  const asked = verdicts.length;
  if (plan.inputs.onNone === 'fail') return [...notices, { code: 'none-usable', level: 'error', facts: { asked } }];
  const indexUrl = pip?.config.indexUrl ?? null;
  return [...notices, { code: 'kept-settings', level: 'warning', facts: { asked, indexUrl } }];
}

/** Requirements that neither the chosen mirror nor an index beside it has. */
function lackNotices(decision: Decision, verdicts: readonly Verdict[]): Notice[] {
  const missingAt = (candidate: Candidate | null): readonly string[] | null =>
    verdicts.find((verdict) => verdict.candidate === candidate)?.requirements?.missing ?? null;
  const atFallback = missingAt(decision.fallback);
  const requirements = (missingAt(decision.mirror) ?? []).filter((raw) => atFallback?.includes(raw) ?? true);
  if (requirements.length === 0) return [];
  return [{ code: 'requirements-missing', level: 'warning', facts: { mirror: decision.mirror.name, requirements } }];
}

/** Certificates that pip refuses or that end soon; a chosen mirror over plain http. */
function mirrorNotices(verdict: Verdict, chosen: Candidate | null): Notice[] {
  const mirror = verdict.candidate.name;
  const notices: Notice[] = [];
  const elsewhere = verdict.hosts.find(({ role }) => role === 'redirect');
  if (elsewhere !== undefined && verdict.candidate === chosen) {
    notices.push({ code: 'redirector', level: 'notice', facts: { mirror, target: elsewhere.host } });
  }
  for (const { host, certificate } of verdict.hosts) {
    if (certificate === null) continue;
    const [fault] = certificate.faults;
    if (certificate.disagreement) notices.push({ code: 'disagreement', level: 'warning', facts: { mirror, host } });
    if (fault === 'none') {
      if (verdict.candidate === chosen)
        notices.push({ code: 'http-mirror', level: 'warning', facts: { mirror, host } });
    } else if (fault !== undefined) {
      notices.push({ code: 'certificate-refused', level: 'warning', facts: { mirror, host, fault } });
    } else if (certificate.status === 'expiring') {
      const { daysLeft } = certificate;
      notices.push({ code: 'certificate-expiring', level: 'warning', facts: { mirror, host, daysLeft } });
    }
  }
  return notices;
}

/** Settings of the job that stay in force beside the choice, or go past it. */
function settingNotices({ plan, pip, env }: Known): Notice[] {
  const inherited = readInherited(env);
  const notices: Notice[] = [];
  const kept: readonly (readonly [string, readonly string[]])[] = [
    ['PIP_EXTRA_INDEX_URL', inherited.extraIndexUrls],
    ['PIP_TRUSTED_HOST', inherited.trustedHosts],
  ];
  for (const [variable, values] of kept) {
    const dropped = variable === 'PIP_EXTRA_INDEX_URL' && plan.inputs.policy === 'internal';
    for (const value of values) {
      const facts = { variable, value: hideCredentials(value) };
      notices.push(
        dropped
          ? { code: 'inherited-replaced', level: 'warning', facts }
          : { code: 'inherited-kept', level: 'notice', facts },
      );
    }
  }
  const file = pip?.config.files[0];
  if (pip !== null && file !== undefined) {
    const settings: readonly (readonly [string, boolean])[] = [
      ['extra-index-url', env.PIP_EXTRA_INDEX_URL === undefined && pip.config.extraIndexUrls.length > 0],
      ['trusted-host', env.PIP_TRUSTED_HOST === undefined && pip.config.trustedHosts.length > 0],
      ['find-links', env.PIP_FIND_LINKS === undefined && pip.config.findLinks.length > 0],
      ['no-index', env.PIP_NO_INDEX === undefined && pip.config.noIndex],
    ];
    for (const [setting, found] of settings) {
      if (found) notices.push({ code: 'bypass-pip-conf', level: 'warning', facts: { file, setting } });
    }
  }
  return notices;
}

function unreadNotices({ problems }: JobRequirements): Notice[] {
  return problems.length === 0 ? [] : [{ code: 'requirements-unread', level: 'notice', facts: { problems } }];
}

function bypassNotice(bypass: Bypass): Notice {
  const { code, file, line, value } = bypass;
  if (code.startsWith('requirements-')) {
    return { code: 'bypass-requirements-index', level: 'warning', facts: { file, line, option: value } };
  }
  if (
    code === 'uv-lock-index' ||
    code === 'poetry-lock-source' ||
    code === 'pdm-lock-urls' ||
    code === 'pylock-index'
  ) {
    return { code: 'bypass-lock-urls', level: 'notice', facts: { file, hosts: [value] } };
  }
  return { code: 'bypass-uv-index', level: 'notice', facts: { file, index: value } };
}
