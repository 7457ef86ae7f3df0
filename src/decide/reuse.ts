/** Whether a decision of another job is worth anything here: what it depends on, how old it may be, what it must keep. */
import { createHash } from 'node:crypto';
import type { Candidate } from '../model/candidate.ts';
import type { Decision, Why } from '../model/decision.ts';
import type { Observation } from '../model/observation.ts';
import type { Inputs, RunnerFacts } from '../model/plan.ts';

/** A decision as one job leaves it for others. It names candidates; readers choose among their own, or decide anew. */
export interface StoredDecision {
  /** Epoch milliseconds. */
  readonly decidedAt: number;
  readonly indexUrl: string;
  readonly fallbackUrl: string | null;
  /** The shortest time to a first byte that the mirror showed (`latencyOf`). */
  readonly latencyMs: number;
  readonly why: SharedWhy;
  /** false: chosen, but the job's pip has not confirmed it yet. Whoever cannot wait for that asks a pip of his own. */
  readonly final: boolean;
}

/** Reasons that hold for others too; a tolerated certificate or settings that were kept do not. */
export type SharedWhy = Extract<Why, { readonly code: 'fastest' | 'tie' | 'only-usable' | 'first-usable' }>;

/** What tells networks apart without asking anybody outside. */
export interface NetworkFacts {
  /** RUNNER_NAME; '' where there is none. */
  readonly runnerName: string;
  /** Interface addresses as 'address/prefix', without loopback. */
  readonly addresses: readonly string[];
  readonly resolvers: readonly string[];
  /** 'host:port' of proxies, without credentials. */
  readonly proxies: readonly string[];
  readonly timeZone: string;
}

/** Everything of the inputs that the choice depends on. Credentials count, but only through this digest. */
export function inputsDigest(inputs: Inputs, requirements: string): string {
  const parts = [
    inputs.policy,
    inputs.mirrors.map(identity),
    inputs.extraIndexes.map(identity),
    typeof inputs.fallback === 'string' ? inputs.fallback : identity(inputs.fallback),
    inputs.trustedHosts,
    inputs.expiredGraceDays,
    inputs.caBundle,
    inputs.pytorch,
    requirements,
  ];
  return digest(parts);
}

function identity({ name, indexUrl, credentials }: Candidate): unknown {
  return [name, indexUrl, credentials?.username ?? null];
}

/**
 * Hosted runners: kind and image, since their addresses are drawn anew for each machine and their place is not told.
 * Others: subnets, resolvers, proxies, time zone and the name without its number. What this cannot tell apart, the
 * reader's own latency does (`isAsNear`).
 */
export function networkIdentity(runner: RunnerFacts, facts: NetworkFacts): string {
  const place = runner.hosted
    ? ['hosted', runner.os, runner.osVersion, runner.arch]
    : ['own', groupOf(facts.runnerName), [...facts.addresses].sort(), [...facts.resolvers].sort(), facts.timeZone];
  return digest([runner.forge, place, [...facts.proxies].sort()]);
}

/** Runners of one group bear a common name and a number or a random end: 'beijing-3', 'set-x7k2p-runner-9fq1z'. */
function groupOf(name: string): string {
  return name.replace(/(-[a-z0-9]{5})?-runner-[a-z0-9]{5}$/, '').replace(/[-_ ]?\d+$/, '');
}

/** Key in the forge's cache. */
export function decisionKey(runId: string, inputs: string, network: string): string {
  return `pip-mirror-select-decision-1-${runId.replace(/\W/g, '')}-${inputs.slice(0, 16)}-${network.slice(0, 16)}`;
}

export function isFresh(stored: StoredDecision, now: number, reuseMinutes: number): boolean {
  const age = now - stored.decidedAt;
  // A little from the future: clocks differ. More is no time to rely on.
  return age > -60_000 && age < reuseMinutes * 60_000;
}

/** The best of several answers: a machine under load adds to most of them. null where none came. */
export function latencyOf({ projects, file, metadata }: Observation): number | null {
  const exchanges = [...projects, ...(file === null ? [] : [file]), ...(metadata === null ? [] : [metadata])].flatMap(
    (seen) => seen.exchanges,
  );
  const times = exchanges.map(({ timing }) => timing.firstByteMs).filter((ms) => ms !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** Where a decision was found: on this very machine, or in the forge's cache, left by another machine of this run. */
export type DecisionPlace = 'machine' | 'run';

/**
 * The mirror answers here about as it answered there. Twice the latency is another place in the network; on the same
 * machine it is load, as long as it does not become another order of magnitude.
 */
export function isAsNear(stored: StoredDecision, latencyMs: number | null, place: DecisionPlace): boolean {
  const limit = place === 'machine' ? stored.latencyMs * 5 + 500 : stored.latencyMs * 2 + 50;
  return latencyMs !== null && latencyMs <= limit;
}

/** The reader's own candidates that a stored decision names; null when it names others. */
export function namedCandidates(stored: StoredDecision, candidates: readonly Candidate[]): readonly Candidate[] | null {
  const urls = [stored.indexUrl, ...(stored.fallbackUrl === null ? [] : [stored.fallbackUrl])];
  const named = urls.map((url) => candidates.find(({ indexUrl }) => indexUrl === url));
  return named.every((candidate) => candidate !== undefined) ? named : null;
}

/** null: not for others, because it rests on something that only this job may accept. */
export function toStored(
  decision: Decision,
  latencyMs: number | null,
  now: number,
  final: boolean,
): StoredDecision | null {
  const { mirror, fallback, trustedHosts, why } = decision;
  if (latencyMs === null || trustedHosts.length > 0 || decision.reused || !isShared(why)) return null;
  return { decidedAt: now, indexUrl: mirror.indexUrl, fallbackUrl: fallback?.indexUrl ?? null, latencyMs, why, final };
}

function isShared(why: Why): why is SharedWhy {
  return why.code === 'fastest' || why.code === 'tie' || why.code === 'only-usable' || why.code === 'first-usable';
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
