/** `mode: select`: probe, judge, choose, let pip confirm, export. */
import { exportVariables } from '../apply/export-variables.ts';
import { chooseMirror, whyBest } from '../decide/choose.ts';
import { layVariables } from '../decide/installers/table.ts';
import { noticesOf } from '../decide/notices.ts';
import { rankMirrors } from '../decide/rank.ts';
import { type Inherited, pipVariables, readInherited } from '../decide/variables.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Decision, Ranked, Ranking, Variables } from '../model/decision.ts';
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import type { MirrorSession } from '../observe/session.ts';
import { askForRequirements } from './ask-requirements.ts';
import { chooseExpired } from './expired-mirror.ts';
import { type Field, type Standing, sessionOf, standingOf } from './field.ts';
import { keptDownloads } from './kept-downloads.ts';
import { finalistOf, isMeasured, measure } from './measure.ts';
import { askBeside, type OpenField, openField } from './open-field.ts';
import { createPipConfirmer, type PipConfirmer } from './pip-confirmer.ts';
import { type Environment, type Prepared, prepare } from './prepare.ts';
import { type Checks, type DecisionReuse, decisionReuse } from './reuse-decision.ts';
import { type Survey, survey } from './survey.ts';

/** What is looked into at the same time, over the same connections. */
export interface Aside {
  /** This job may ask mirrors now. */
  prepared(prepared: Prepared): void;
  /** The indexes beside the choice have answered the gate's questions. */
  opened(field: Field): void;
  /** A mirror was chosen, and its session is still open. */
  settled(decision: Decision, field: Field): Promise<readonly Notice[]>;
}

/** Runs the whole mode; later steps' variables are written when it resolves. */
export async function select(plan: Plan, env: Environment, startedAt: number, aside: Aside): Promise<Outcome> {
  const { inputs } = plan;
  const reuse = decisionReuse(plan, env);
  const opened: MirrorSession[] = [];
  try {
    // Jobs that wait for another one's answer keep still: on a busy machine it comes sooner.
    await reuse.turn();
    const prepared = prepare(plan, env);
    aside.prepared(prepared);
    const kept = keptDownloads(plan, env, prepared);
    const among = (candidates: readonly Candidate[]) => openField(plan, prepared, kept, candidates, opened);
    const again = await chooseAgain(plan, env, prepared.pip, reuse, among);
    if (again !== null) aside.opened(again.field);
    const chosen =
      again ?? (await chooseAnew(plan, env, await prepared.pip, reuse, await among(plan.candidates), aside));
    const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
    const ofPip = readInherited(env, pip?.config ?? null);
    const laid =
      chosen.decision === null
        ? { variables: {}, notices: [] }
        : layVariables(inputs.installers, {
            decision: chosen.decision,
            inputs,
            inherited: env,
            ofPip,
            files: job.files,
          });
    exportVariables(laid.variables);
    // While pip confirmed, the slower ones went on answering: the report shows what they said.
    await chosen.finish();
    const standing = accept(standingOf(chosen.field), chosen.decision);
    const { verdicts, ranking, beside } = standing;
    const ranked = leadBy(ranking.ranked, chosen.decision);
    const decision = chosen.decision === null ? null : retell(chosen.decision, { ...ranking, ranked });
    const stored = reuse.store(decision, standing);
    const [restored, seenAside] =
      decision === null
        ? [null, []]
        : await Promise.all([
            kept.restore(decision.mirror, sessionOf(chosen.field, decision.mirror)?.observation() ?? null),
            aside.settled(decision, chosen.field),
          ]);
    await stored;
    return {
      plan,
      pip,
      trust,
      startedAt,
      durationMs: Date.now() - startedAt,
      verdicts,
      beside,
      ranking: ranked,
      decision,
      variables: laid.variables,
      cache: restored?.outcome ?? null,
      notices: [
        ...chosen.notices,
        ...laid.notices,
        ...noticesOf({ plan, pip, trust, job, verdicts: [...verdicts, ...beside], decision, env }),
        ...(restored?.notices ?? []),
        ...seenAside,
      ],
    };
  } finally {
    for (const session of opened) session.close();
    await reuse.close();
  }
}

