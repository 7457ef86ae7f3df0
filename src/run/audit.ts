/** `mode: audit`: judge every mirror and every host on pip's way, tell who wants to know, export nothing. */
import { noticesOf } from '../decide/notices.ts';
import { judgeAll } from '../judge/all-mirrors.ts';
import { probesOf, withEveryNode } from '../judge/probes.ts';
import { DEFAULT_PROBE, sampleOf } from '../judge/requirements.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { Asking } from '../observe/session.ts';
import { type Audited, type AuditQuestions, auditMirror } from './audit-mirror.ts';
import { gateBytesFor, POLITENESS } from './politeness.ts';
import { type Environment, type Prepared, prepare } from './prepare.ts';
import { reportPathOf } from './publish.ts';
import { tellAudit } from './tell-audit.ts';
import { fileFor, yardstickOf } from './yardstick.ts';

/** Mirrors asked at once: as many as the process may hold sockets. */
const AT_ONCE = 128;

/** The whole mode. */
export async function audit(plan: Plan, env: Environment, startedAt: number): Promise<Outcome> {
  const outcome = await judgeEverything(plan, env, startedAt);
  const notices = await tellAudit(outcome, env, reportPathOf(plan));
  return { ...outcome, notices: [...outcome.notices, ...notices] };
}

/** Asks and judges; nothing is written and nobody told. */
export async function judgeEverything(plan: Plan, env: Environment, startedAt: number): Promise<Outcome> {
  const prepared = prepare(plan, env);
  const ready = questionsOf(plan, prepared);
  const audited = await askAll(plan.candidates, prepared.asking, ready);
  const { yardstick } = await ready;
  const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
  const observations = audited.map(({ observation }) => observation);
  const alone = judgeAll(observations, yardstick, { wanted: [], hashes: job.hashes, pip });
  const judged = alone.map((verdict, index) => {
    const probes = probesOf(verdict, audited[index]?.nodes ?? [], yardstick);
    return { probes, verdict: withEveryNode(verdict, probes, yardstick) };
  });
  const verdicts = judged.map(({ verdict }) => verdict);
  return {
    plan,
    pip,
    trust,
    startedAt,
    durationMs: Date.now() - startedAt,
    verdicts,
    beside: [],
    ranking: [],
    decision: null,
    variables: {},
    cache: null,
    notices: noticesOf({ plan, pip, trust, job, verdicts, decision: null, env }),
    probes: judged.flatMap(({ probes }) => probes),
  };
}

async function questionsOf({ inputs, candidates }: Plan, prepared: Prepared): Promise<AuditQuestions> {
  const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
  const screen = sampleOf(job, 1)[0] ?? DEFAULT_PROBE;
  return {
    project: screen.project,
    choose: fileFor([screen], pip),
    // Whatever is wrong with the index's own certificate, the other hosts' ends are worth knowing.
    tolerateExpired: true,
    pageBytes: inputs.policy === 'internal' ? Number.POSITIVE_INFINITY : POLITENESS.bytesPerRequest,
    fileBytes: gateBytesFor(candidates.length),
    yardstick: yardstickOf(inputs, trust),
    timeoutMs: inputs.timeoutMs,
    handshakes: new Map(),
    lists: new Map(),
  };
}

/** All mirrors, a bounded number at once, in the order given. */
async function askAll(
  candidates: readonly Candidate[],
  asking: Asking,
  ready: Promise<AuditQuestions>,
): Promise<Audited[]> {
  const audited: Audited[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < candidates.length; at = next++) {
      const candidate = candidates[at];
      if (candidate !== undefined) audited[at] = await auditMirror(candidate, asking, ready);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return audited;
}
