/**
 * The runner's side of the step: masks, variables, outputs, state, log, annotations and summary.
 * The only file that knows @actions/core. At a desk there is no runner: see `workAtDesk`.
 */
import { appendFile } from 'node:fs/promises';
import * as core from '@actions/core';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

let atDesk = false;

/** Told to the runner already. */
const masks = new Set<string>();

/** From now on nothing is written for a runner: no command, output or variable; log lines go to standard error. */
export function workAtDesk(): void {
  atDesk = true;
}

/** Hides a value, also in percent-encoded form, in everything that the runner writes from now on. */
export function mask(secret: string): void {
  if (secret === '' || atDesk) return;
  for (const form of [secret, encodeURIComponent(secret), secret.replaceAll('%', '%25')]) {
    if (masks.has(form)) continue;
    masks.add(form);
    core.setSecret(form);
  }
}

/** The text of an input; undefined where the runner hands none over. */
export function givenInput(name: string): string | undefined {
  return process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}

export function exportVariable(name: string, value: string): void {
  if (!atDesk) core.exportVariable(name, value);
}

export function setOutput(name: string, value: string): void {
  if (!atDesk) core.setOutput(name, value);
}

export function saveState(name: string, value: string): void {
  if (!atDesk) core.saveState(name, value);
}

export function readState(name: string): string {
  return core.getState(name);
}

/** Prints a group of log lines; the lines are already harmless. */
export function logGroup(title: string, lines: readonly string[]): void {
  if (!atDesk) core.startGroup(title);
  for (const line of atDesk ? [title, ...lines] : lines) logLine(line);
  if (!atDesk) core.endGroup();
}

export function logLine(line: string): void {
  if (atDesk) process.stderr.write(`${line}\n`);
  else core.info(line);
}

export function annotate(annotation: Annotation): void {
  if (atDesk) {
    logLine(`${annotation.level}: ${annotation.title}: ${annotation.message}`);
    return;
  }
  const write = { error: core.error, warning: core.warning, notice: core.notice }[annotation.level];
  write(annotation.message, { title: annotation.title });
}

/** Adds to the job summary; false where the runner offers none. */
export async function appendSummary(markdown: string): Promise<boolean> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file || atDesk) return false;
  try {
    await appendFile(file, markdown, 'utf8');
    return true;
  } catch {
    return false;
  }
}
