/** What another job decided, checked with one quick gate of our own; and what this job leaves for others. */
import { join } from 'node:path';
import { openShared, type SharedDecision } from '../apply/shared-decision.ts';
import { requirementsDigest } from '../decide/cache-key.ts';
import {
  inputsDigest,
  isAsNear,
  namedCandidates,
  networkIdentity,
  type StoredDecision,
  toStored,
} from '../decide/reuse.ts';
import { trustNeeded } from '../decide/trust-needed.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Decision } from '../model/decision.ts';
import type { Notice } from '../model/notice.ts';
import type { Plan } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import { hasCacheService } from '../platform/cache-store.ts';
import { matchFiles, readText } from '../platform/files.ts';
import { resolvers, subnets } from '../platform/network-place.ts';
import type { Environment, Prepared } from './prepare.ts';

/** Asks these candidates the gate's questions; their verdicts in the same order. */
export type Gate = (candidates: readonly Candidate[]) => Promise<readonly Verdict[]>;

export interface Reused {
  readonly decision: Decision;
  readonly notice: Notice;
}

export interface DecisionReuse {
  /** A decision that holds here too; null: this job decides. */
  find(gate: Gate): Promise<Reused | null>;
  /** Leaves this job's decision for others, where it may serve them. */
  store(decision: Decision | null, verdicts: readonly Verdict[]): Promise<void>;
  close(): Promise<void>;
}

const LARGEST_REQUIREMENTS_FILE = 16 << 20;

/** `prepared.pip`: before it is known nobody could ask a mirror, so waiting for others only counts from then on. */
export function decisionReuse(plan: Plan, env: Environment, prepared: Prepared): DecisionReuse {
  const shared = plan.inputs.reuseMinutes > 0 ? open(plan, env, prepared.pip) : Promise.resolve(null);
  return {
    async find(gate) {
      const store = await shared;
      if (store === null) return null;
      let stored = await store.find();
      while (stored !== null) {
        const reused = await check(stored, plan, gate);
        if (reused !== null) return reused;
        stored = await store.find(stored);
      }
      return null;
    },
    async store(decision, verdicts) {
      const store = await shared;
      const latency = verdicts.find(({ candidate }) => candidate === decision?.mirror)?.timing?.firstByteMs ?? null;
      const stored = decision === null ? null : toStored(decision, latency, Date.now());
      if (stored !== null) await store?.store(stored);
    },
    async close() {
      await (await shared)?.close();
    },
  };
}

async function check(stored: StoredDecision, plan: Plan, gate: Gate): Promise<Reused | null> {
  const named = namedCandidates(stored, plan.candidates);
  if (named === null) return null;
  const [mirror = null, fallback = null] = named;
  const verdicts = await gate(named);
  const [verdict] = verdicts;
  if (mirror === null || verdict === undefined || verdicts.some(({ usable }) => !usable)) return null;
  if (!isAsNear(stored, verdict.timing?.firstByteMs ?? null)) return null;
  return {
    decision: {
      mirror,
      extraIndexes: plan.inputs.extraIndexes,
      fallback,
      trustedHosts: trustNeeded(verdict, plan.inputs.trustedHosts),
      why: stored.why,
      confirmedByPip: false,
      reused: true,
    },
    notice: {
      code: 'reused-decision',
      level: 'info',
      facts: { mirror: mirror.name, ageMinutes: Math.max(0, Date.now() - stored.decidedAt) / 60_000 },
    },
  };
}

async function open(plan: Plan, env: Environment, ready: Promise<unknown>): Promise<SharedDecision> {
  const { inputs, runner } = plan;
  const { files } = await matchFiles(inputs.requirements, runner.workspace);
  const contents = files.map(async (path) => {
    const read = await readText(join(runner.workspace, path), LARGEST_REQUIREMENTS_FILE);
    return { path, content: 'text' in read ? read.text : read.failure };
  });
  const mode = env.ACTIONS_CACHE_MODE?.toLowerCase();
  const service = inputs.cache !== 'off' && hasCacheService(env);
  return openShared({
    reuseMinutes: inputs.reuseMinutes,
    toolCache: runner.toolCache,
    ready,
    temp: runner.temp,
    runId: runner.runId,
    inputs: inputsDigest(inputs, requirementsDigest(await Promise.all(contents), inputs.packages)),
    network: networkIdentity(runner, {
      runnerName: env.RUNNER_NAME ?? '',
      addresses: subnets(),
      resolvers: resolvers(),
      proxies: proxiesOf(env),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
    service: {
      read: service && mode !== 'none' && mode !== 'write-only',
      write: service && mode !== 'none' && mode !== 'read' && inputs.cache !== 'read-only',
    },
  });
}

function proxiesOf(env: Environment): readonly string[] {
  return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy', 'PIP_PROXY'].flatMap(
    (name) => {
      const url = URL.parse(env[name] ?? '');
      return url === null ? [] : `${name.toLowerCase()}=${url.host}`;
    },
  );
}
