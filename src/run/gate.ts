/** The three objects that pip needs of a mirror: index page, one file by range, its metadata. */
import { judgeMirror, type Yardstick } from '../judge/mirror.ts';
import type { FileLink, IndexPage, ProjectObservation } from '../model/observation.ts';
import type { MirrorSession } from '../observe/session.ts';

export interface GateQuestions {
  /** Index page to ask for: a PEP 503 normalised name. */
  readonly project: string;
  /** Bytes of that page, at most; a longer one tells nothing. */
  readonly pageBytes: number;
  /** Further names, for an index that may lack any: asked in turn until one has a page. */
  readonly others?: readonly string[];
  /** The file of that page that pip would take; null when there is none. */
  readonly choose: (page: IndexPage) => FileLink | null;
  /** Bytes of it that are asked for. */
  readonly fileBytes: number;
  /** An expired certificate alone does not end the questions. */
  readonly tolerateExpired: boolean;
}

/** Asks as far as each object is worth asking for. */
export async function askGate(session: MirrorSession, questions: GateQuestions, yardstick: Yardstick): Promise<void> {
  const { probe } = yardstick;
  let answer = await session.project(questions.project, questions.project === probe ? undefined : questions.pageBytes);
  // The job's first requirement may be a private one, or have a page too long: the probe is on any index of PyPI's.
  for (const name of [...(probe === null ? [] : [probe]), ...(questions.others ?? [])]) {
    if (!tellsNothing(answer)) break;
    answer = await session.project(name);
  }
  const refusedBy = answer.exchanges.at(-1)?.status ?? 0;
  if (refusedBy === 403 || refusedBy === 405) await session.neutral(questions.project);
  const { reasons } = judgeMirror(session.observation(), yardstick);
  const inTheWay = questions.tolerateExpired ? reasons.filter((reason) => reason !== 'certificate-expired') : reasons;
  const link = answer.page === null || inTheWay.length > 0 ? null : questions.choose(answer.page);
  if (link === null) return;
  await session.file(link, questions.fileBytes);
  if (link.metadata === null) return;
  await session.metadata(link);
}

/** Not here, or not to be read: another page may say more. */
function tellsNothing({ exchanges }: ProjectObservation): boolean {
  const last = exchanges.at(-1);
  return last?.status === 404 || last?.failure?.code === 'too-large' || last?.failure?.code === 'not-allowed';
}