/** What was decided, over which field it was decided, and how its open questions end. */
interface Settled extends Chosen {
  readonly field: Field;
  finish(): Promise<void>;
}

/** Another job's decision, if its mirror passes the gate here too. */
async function chooseAgain(
  plan: Plan,
  env: Environment,
  asking: Promise<PipFacts | null>,
  reuse: DecisionReuse,
  among: (candidates: readonly Candidate[]) => Promise<OpenField>,
): Promise<Settled | null> {
  let field: Field | null = null;
  const checks: Checks = {
    gate: async (candidates) => {
      const open = await among(candidates);
      field = open.field;
      await Promise.all([survey(field, { ...open.gate, everybody: true }).settled(), askBeside(open)]);
      return standingOf(field);
    },
    confirm: async (decision) => {
      const session = field === null ? undefined : sessionOf(field, decision.mirror);
      if (session === undefined) return false;
      const pip = await asking;
      const confirmer = createPipConfirmer(plan, pip, env);
      const variables = pipVariables(decision, plan.inputs, readInherited(env, pip?.config ?? null));
      return (await confirmer.ask(variables, session).finally(() => confirmer.close()))?.confirmed ?? true;
    },
  };
  const reused = await reuse.find(asking, checks);
  if (reused === null || field === null) return null;
  return { decision: reused.decision, notices: [reused.notice], field, finish: async () => {} };
}

async function chooseAnew(
  plan: Plan,
  env: Environment,
  pip: PipFacts | null,
  reuse: DecisionReuse,
  open: OpenField,
  aside: Aside,
): Promise<Settled> {
  const { field, gate } = open;
  const confirmer = createPipConfirmer(plan, pip, env);
  try {
    const questions = survey(field, { ...gate, everybody: false });
    await askBeside(open);
    aside.opened(field);
    const inherited = readInherited(env, pip?.config ?? null);
    const chosen = await settleOnOne(plan, inherited, field, questions, confirmer, reuse);
    return { ...chosen, field, finish: () => questions.finish() };
  } finally {
    confirmer.close();
  }
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
  return decision.why.code === 'only-usable' && !decision.reused ? { ...decision, why: whyBest(ranking) } : decision;
}

interface Chosen {
  readonly decision: Decision | null;
  readonly notices: readonly Notice[];
}

/** The best mirror that has what the job needs and that pip itself confirms; those that do not are demoted in turn. */
async function settleOnOne(
  plan: Plan,
  inherited: Inherited,
  field: Field,
  questions: Survey,
  confirmer: PipConfirmer,
  reuse: DecisionReuse,
): Promise<Chosen> {
  const notices: Notice[] = [];
  const variablesOf = (decision: Decision): Variables => pipVariables(decision, plan.inputs, inherited);
  for (;;) {
    await questions.settled(() => finalistOf(field, standingOf(field)) !== null);
    const standing = standingOf(field);
    const verified = chooseMirror(standing, plan.inputs);
    const tolerates = plan.inputs.policy === 'allow-expired' && verified === null;
    const choice = tolerates ? await chooseExpired(field, standing, plan.inputs) : { decision: verified, notices: [] };
    if (choice.decision === null) {
      return { decision: null, notices: [...notices, ...choice.notices] };
    }
    const { decision } = choice;
    const variables = variablesOf(decision);
    const session = sessionOf(field, decision.mirror);
    const finalist = finalistOf(field, standing);
    const leader = standing.verdicts.find(({ candidate }) => candidate === decision.mirror);
    // pip starts while others are still measured: once it is measured itself, the leader mostly stays.
    const isLikely = finalist === null || (leader !== undefined && isMeasured(leader));
    const confirmation = isLikely && session !== undefined ? confirmer.ask(variables, session) : null;
    if (finalist !== null) {
      await measure(field, standing, finalist);
      continue;
    }
    if (session !== undefined && (await askForRequirements(field, questions, session))) continue;
    // Restoring waits for it anyway, and pip is busy: a choice among equals must not hang on a slow answer.
    const held = field.held();
    await field.heldKnown;
    if (field.held() !== held) continue;
    if (confirmation !== null) await reuse.announce(decision, standing);
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
      notices: [...notices, ...choice.notices],
    };
  }
}
