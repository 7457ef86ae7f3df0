/** Both sides of the table for one pip. */
import { observePip } from '../../src/observe/pip-facts.ts';
import { type PipTrustFacts, readTrust } from '../../src/observe/trust.ts';
import { proxySettings } from '../../src/platform/proxy.ts';
import type { ServedCase } from './case-server.ts';
import { askCase, trustFor } from './our-verdict.ts';
import { type Asked, type PipAnswer, questionOf, type RealPip, runPip } from './real-pip.ts';
import { TRUST_CASES, type TrustFiles } from './trust-cases.ts';

export interface Row {
  readonly id: string;
  readonly oursAccepts: boolean;
  readonly pipAccepts: boolean;
  /** Both accept or both refuse, or we refuse on purpose what pip accepts. */
  readonly agreed: boolean;
  readonly stricter: boolean;
  /** What we say, and pip's own last words: for the reader of a disagreement. */
  readonly said: string;
}

/** The one healthy server and the files for the table of settings. */
export interface TrustBench {
  readonly server: ServedCase;
  readonly files: TrustFiles;
  readonly proxyUrl: string;
}

/** Last lines of pip's that speak of an error. */
function lastWords(answer: PipAnswer): string {
  const lines = answer.output.split('\n').filter((line) => /error|refused|could not/i.test(line));
  return lines.slice(0, 2).join(' ').slice(0, 300);
}

/** pip's own word: it downloaded the wheel. */
function row(id: string, answer: PipAnswer, accepted: boolean, said: string, stricter = false): Row {
  const pipAccepts = answer.code === 0 && answer.got;
  const agreed = stricter ? pipAccepts && !accepted : pipAccepts === accepted;
  return { id, oursAccepts: accepted, pipAccepts, agreed, stricter, said: `${said} | pip: ${lastWords(answer)}` };
}

/** What pip says of itself. Rejects where it says nothing. */
export async function factsOf(pip: RealPip): Promise<PipTrustFacts> {
  const facts = await observePip(pip.python, pip.env).basics;
  if (facts === null) throw new Error(`${pip.label}: no facts about this pip`);
  return facts;
}

/** Asks that pip and ourselves about every case. Rejects when the pip does not answer at all. */
export async function compareCases(pip: RealPip, cases: readonly ServedCase[]): Promise<Row[]> {
  const facts = await factsOf(pip);
  const answering = runPip(pip, cases.map(questionOf));
  const said = new Map<string, { accepted: boolean; words: string }>();
  for (const one of cases) {
    const { accepted, certificate } = await askCase(one, await trustFor(one, facts));
    said.set(one.id, { accepted, words: certificate?.faults.join() ?? 'no certificate' });
  }
  const answers = await answering;
  return answers.map((answer) => {
    const ours = said.get(answer.id);
    const stricter = cases.find(({ id }) => id === answer.id)?.case.stricter ?? false;
    return row(answer.id, answer, ours?.accepted ?? false, ours?.words ?? 'not asked', stricter);
  });
}

/** The same for the settings that name bundles: each with its own look at pip's configuration. */
export async function compareTrust(pip: RealPip, bench: TrustBench): Promise<Row[]> {
  const { version } = await factsOf(pip);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const known = TRUST_CASES.filter(({ since }) => major * 100 + minor >= (since ?? 0));
  const asked: Asked[] = known.map(({ id, env }) => ({
    id,
    url: bench.server.indexUrl,
    env: withProxy(env(bench.files), bench),
  }));
  const answering = runPip(pip, asked);
  const said = new Map<string, { accepted: boolean; words: string }>();
  for (const { id, env } of asked) {
    const whole = { ...pip.env, ...env };
    const facts = await observePip(pip.python, whole).basics;
    const trust = await readTrust(facts, whole, null);
    const { accepted, certificate } = await askCase(bench.server, trust, proxySettings(facts, whole));
    const words = trust.problem ?? certificate?.faults.join() ?? 'no certificate';
    said.set(id, { accepted: accepted && trust.problem === null, words: `${trust.source} ${words}` });
  }
  const answers = await answering;
  return answers.map((answer) =>
    row(answer.id, answer, said.get(answer.id)?.accepted ?? false, said.get(answer.id)?.words ?? ''),
  );
}

function withProxy(env: Readonly<Record<string, string>>, { proxyUrl }: TrustBench): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value === 'PROXY' ? proxyUrl : value]));
}
