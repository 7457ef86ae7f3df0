/** Tells the outcome everywhere it is read: log, annotations, summary, report, metrics, outputs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Outcome } from '../model/outcome.ts';
import { annotate, appendSummary, logGroup, setOutput } from '../platform/workflow.ts';
import { annotationsOf } from '../report/annotations.ts';
import { reportOf } from '../report/json.ts';
import { logOf } from '../report/log.ts';
import { outputsOf } from '../report/outputs.ts';
import { renderSummary } from '../report/summary.ts';

/** Writes what the outcome says; the variables for later steps have been exported before. */
export async function publish(outcome: Outcome): Promise<void> {
  const { inputs, runner } = outcome.plan;
  for (const group of logOf(outcome)) logGroup(group.title, group.lines);
  for (const annotation of annotationsOf(outcome)) annotate(annotation);
  const report = `${JSON.stringify(reportOf(outcome), null, 2)}\n`;
  const path = inputs.reportFile ?? join(runner.temp, 'pip-mirror-select', 'report.json');
  await write(path, report);
  for (const [name, value] of Object.entries(outputsOf(outcome, path))) setOutput(name, value);
  await appendSummary(renderSummary(outcome));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
