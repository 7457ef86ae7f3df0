/** `mode: download`: choose as always, then fill the wheelhouse through the choice, check it and write its papers. */
import { fillWheelhouse } from '../apply/fill-wheelhouse.ts';
import { isForeign, targetOf, writePapers } from '../apply/wheelhouse-papers.ts';
import { pipVariables, readInherited } from '../decide/variables.ts';
import { wheelhouseNotices } from '../decide/wheelhouse.ts';
import { judgeWheelhouse } from '../judge/wheelhouse.ts';
import type { Notice } from '../model/notice.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import { observeWheelhouse } from '../observe/wheelhouse.ts';
import { constraintFiles, planDownload } from '../plan/download.ts';
import { readRequirements } from '../plan/requirements/read-requirements.ts';
import { logLine } from '../platform/workflow.ts';
import { logText } from '../report/escape.ts';
import { choose } from './choice.ts';
import type { Environment } from './prepare.ts';

/** Hundreds of wheels through a slow line take their time; the job's own limit is the real one. */
const PIP_MS = 5 * 60 * 60 * 1000;

/** Resolves to the outcome of the choice with what became of the folder; an error among the notices fails the step. */
export async function download(plan: Plan, env: Environment, startedAt: number): Promise<Outcome> {
  const outcome = await choose(plan, env, startedAt);
  if (outcome.decision === null) return outcome;
  const notices = await fill(outcome, env);
  return { ...outcome, durationMs: Date.now() - startedAt, notices: [...outcome.notices, ...notices] };
}

async function fill({ plan, pip, decision }: Outcome, env: Environment): Promise<Notice[]> {
  const { inputs, runner } = plan;
  const folder = inputs.wheelhouse ?? runner.workspace;
  if (pip === null) return [{ code: 'download-needs-pip', level: 'error', facts: {} }];
  if (decision === null) return [];
  const { workspace, temp } = runner;
  const job = await readRequirements({ patterns: inputs.requirements, packages: inputs.packages, workspace, env }, pip);
  const runs = planDownload(job);
  if (runs.length === 0) return [{ code: 'download-nothing', level: 'error', facts: {} }];

  let begun = 0;
  const failed = await fillWheelhouse(runs, {
    pip,
    env: { ...env, ...pipVariables(decision, inputs, readInherited(env, pip.config)) },
    workspace,
    temp,
    folder,
    constraints: constraintFiles(job),
    timeoutMs: PIP_MS,
    onFile: (filename, size) => {
      begun += 1;
      logLine(
        `  ${String(begun).padStart(4)}  ${logText(filename, 120)}${size === '' ? '' : `  ${logText(size, 20)}`}`,
      );
    },
  });

  const facts = await observeWheelhouse(folder);
  const target = targetOf(pip, env);
  await writePapers(folder, facts.files, {
    filledAt: new Date().toISOString(),
    mirror: decision.mirror.name,
    indexUrl: decision.mirror.indexUrl,
    requirements: job.requirements.map((requirement) => requirement.raw),
    target,
  });
  const notices: Notice[] = failed.map((facts) => ({ code: 'download-failed', level: 'error', facts }));
  // For another platform only the files themselves can be judged: pip alone knows what it was asked for.
  const asked = isForeign(target) ? { ...job, requirements: [], unchecked: [] } : job;
  const verdict = judgeWheelhouse({ ...facts, sums: new Map() }, asked, isForeign(target) ? null : pip);
  notices.push(...wheelhouseNotices(facts, verdict).filter((notice) => notice.code !== 'wheelhouse-complete'));
  const bytes = facts.files.reduce((sum, file) => sum + file.bytes, 0);
  if (failed.length === 0) {
    const filled = { folder, mirror: decision.mirror.name, files: facts.files.length, bytes };
    notices.push({ code: 'download-filled', level: 'notice', facts: filled });
  }
  return notices;
}
