/** The field of one run: a session for each candidate, and the questions that all of them are asked. */
import { chooseFile } from '../judge/choose-file.ts';
import { DEFAULT_PROBE, RATE_PROBE, sampleOf } from '../judge/requirements.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Plan } from '../model/plan.ts';
import { type MirrorSession, openSession } from '../observe/session.ts';
import { isPrivate } from '../plan/public-hosts.ts';
import { type Field, nothingKnown, privately } from './field.ts';
import { askGate, type GateQuestions } from './gate.ts';
import type { KeptDownloads } from './kept-downloads.ts';
import { gateBytesFor, POLITENESS, pageBytesFor } from './politeness.ts';
import type { Prepared } from './prepare.ts';
import { fileFor, yardstickOf } from './yardstick.ts';

/** Enough for the gate and for each name of a usual job, redirects among them. */
const PRIVATE_REQUESTS = 100;

export interface OpenField {
  readonly field: Field;
  readonly gate: GateQuestions;
}

/** Connections open at once, also while pip is still being asked. Every session goes into `opened`, to be closed. */
export async function openField(
  plan: Plan,
  prepared: Prepared,
  { held, known }: Pick<KeptDownloads, 'held' | 'known'>,
  candidates: readonly Candidate[],
  opened: MirrorSession[],
): Promise<OpenField> {
  const { inputs } = plan;
  const { requestsPerMirror, requirementPages, sharedNames } = POLITENESS;
  const maxRequests = requestsPerMirror + requirementPages + sharedNames;
  // The promise is made to the operators of public mirrors; an internal index may have long pages.
  const isInternal = inputs.policy === 'internal';
  const pages = isInternal ? {} : { maxPageBytes: POLITENESS.bytesPerRequest };
  const open = (candidate: Candidate): MirrorSession =>
    openSession(candidate, { ...prepared.asking, ...pages, maxRequests });
  const sessions = candidates.map(open);
  const beside = indexesBeside(plan).map((index) => (isPrivate(index) ? openPrivate(index, prepared) : open(index)));
  opened.push(...sessions, ...beside);
  const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
  const wanted = sampleOf(job, POLITENESS.requirementPages);
  const screen = wanted[0] ?? DEFAULT_PROBE;
  return {
    field: {
      sessions,
      beside,
      yardstick: yardstickOf(inputs, trust),
      need: { wanted, hashes: job.hashes, pip },
      job,
      held,
      heldKnown: known,
      bytesInAll: isInternal ? Number.POSITIVE_INFINITY : POLITENESS.bytesInAll,
      rateProbe: isInternal
        ? null
        : { project: RATE_PROBE.project, choose: (page) => chooseFile(page, RATE_PROBE, pip)?.link ?? null },
      ...nothingKnown(),
    },
    gate: {
      project: screen.project,
      // Of an internal index more names may be asked than that of the screen.
      ...(isInternal ? { others: wanted.slice(1).map(({ project }) => project) } : {}),
      choose: fileFor(isInternal ? wanted : wanted.slice(0, 1), pip),
      pageBytes: isInternal ? Number.POSITIVE_INFINITY : pageBytesFor(sessions.length),
      fileBytes: gateBytesFor(sessions.length),
      tolerateExpired: inputs.policy === 'allow-expired',
    },
  };
}

/** Indexes beside the choice have no part in it: they are asked once, to the end, and judged for themselves. */
export async function askBeside({ field, gate }: OpenField): Promise<void> {
  await Promise.all(field.beside.map((session) => askGate(session, gate, privately(field.yardstick))));
}

/** An index of the job's own, whatever the mirrors are promised. */
export function openPrivate(index: Candidate, { asking }: Prepared): MirrorSession {
  return openSession(index, { ...asking, maxRequests: PRIVATE_REQUESTS });
}

/** What stays beside the choice, each once. */
function indexesBeside({ inputs, candidates }: Plan): Candidate[] {
  const named = typeof inputs.fallback === 'string' ? [] : [inputs.fallback];
  const known = new Set(candidates.map(({ indexUrl }) => indexUrl));
  return [...inputs.extraIndexes, ...named].filter(({ indexUrl }) => !known.has(indexUrl));
}
