/** Tells the outcome everywhere it is read: log, annotations, summary, report, metrics, outputs. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import { annotate, appendSummary, logGroup, setOutput } from '../platform/workflow.ts';
import { annotationsOf } from '../report/annotations.ts';
import { reportOf } from '../report/json.ts';
import { logOf } from '../report/log.ts';
import { metricsOf } from '../report/metrics.ts';
import { outputsOf } from '../report/outputs.ts';
import { renderSummary } from '../report/summary.ts';

/** Writes what the outcome says; the variables for later steps have been exported before. */
export async function publish(outcome: Outcome): Promise<void> {
  const { inputs } = outcome.plan;
  for (const group of logOf(outcome)) logGroup(group.title, group.lines);
  for (const annotation of annotationsOf(outcome)) annotate(annotation);
  const report = `${JSON.stringify(reportOf(outcome), null, 2)}\n`;
  const path = reportPathOf(outcome.plan);
  await write(path, report);
  if (inputs.metricsFile !== null) await replace(inputs.metricsFile, metricsOf(outcome));
  for (const [name, value] of Object.entries(outputsOf(outcome, path))) setOutput(name, value);
  await appendSummary(renderSummary(outcome));
}

/** Where the JSON report goes, absolute. */
export function reportPathOf({ inputs, runner }: Plan): string {
  return inputs.reportFile ?? join(runner.temp, 'pip-mirror-select', 'report.json');
}

/** node_exporter reads its folder at any moment: it must never see half a file. */
async function replace(path: string, text: string): Promise<void> {
  await write(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
