/** What every mode needs before it can judge: pip's own word, whom it trusts, what the job installs. */
import { release } from 'node:os';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import type { JobRequirements } from '../model/requirement.ts';
import type { Trust } from '../model/trust.ts';
import { observePip } from '../observe/pip-facts.ts';
import type { Asking } from '../observe/session.ts';
import { readTrust } from '../observe/trust.ts';
import { fallbackUserAgent, looksLikeCi } from '../observe/user-agent.ts';
import { isPublicHost } from '../plan/public-hosts.ts';
import { readRequirements } from '../plan/requirements/read-requirements.ts';
import { proxySettings } from '../platform/proxy.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Promises, so that connections open while pip is still being asked. */
export interface Prepared {
  readonly pip: Promise<PipFacts | null>;
  readonly trust: Promise<Trust>;
  readonly job: Promise<JobRequirements>;
  /** How sessions ask, as far as it is the same for every candidate. */
  readonly asking: Asking;
}

export function prepare(plan: Plan, env: Environment): Prepared {
  const { inputs, runner } = plan;
  const answers = observePip(inputs.python, env);
  const trust = answers.basics.then((basics) => readTrust(basics, env, inputs.caBundle));
  const pip = answers.facts;
  const job = pip.then((facts) =>
    readRequirements(
      { patterns: inputs.requirements, packages: inputs.packages, workspace: runner.workspace, env },
      facts,
    ),
  );
  const userAgent = answers.userAgent.then(
    (own) =>
      own ??
      fallbackUserAgent({ ci: looksLikeCi(env), platform: process.platform, arch: process.arch, release: release() }),
  );
  return {
    pip,
    trust,
    job,
    asking: {
      userAgent,
      trust,
      proxies: answers.basics.then((basics) => proxySettings(basics, env)),
      timeoutMs: inputs.timeoutMs,
      ...(inputs.policy === 'internal' ? { forbids: isPublicHost } : {}),
    },
  };
}
