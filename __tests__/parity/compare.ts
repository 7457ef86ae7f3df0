/** Both sides of the table for one pip. */
import { observePip } from '../../src/observe/pip-facts.ts';
import type { PipTrustFacts } from '../../src/observe/trust.ts';
import type { ServedCase } from './case-server.ts';
import { askCase, type OurVerdict, trustFor } from './our-verdict.ts';
import { type PipAnswer, questionOf, type RealPip, runPip } from './real-pip.ts';

export interface Row {
  readonly one: ServedCase;
  readonly ours: OurVerdict;
  readonly pip: PipAnswer;
  /** Both accept or both refuse, or we refuse on purpose what pip accepts. */
  readonly agreed: boolean;
}

export interface Comparison {
  readonly pip: RealPip;
  readonly facts: PipTrustFacts;
  readonly rows: readonly Row[];
}

/** pip's own word: it downloaded the wheel. */
export const acceptedBy = (answer: PipAnswer): boolean => answer.code === 0 && answer.got;

async function ourVerdicts(cases: readonly ServedCase[], facts: PipTrustFacts): Promise<OurVerdict[]> {
  const verdicts: OurVerdict[] = [];
  for (const one of cases) verdicts.push(await askCase(one, await trustFor(one, facts)));
  return verdicts;
}

/** Asks that pip and ourselves about every case. Rejects when the pip does not answer at all. */
export async function compare(pip: RealPip, cases: readonly ServedCase[]): Promise<Comparison> {
  const facts = await observePip(pip.python, pip.env).basics;
  if (facts === null) throw new Error(`${pip.label}: no facts about this pip`);
  const [answers, verdicts] = await Promise.all([runPip(pip, cases.map(questionOf)), ourVerdicts(cases, facts)]);
  const rows = cases.map((one, at) => {
    const answer = answers.find(({ id }) => id === one.id);
    const ours = verdicts[at];
    if (answer === undefined || ours === undefined) throw new Error(`${pip.label}: no answer for ${one.id}`);
    const accepted = acceptedBy(answer);
    const agreed = one.case.stricter ? accepted && !ours.accepted : accepted === ours.accepted;
    return { one, ours, pip: answer, agreed };
  });
  return { pip, facts, rows };
}
