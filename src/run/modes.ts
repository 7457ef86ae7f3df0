/** Which run a plan asks for, and whether what came of it is a success. */
import { auditFails } from '../decide/audit-exit.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import { audit } from './audit.ts';
import { choose } from './choice.ts';
import { diagnose } from './diagnose.ts';
import { download } from './download.ts';
import { offline } from './offline.ts';

export type Run = (plan: Plan, env: NodeJS.ProcessEnv, startedAt: number) => Promise<Outcome>;

/** The run of the plan's mode and policy. */
export function runFor({ inputs }: Plan): Run {
  if (inputs.policy === 'offline') return offline;
  if (inputs.mode === 'audit') return audit;
  if (inputs.mode === 'diagnose') return diagnose;
  return inputs.mode === 'download' ? download : choose;
}

/** 0, or 1 where the job should not go on. */
export function exitCodeOf(outcome: Outcome): number {
  const { plan, decision, notices, pytorchIndexUrl } = outcome;
  const { mode, policy, onNone, pytorch } = plan.inputs;
  if (mode === 'audit') return auditFails(outcome) ? 1 : 0;
  if (mode === 'diagnose') return 0;
  // An empty output would let `pip install --index-url ''` take whatever build PyPI has.
  if (pytorch !== null && policy !== 'offline' && pytorchIndexUrl === undefined && onNone === 'fail') return 1;
  if (mode === 'download' && notices.some((notice) => notice.level === 'error')) return 1;
  return decision === null && onNone === 'fail' ? 1 : 0;
}
