/** `mode: select`: probe, judge, choose, let pip confirm, export. */
import { confirmWithPip } from '../apply/confirm.ts';
import { exportVariables } from '../apply/export-variables.ts';
import { whyBest } from '../decide/choose.ts';
import { type InstallCost, rankMirrors, TYPICAL_INSTALL } from '../decide/rank.ts';
import { trustNeeded } from '../decide/trust-needed.ts';
import { pipVariables, readInherited } from '../decide/variables.ts';
import { chooseFile } from '../judge/choose-file.ts';
import { judgeMirror, type Yardstick } from '../judge/mirror.ts';
import { DEFAULT_PROBE, sampleOf } from '../judge/requirements.ts';
import type { Decision, Ranked, Variables } from '../model/decision.ts';
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import { openSession } from '../observe/session.ts';
import { finalistsOf, measure } from './measure.ts';
import { type Environment, prepare } from './prepare.ts';
import { POLITENESS, type Surveyed, survey } from './survey.ts';

/** Runs the whole mode; later steps' variables are written when it resolves. */
export async function select(plan: Plan, env: Environment, startedAt: number): Promise<Outcome> {
  const { inputs } = plan;
  const prepared = prepare(plan, env);
  const sessions = plan.candidates.map((candidate) =>
    openSession(candidate, { ...prepared.asking, maxRequests: POLITENESS.requestsPerMirror }),
  );
  try {
    const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
    const sample = sampleOf(job);
    const wanted = sample[0] ?? DEFAULT_PROBE;
    const yardstick: Yardstick = {
      trust,
      now: Date.now(),
      warnDays: inputs.warnDays,
      trustedHosts: inputs.trustedHosts,
      mayLackProjects: inputs.policy === 'internal',
    };
    const cost: InstallCost = TYPICAL_INSTALL;
    const surveyed = await survey(
      sessions,
      {
        project: wanted.project,
        choose: (page) => chooseFile(page, wanted, pip)?.link ?? null,
        cost,
        everybody: false,
      },
      yardstick,
    );
    await measure(
      finalistsOf(
        surveyed.filter((entry) => entry.verdict.usable),
        cost,
      ),
    );
    for (const entry of surveyed) {
      entry.observation = entry.session.observation();
      entry.verdict = judgeMirror(entry.observation, yardstick);
    }
    const notices: Notice[] = [];
    const chosen = await choose(plan, env, pip, surveyed, cost, notices);
    const variables = chosen === null ? {} : chosen.variables;
    exportVariables(variables);
    return {
      plan,
      pip,
      trust,
      startedAt,
      durationMs: Date.now() - startedAt,
      verdicts: surveyed.map((entry) => entry.verdict),
      ranking: chosen?.ranking ?? [],
      decision: chosen?.decision ?? null,
      variables,
      cache: null,
      notices,
    };
  } finally {
    for (const session of sessions) session.close();
  }
}

interface Chosen {
  readonly decision: Decision;
  readonly variables: Variables;
  readonly ranking: readonly Ranked[];
}

/** The best mirror that pip itself confirms; those that it refuses are demoted one by one. */
async function choose(
  plan: Plan,
  env: Environment,
  pip: PipFacts | null,
  surveyed: readonly Surveyed[],
  cost: InstallCost,
  notices: Notice[],
): Promise<Chosen | null> {
  const { inputs } = plan;
  const inherited = readInherited(env);
  for (;;) {
    const ranking = rankMirrors(
      surveyed.map((entry) => entry.verdict),
      cost,
      null,
    );
    const best = ranking.ranked[0];
    if (best === undefined) {
      notices.push(
        inputs.onNone === 'keep'
          ? {
              code: 'kept-settings',
              level: 'warning',
              facts: { asked: surveyed.length, indexUrl: pip?.config.indexUrl ?? null },
            }
          : { code: 'none-usable', level: 'error', facts: { asked: surveyed.length } },
      );
      return null;
    }
    const entry = surveyed.find((other) => other.verdict === best.verdict);
    const decision: Decision = {
      mirror: best.verdict.candidate,
      extraIndexes: inputs.extraIndexes,
      fallback: null,
      trustedHosts: trustNeeded(best.verdict, inputs.trustedHosts),
      why: whyBest(ranking),
      confirmedByPip: false,
      reused: false,
    };
    const variables = pipVariables(decision, inputs, inherited);
    if (!inputs.confirm || pip === null || entry === undefined) {
      return { decision, variables, ranking: ranking.ranked };
    }
    const specifier = specifierOf(entry);
    if (specifier === null) return { decision, variables, ranking: ranking.ranked };
    const answer = await confirmWithPip({
      executable: pip.executable,
      specifier,
      variables,
      env,
      temp: plan.runner.temp,
      timeoutMs: Math.max(10_000, inputs.timeoutMs * 2),
    });
    if (answer.confirmed) {
      return { decision: { ...decision, confirmedByPip: true }, variables, ranking: ranking.ranked };
    }
    notices.push({
      code: 'pip-refused',
      level: 'warning',
      facts: { mirror: decision.mirror.name, detail: answer.detail },
    });
    entry.verdict = { ...entry.verdict, usable: false, reasons: ['pip-refused'], detail: answer.detail };
  }
}

/** The file that the mirror was asked for, as pip names it. */
function specifierOf(entry: Surveyed): string | null {
  const file = entry.observation.file;
  const project = entry.observation.projects[0]?.project;
  if (file === null || project === undefined) return null;
  const version = /^[^-]+-([^-]+)-.*\.whl$/.exec(file.link.filename)?.[1];
  return version === undefined ? project : `${project}==${version}`;
}
