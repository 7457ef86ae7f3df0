/**
 * Names that a private and a public index both have. pip merges all indexes and takes the best version, whoever
 * published it: one that a stranger uploads to the public index under a company's name wins by its number.
 */

import type { Notice } from '../model/notice.ts';
import type { IndexPage } from '../model/observation.ts';
import type { Requirement } from '../model/requirement.ts';
import { type ChoosingPip, chooseFile } from './choose-file.ts';

export interface IndexedPage {
  /** Name of the index. */
  readonly index: string;
  readonly isPrivate: boolean;
  readonly page: IndexPage;
}

/** `pages` of the requirement's project, in the order in which pip will read the indexes. */
export function judgeConfusion(
  wanted: Requirement,
  pages: readonly IndexedPage[],
  pip: ChoosingPip | null,
): Notice | null {
  const having = pages.filter(({ page }) => page.files.length > 0);
  const owner = having.find(({ isPrivate }) => isPrivate);
  if (owner === undefined || having.every(({ isPrivate }) => isPrivate)) return null;
  const winner = winnerOf(wanted, having, pip) ?? owner;
  return {
    code: 'dependency-confusion',
    level: winner.isPrivate ? 'warning' : 'error',
    facts: { project: wanted.project, privateIndex: owner.index, winner: winner.index },
  };
}

/** pip takes the best file of all; of equal ones that of the last index. */
function winnerOf(wanted: Requirement, pages: readonly IndexedPage[], pip: ChoosingPip | null): IndexedPage | null {
  const files = pages.flatMap(({ page }) => page.files);
  const chosen = chooseFile({ format: 'html', files, serial: null }, wanted, pip);
  if (chosen === null) return null;
  return pages.findLast(({ page }) => page.files.includes(chosen.link)) ?? null;
}
