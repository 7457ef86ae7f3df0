/** Whether the leader has what the job needs; only where it lacks something are the others asked too. */
import { judgeRequirements } from '../judge/requirements.ts';
import type { Requirement } from '../model/requirement.ts';
import type { MirrorSession } from '../observe/session.ts';
import type { Field } from './field.ts';
import type { Survey } from './survey.ts';

/** True when anything was asked: then the standing may have changed. */
export async function askForRequirements(field: Field, questions: Survey, leader: MirrorSession): Promise<boolean> {
  const { wanted } = field.need;
  if (!(await askPages(leader, wanted))) return false;
  const lacking = await notBeside(field, lackedBy(field, leader, wanted));
  let found = lacking.length > 0 ? [leader] : [];
  while (found.length > 0) {
    for (const { candidate } of found) field.lacking.add(candidate);
    await questions.settled();
    const others = [...field.surveyed].filter(({ candidate }) => !field.lacking.has(candidate));
    await Promise.all(others.map((session) => askPages(session, lacking)));
    found = others.filter((session) => lackedBy(field, session, lacking).length > 0);
  }
  return true;
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

/** Asks for those index pages that were not asked for yet; false when there was none. */
export async function askPages(session: MirrorSession, wanted: readonly Requirement[]): Promise<boolean> {
  const { projects } = session.observation();
  // A mirror that did not answer the first question gets no more.
  if (projects[0]?.exchanges.at(-1)?.failure !== null) return false;
  const seen = new Set(projects.map(({ project }) => project));
  const unseen = new Set(wanted.map(({ project }) => project).filter((project) => !seen.has(project)));
  for (const project of unseen) await session.project(project);
  return unseen.size > 0;
}
