/** The three objects that pip needs of a mirror: index page, one file by range, its metadata. */
import { judgeMirror, type Yardstick } from '../judge/mirror.ts';
import type { FileLink, IndexPage } from '../model/observation.ts';
import type { MirrorSession } from '../observe/session.ts';

export interface GateQuestions {
  /** Index page to ask for: a PEP 503 normalised name. */
  readonly project: string;
  /** Bytes of that page, at most; a longer one tells nothing. */
  readonly pageBytes: number;
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
  const last = answer.exchanges.at(-1);
  // The job's first requirement may be a private one, or have a page too long: the probe is on any index of PyPI's.
  const tellsNothing = last?.status === 404 || last?.failure?.code === 'too-large';
  if (tellsNothing && probe !== null && probe !== questions.project) {
    answer = await session.project(probe);
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
