/** `mode: diagnose`, for `if: failure()`: asks the index in use with pip's eyes, and says what pip did not. */
import { maskCredentials } from '../apply/export-variables.ts';
import { noticesOf } from '../decide/notices.ts';
import { DEFAULT_PROBE, sampleOf } from '../judge/requirements.ts';
import type { Candidate } from '../model/candidate.ts';
import { NOTHING_HELD } from '../model/held-downloads.ts';
import { parseIndexUrl } from '../model/index-url.ts';
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PipConfig } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import { openSession } from '../observe/session.ts';
import { findInCatalogue, recogniseIndex } from '../plan/catalogue.ts';
import { askPages } from './ask-requirements.ts';
import { type Field, nothingKnown, type Standing, standingOf } from './field.ts';
import { gateBytesFor, POLITENESS } from './politeness.ts';
import { type Environment, prepare } from './prepare.ts';
import { survey } from './survey.ts';
import { fileFor, yardstickOf } from './yardstick.ts';

/** Exports nothing; the outcome's first verdicts are those of the indexes in use. */
export async function diagnose(plan: Plan, env: Environment, startedAt: number): Promise<Outcome> {
  const { inputs } = plan;
  const prepared = prepare(plan, env);
  const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
  const { used, notices } = indexesInUse(env, pip?.config ?? null);
  maskCredentials(used.map(({ credentials }) => credentials));
  const others = plan.candidates.filter(({ indexUrl }) => !used.some((index) => index.indexUrl === indexUrl));
  const maxRequests = POLITENESS.requestsPerMirror + POLITENESS.requirementPages;
  const sessions = [...used, ...others].map((index) => openSession(index, { ...prepared.asking, maxRequests }));
  try {
    const wanted = sampleOf(job, POLITENESS.requirementPages);
    const screen = wanted[0] ?? DEFAULT_PROBE;
    const field: Field = {
      sessions,
      beside: [],
      yardstick: yardstickOf(inputs, trust),
      need: { wanted, hashes: job.hashes, pip },
      job,
      held: () => NOTHING_HELD,
      heldKnown: Promise.resolve(),
      bytesInAll: Number.POSITIVE_INFINITY,
      rateProbe: null,
      ...nothingKnown(),
    };
    await survey(field, {
      project: screen.project,
      choose: fileFor([screen], pip),
      everybody: true,
      pageBytes: Number.POSITIVE_INFINITY,
      fileBytes: gateBytesFor(sessions.length),
      tolerateExpired: false,
    }).settled();
    await Promise.all(sessions.map((session) => askPages(session, wanted)));
    const standing = standingOf(field);
    const { verdicts } = standing;
    return {
      plan,
      pip,
      trust,
      startedAt,
      durationMs: Date.now() - startedAt,
      verdicts,
      beside: [],
      ranking: standing.ranking.ranked,
      decision: null,
      variables: {},
      cache: null,
      notices: [
        ...notices,
        ...used.flatMap((index) => diagnosisOf(index, standing)),
        ...noticesOf({ plan, pip, trust, job, verdicts, decision: null, env }),
      ],
    };
  } finally {
    for (const session of sessions) session.close();
  }
}

/** What pip asks as things are: variables before configuration files, PyPI where nothing is set. */
function indexesInUse(env: Environment, config: PipConfig | null): { used: Candidate[]; notices: Notice[] } {
  const pypi = findInCatalogue('pypi')?.indexUrl ?? '';
  const first = env.PIP_INDEX_URL || config?.indexUrl || pypi;
  const extra = config?.extraIndexUrls ?? (env.PIP_EXTRA_INDEX_URL ?? '').split(/\s+/);
  const used: Candidate[] = [];
  const notices: Notice[] = [];
  for (const text of [first, ...extra]) {
    if (text === '') continue;
    const parsed = parseIndexUrl(text);
    if (typeof parsed === 'string') {
      const variable = text === first ? 'PIP_INDEX_URL' : 'PIP_EXTRA_INDEX_URL';
      notices.push({ code: 'diagnosed-no-index', level: 'error', facts: { variable } });
      continue;
    }
    if (used.some(({ indexUrl }) => indexUrl === parsed.url)) continue;
    const known = recogniseIndex(parsed.url);
    const { host, hostname } = new URL(parsed.url);
    used.push({
      name: known?.name ?? host,
      indexUrl: parsed.url,
      credentials: parsed.credentials,
      operator: known?.operator ?? hostname,
      family: known?.family ?? hostname,
      origin: known === undefined ? 'input' : 'catalogue',
      order: used.length,
    });
  }
  return { used, notices };
}

function diagnosisOf(index: Candidate, standing: Standing): Notice[] {
  const verdict = standing.verdicts.find(({ candidate }) => candidate === index);
  if (verdict === undefined) return [];
  const mirror = index.name;
  const better = standing.ranking.ranked.find((entry) => entry.verdict !== verdict)?.verdict ?? null;
  const [reason] = verdict.reasons.filter((word) => word !== 'missing-requirement');
  if (reason !== undefined) {
    const facts = { mirror, reason, better: better?.candidate.name ?? null };
    return [{ code: 'diagnosed-fault', level: 'error', facts }];
  }
  const missing = verdict.requirements?.missing ?? [];
  if (missing.length > 0) {
    const elsewhere = standing.verdicts.find((other) => other.usable && hasAll(other, missing));
    const facts = { mirror, requirements: missing.join(', '), elsewhere: elsewhere?.candidate.name ?? null };
    return [{ code: 'diagnosed-missing', level: 'error', facts }];
  }
  return [
    { code: 'diagnosed-healthy', level: 'notice', facts: { mirror, checked: verdict.requirements?.checked ?? 0 } },
  ];
}

function hasAll(verdict: Verdict, wanted: readonly string[]): boolean {
  return wanted.every((raw) => !(verdict.requirements?.missing ?? [raw]).includes(raw));
}
