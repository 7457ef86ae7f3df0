/** Inputs → the mode that was asked for → everything told. The exit code is the step's. */
import { maskCredentials } from '../apply/export-variables.ts';
import type { Notice } from '../model/notice.ts';
import type { Inputs, Plan, RunnerFacts } from '../model/plan.ts';
import { readNetrc, withNetrc } from '../plan/netrc.ts';
import { readInputs } from '../plan/read-inputs.ts';
import { readRunner } from '../plan/read-runner.ts';
import { annotate, appendSummary, givenInput, mask } from '../platform/workflow.ts';
import { annotationsOfNotices } from '../report/annotations.ts';
import { renderNotices } from '../report/summary.ts';
import { exitCodeOf, runFor } from './modes.ts';
import { publish } from './publish.ts';

/** The main step, from the runner's environment. Resolves to the exit code. */
export async function runMode(): Promise<number> {
  const startedAt = Date.now();
  const runner = readRunner(process.env, process.platform, process.arch);
  const read = readInputs(givenInput, runner.workspace);
  if (!read.ok) {
    const language = givenInput('language')?.trim() === 'zh-CN' ? 'zh-CN' : 'en';
    const notices: Notice[] = [{ code: 'input-problems', level: 'error', facts: { problems: read.problems } }];
    for (const annotation of annotationsOfNotices(notices, language)) annotate(annotation);
    await appendSummary(renderNotices(notices, language));
    return 1;
  }
  const inputs = withNetrc(read.inputs, readNetrc(process.env));
  maskSecrets(inputs);
  const plan = planOf(inputs, runner);
  // A copy: what is exported to later steps appears in this process, too, and must not look inherited.
  const outcome = await runFor(plan)(plan, { ...process.env }, startedAt);
  await publish(outcome);
  return exitCodeOf(outcome);
}

function planOf(inputs: Inputs, runner: RunnerFacts): Plan {
  return { inputs, runner, candidates: inputs.mirrors };
}

/** Before anything is written: no secret may reach a log, whatever fails later. */
function maskSecrets(inputs: Inputs): void {
  const fallback = typeof inputs.fallback === 'string' ? [] : [inputs.fallback];
  maskCredentials([...inputs.mirrors, ...inputs.extraIndexes, ...fallback].map((index) => index.credentials));
  for (const target of inputs.alerts) {
    mask(target.url);
    if (target.secret !== null) mask(target.secret);
  }
  mask(inputs.githubToken);
}
