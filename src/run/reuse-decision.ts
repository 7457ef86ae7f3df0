/** What another job decided, checked with one quick gate of our own; and what this job leaves for others. */
import { join } from 'node:path';
import { type FoundDecision, openShared, type SharedDecision } from '../apply/shared-decision.ts';
import { requirementsDigest } from '../decide/cache-key.ts';
import {
  inputsDigest,
  isAsNear,
  latencyOf,
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
import { hasCacheService } from '../platform/cache-store.ts';
import { matchFiles, readText } from '../platform/files.ts';
import { resolvers, subnets } from '../platform/network-place.ts';
import type { Standing } from './field.ts';
import type { Environment } from './prepare.ts';

/** What was seen of candidates, and what it means, in one order. */
export type Seen = Pick<Standing, 'observations' | 'verdicts'>;

/** How a decision of another job is checked here. */
export interface Checks {
  /** Asks these candidates the gate's questions. */
  readonly gate: (candidates: readonly Candidate[]) => Promise<Seen>;
  /** Whether this job's pip takes it; asked where no other pip has answered yet. */
  readonly confirm: (decision: Decision) => Promise<boolean>;
}

export interface Reused {
  readonly decision: Decision;
  readonly notice: Notice;
}

export interface DecisionReuse {
  /** Resolves when this job may go on: with what others of this machine decided, or with the turn to decide. */
  turn(): Promise<void>;
  /** `ready`: settles when this job can ask mirrors. Resolves to a decision that holds here too; null: this job decides. */
  find(ready: Promise<unknown>, checks: Checks): Promise<Reused | null>;
  /** Tells others of this machine what was chosen, while pip is still asked. */
  announce(decision: Decision, seen: Seen): Promise<void>;
  /** Leaves this job's decision for others, where it may serve them. */
  store(decision: Decision | null, seen: Seen): Promise<void>;
  close(): Promise<void>;
}

const LARGEST_REQUIREMENTS_FILE = 16 << 20;

export function decisionReuse(plan: Plan, env: Environment): DecisionReuse {
  const shared = plan.inputs.reuseMinutes > 0 ? open(plan, env) : Promise.resolve(null);
  const here = shared.then((store) => store?.onThisMachine() ?? null);
  return {
    async turn() {
      await here;
    },
    async find(ready, checks) {
      const store = await shared;
      if (store === null) return null;
      ready.then(() => store.begin()).catch(() => {});
      let found = (await here) ?? (await store.inThisRun());
      while (found !== null) {
        const reused = await check(found, plan, checks);
        if (reused !== null) {
          // What another machine left now holds on this one, and what was not confirmed is now.
          if (found.place === 'run' || !found.stored.final) await store.keep({ ...found.stored, final: true });
          return reused;
        }
        found = await store.onThisMachine(found.stored);
      }
      return null;
    },
    async announce(decision, seen) {
      const stored = storedFrom(decision, seen, false);
      if (stored !== null) await (await shared)?.announce(stored);
    },
    async store(decision, seen) {
      const stored = storedFrom(decision, seen, true);
      if (stored !== null) await (await shared)?.store(stored);
    },
    async close() {
      await (await shared)?.close();
    },
  };
}

function storedFrom(decision: Decision | null, { observations }: Seen, final: boolean): StoredDecision | null {
  const observation = observations.find(({ candidate }) => candidate === decision?.mirror);
  if (decision === null || observation === undefined) return null;
  return toStored(decision, latencyOf(observation), Date.now(), final);
}

async function check({ stored, place }: FoundDecision, plan: Plan, checks: Checks): Promise<Reused | null> {
  const named = namedCandidates(stored, plan.candidates);
  if (named === null) return null;
  const [mirror = null, fallback = null] = named;
  const { verdicts, observations } = await checks.gate(named);
  const [verdict] = verdicts;
  const [observation] = observations;
  if (mirror === null || verdict === undefined || observation === undefined) return null;
  if (verdicts.some(({ usable }) => !usable) || !isAsNear(stored, latencyOf(observation), place)) return null;
  const decision: Decision = {
    mirror,
    extraIndexes: plan.inputs.extraIndexes,
    fallback,
    trustedHosts: trustNeeded(verdict, plan.inputs.trustedHosts),
    why: stored.why,
    confirmedByPip: false,
    reused: true,
  };
  if (!stored.final && !(await checks.confirm(decision))) return null;
  return {
    decision,
    notice: {
      code: 'reused-decision',
      level: 'info',
      facts: { mirror: mirror.name, ageMinutes: Math.max(0, Date.now() - stored.decidedAt) / 60_000 },
    },
  };
}

async function open(plan: Plan, env: Environment): Promise<SharedDecision> {
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
