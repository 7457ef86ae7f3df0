/** Whether the leader has what the job needs; only where it lacks something are the others asked too. */
import { judgeRequirements } from '../judge/requirements.ts';
import type { ProjectObservation } from '../model/observation.ts';
import type { Requirement } from '../model/requirement.ts';
import { isTooLarge, type MirrorSession } from '../observe/session.ts';
import { bytesLeft, type Field } from './field.ts';
import { POLITENESS } from './politeness.ts';
import type { Survey } from './survey.ts';

/** True when anything was asked: then the standing may have changed. */
export async function askForRequirements(field: Field, questions: Survey, leader: MirrorSession): Promise<boolean> {
  const { wanted } = field.need;
  const left = () => bytesLeft(field);
  if (!(await askPages(leader, wanted, left))) return false;
  const lacking = await notBeside(field, lackedBy(field, leader, wanted));
  let found = lacking.length > 0 ? [leader] : [];
  while (found.length > 0) {
    for (const { candidate } of found) field.lacking.add(candidate);
    await questions.settled();
    const others = [...field.surveyed].filter(({ candidate }) => !field.lacking.has(candidate));
    await askOthers(field, others, lacking);
    found = others.filter((session) => lackedBy(field, session, lacking).length > 0);
  }
  return true;
}

/** As many at a time as the bytes left allow for long pages; the rest not at all. */
async function askOthers(
  field: Field,
  others: readonly MirrorSession[],
  lacking: readonly Requirement[],
): Promise<void> {
  const waiting = [...others];
  while (waiting.length > 0) {
    const room = Math.floor(bytesLeft(field) / POLITENESS.bytesPerRequest);
    if (room < 1) return;
    await Promise.all(waiting.splice(0, room).map((session) => askPages(session, lacking)));
  }
}

/** Those that no index beside the choice has; what one has is remembered. */
async function notBeside(field: Field, lacking: readonly Requirement[]): Promise<Requirement[]> {
  if (lacking.length === 0) return [];
  await Promise.all(field.beside.map((session) => askPages(session, lacking)));
  for (const session of field.beside) {
    const lackedHere = new Set(lackedBy(field, session, lacking));
    const { projects } = session.observation();
    const listed = lacking.filter(({ project }) =>
      projects.some((seen) => seen.project === project && seen.page !== null),
    );
    for (const requirement of listed) if (!lackedHere.has(requirement)) field.hadBeside.add(requirement.raw);
  }
  return lacking.filter(({ raw }) => !field.hadBeside.has(raw));
}

function lackedBy(field: Field, session: MirrorSession, wanted: readonly Requirement[]): Requirement[] {
  const { missing } = judgeRequirements(wanted, session.observation().projects, field.need.pip);
  return wanted.filter(({ raw }) => missing.includes(raw));
}

/**
 * Asks for those index pages that were not asked for yet, or were longer than the survey's share, as long as there are
 * bytes left; false when there was none.
 */
export async function askPages(
  session: MirrorSession,
  wanted: readonly Requirement[],
  left: () => number = () => Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const { projects } = session.observation();
  const [first] = projects;
  // A mirror that did not answer the first question gets no more.
  if (first === undefined || (first.exchanges.at(-1)?.failure !== null && !isTooLarge(first))) return false;
  const open = new Set(wanted.map(({ project }) => project).filter((project) => !isSeen(projects, project)));
  let asked = false;
  for (const project of open) {
    if (left() <= 0) break;
    asked = true;
    await session.project(project);
  }
  return asked;
}

/** Asked for, and not only for less than the whole page. */
function isSeen(projects: readonly ProjectObservation[], project: string): boolean {
  const answers = projects.filter((seen) => seen.project === project);
  const [only] = answers;
  return only !== undefined && (answers.length > 1 || !isTooLarge(only));
}
