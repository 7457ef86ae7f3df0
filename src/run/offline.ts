/** `policy: offline`: check the wheelhouse before pip does, and keep pip to it. No host is contacted. */
import { confirmWheelhouse } from '../apply/confirm-wheelhouse.ts';
import { exportVariables } from '../apply/export-variables.ts';
import { layVariables } from '../decide/installers/table.ts';
import { readInherited } from '../decide/variables.ts';
import { offlineDecision, wheelhouseNotices } from '../decide/wheelhouse.ts';
import { judgeWheelhouse } from '../judge/wheelhouse.ts';
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import { observeWheelhouse } from '../observe/wheelhouse.ts';
import { type Environment, prepare } from './prepare.ts';

const CONFIRM_MS = 60_000;

/** Runs the whole policy; only `mode: select` exports anything. */
export async function offline(plan: Plan, env: Environment, startedAt: number): Promise<Outcome> {
  const { inputs, runner } = plan;
  const folder = inputs.wheelhouse ?? runner.workspace;
  const prepared = prepare(plan, env);
  const [pip, trust, job, facts] = await Promise.all([
    prepared.pip,
    prepared.trust,
    prepared.job,
    observeWheelhouse(folder),
  ]);
  const verdict = judgeWheelhouse(facts, job, pip);
  const notices: Notice[] = [];
  if (pip === null) notices.push({ code: 'pip-missing', level: 'warning', facts: { python: inputs.python } });
  notices.push(...wheelhouseNotices(facts, verdict));
  const decision = offlineDecision(folder, false);
  const ofPip = readInherited(env, pip?.config ?? null);
  const laid = layVariables(inputs.installers, { decision, inputs, inherited: env, ofPip, files: job.files });

  let usable = verdict.usable;
  let confirmed = false;
  if (usable && pip !== null && inputs.confirm) {
    const { variables } = layVariables(['pip'], { decision, inputs, inherited: env, ofPip, files: [] });
    const question = { pip, variables, job, env, temp: runner.temp, timeoutMs: CONFIRM_MS };
    const answer = await confirmWheelhouse(question);
    confirmed = answer?.confirmed === true;
    if (answer?.confirmed === false) {
      usable = false;
      notices.push({ code: 'wheelhouse-refused', level: 'error', facts: { detail: answer.detail } });
    }
  }

  const variables = usable && inputs.mode === 'select' ? laid.variables : {};
  if (usable) notices.push(...laid.notices);
  exportVariables(variables);
  return {
    plan,
    pip,
    trust,
    startedAt,
    durationMs: Date.now() - startedAt,
    verdicts: [],
    beside: [],
    ranking: [],
    decision: usable ? offlineDecision(folder, confirmed) : null,
    variables,
    cache: null,
    notices,
  };
}
