/** `mode: select`: probe, judge, choose, let pip confirm, export. */
import { exportVariables } from '../apply/export-variables.ts';
import { chooseMirror, whyBest } from '../decide/choose.ts';
import { noticesOf } from '../decide/notices.ts';
import { rankMirrors } from '../decide/rank.ts';
import { pipVariables, readInherited } from '../decide/variables.ts';
import { chooseFile } from '../judge/choose-file.ts';
import { DEFAULT_PROBE, sampleOf } from '../judge/requirements.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Decision, Ranked, Ranking, Variables } from '../model/decision.ts';
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import { type MirrorSession, openSession } from '../observe/session.ts';
import { askForRequirements } from './ask-requirements.ts';
import { chooseExpired } from './expired-mirror.ts';
import { type Field, privately, type Standing, sessionOf, standingOf } from './field.ts';
import { askGate, type GateQuestions } from './gate.ts';
import { keptDownloads } from './kept-downloads.ts';
import { measure } from './measure.ts';
import { createPipConfirmer, type PipConfirmer } from './pip-confirmer.ts';
import { POLITENESS } from './politeness.ts';
import { type Environment, prepare } from './prepare.ts';
import { type Survey, survey } from './survey.ts';

/** Runs the whole mode; later steps' variables are written when it resolves. */
export async function select(plan: Plan, env: Environment, startedAt: number): Promise<Outcome> {
  const { inputs } = plan;
  const prepared = prepare(plan, env);
  const maxRequests = POLITENESS.requestsPerMirror + POLITENESS.requirementPages;
  const open = (candidate: Candidate): MirrorSession => openSession(candidate, { ...prepared.asking, maxRequests });
  const sessions = plan.candidates.map(open);
  const beside = indexesBeside(plan).map(open);
  const kept = keptDownloads(plan, env, prepared);
  let confirmer: PipConfirmer | null = null;
  try {
    const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
    const wanted = sampleOf(job, POLITENESS.requirementPages);
    const screen = wanted[0] ?? DEFAULT_PROBE;
    const field: Field = {
      sessions,
      beside,
      yardstick: {
        trust,
        now: Date.now(),
        warnDays: inputs.warnDays,
        trustedHosts: inputs.trustedHosts,
        probe: inputs.policy === 'internal' ? null : DEFAULT_PROBE.project,
      },
      need: { wanted, hashes: job.hashes, pip },
      job,
      heldCache: () => kept.heldIndex(),
      surveyed: new Set(),
      refused: new Map(),
      lacking: new Set(),
      hadBeside: new Set(),
    };
    confirmer = createPipConfirmer(plan, pip, env);
    const gate: GateQuestions = {
      project: screen.project,
      choose: (page) => (chooseFile(page, screen, pip) ?? chooseFile(page, DEFAULT_PROBE, pip))?.link ?? null,
      tolerateExpired: inputs.policy === 'allow-expired',
    };
    const questions = survey(field, { ...gate, everybody: false });
    await Promise.all(beside.map((session) => askGate(session, gate, privately(field.yardstick))));
    const chosen = await settleOnOne(plan, env, field, questions, confirmer);
    exportVariables(chosen.variables);
    // While pip confirmed, the slower ones went on answering: the report shows what they said.
    await questions.finish();
    const restored = chosen.decision === null ? null : await kept.restore(chosen.decision.mirror);
    const { variables } = chosen;
    const final = accept(standingOf(field), chosen.decision);
    const { verdicts, ranking } = final;
    const ranked = leadBy(ranking.ranked, chosen.decision);
    const decision = chosen.decision === null ? null : retell(chosen.decision, { ...ranking, ranked });
    return {
      plan,
      pip,
      trust,
      startedAt,
      durationMs: Date.now() - startedAt,
      verdicts,
      beside: final.beside,
      ranking: ranked,
      decision,
      variables,
      cache: restored?.outcome ?? null,
      notices: [
        ...chosen.notices,
        ...noticesOf({ plan, pip, trust, job, verdicts: [...verdicts, ...final.beside], decision, env }),
        ...(restored?.notices ?? []),
      ],
    };
  } finally {
    confirmer?.close();
    for (const session of [...sessions, ...beside]) session.close();
  }
}

/** What stays beside the choice, each once. */
function indexesBeside({ inputs, candidates }: Plan): Candidate[] {
  const named = typeof inputs.fallback === 'string' ? [] : [inputs.fallback];
  const known = new Set(candidates.map(({ indexUrl }) => indexUrl));
  return [...inputs.extraIndexes, ...named].filter(({ indexUrl }) => !known.has(indexUrl));
}

/** Under this policy pip does install from a tolerated mirror: it counts as usable, and as the only one. */
function accept(standing: Standing, decision: Decision | null): Standing {
  if (decision?.why.code !== 'expired-tolerated') return standing;
  const verdicts = standing.verdicts.map((verdict) =>
    verdict.candidate === decision.mirror ? { ...verdict, usable: true, reasons: [] } : verdict,
  );
  return { ...standing, verdicts, ranking: rankMirrors(verdicts, standing.cost, null) };
}

/** The ranking with the decision first: one that answered after it was made does not overtake it. */
function leadBy(ranked: readonly Ranked[], decision: Decision | null): Ranked[] {
  const chosen = ranked.filter(({ verdict }) => verdict.candidate === decision?.mirror);
  const rest = ranked.filter((entry) => !chosen.includes(entry));
  return [...chosen, ...rest].map((entry, index) => ({ ...entry, rank: index + 1 }));
}

/** The reason, told with all that is known in the end. */
function retell(decision: Decision, ranking: Ranking): Decision {
  return decision.why.code === 'only-usable' ? { ...decision, why: whyBest(ranking) } : decision;
}

interface Chosen {
  readonly decision: Decision | null;
  readonly variables: Variables;
  readonly notices: readonly Notice[];
}

/** The best mirror that has what the job needs and that pip itself confirms; those that do not are demoted in turn. */
async function settleOnOne(
  plan: Plan,
  env: Environment,
  field: Field,
  questions: Survey,
  confirmer: PipConfirmer,
): Promise<Chosen> {
  const inherited = readInherited(env);
  const notices: Notice[] = [];
  const variablesOf = (decision: Decision): Variables => pipVariables(decision, plan.inputs, inherited);
  let measured = false;
  for (;;) {
    await questions.settled();
    const standing = standingOf(field);
    const verified = chooseMirror(standing, plan.inputs);
    const tolerates = plan.inputs.policy === 'allow-expired' && verified === null;
    const choice = tolerates ? await chooseExpired(field, standing, plan.inputs) : { decision: verified, notices: [] };
    if (choice.decision === null) {
      return { decision: null, variables: {}, notices: [...notices, ...choice.notices] };
    }
    const { decision } = choice;
    const variables = variablesOf(decision);
    const session = sessionOf(field, decision.mirror);
    const link = session?.observation().file?.link ?? null;
    // pip starts while the best few are measured: its answer is needed for the leader, who mostly stays.
    const confirmation = confirmer.ask(variables, link);
    if (!measured) {
      measured = true;
      await measure(field, standing);
      continue;
    }
    if (session !== undefined && (await askForRequirements(field, questions, session))) continue;
    const answer = await confirmation;
    if (answer !== null && !answer.confirmed) {
      field.refused.set(decision.mirror, answer.detail);
      notices.push({
        code: 'pip-refused',
        level: 'warning',
        facts: { mirror: decision.mirror.name, detail: answer.detail },
      });
      continue;
    }
    return {
      decision: { ...decision, confirmedByPip: answer !== null },
      variables,
      notices: [...notices, ...choice.notices],
    };
  }
}
