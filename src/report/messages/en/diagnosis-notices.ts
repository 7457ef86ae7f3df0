/** English: why the job's install failed. */
import type { DiagnosisNoticeFacts } from '../../../model/diagnosis-notices.ts';
import { name, say, word } from '../../prose.ts';
import type { NoticeTexts } from '../catalogue.ts';
import { count } from './phrases.ts';

export const diagnosisNotices: Pick<NoticeTexts, keyof DiagnosisNoticeFacts> = {
  'diagnosed-fault': ({ mirror, reason, better }, tell) => ({
    title: say`pip cannot install from ${name(mirror)}: ${tell(reason).words}`,
    text: say`This is what hides behind “No matching distribution found”.${
      better === null ? word('') : say` pip would install from ${name(better)} right now.`
    }`,
    remedy: tell(reason).remedy,
  }),
  'diagnosed-missing': ({ mirror, requirements, elsewhere }) => ({
    title: say`${name(mirror)} works, but does not have ${requirements}`,
    text:
      elsewhere === null
        ? say`No mirror that was asked has it for this Python and platform: look for a slip in name or version, a private package, or a version without a wheel for this interpreter.`
        : say`${name(elsewhere)} has it.`,
    remedy:
      elsewhere === null
        ? word('Correct the requirement, or name the private index in `extra-index-urls`.')
        : word('Let the action choose again: it takes no mirror that lacks what the job needs.'),
  }),
  'diagnosed-healthy': ({ mirror, checked }) => ({
    title: say`${name(mirror)} works now`,
    text: say`Index, file and metadata were served to pip’s own requests, and ${count(checked, 'requirement')} were found. If the install failed because of the network, it has passed; otherwise the cause is not the mirror.`,
    remedy: word('Run the job again, or read pip’s own error above.'),
  }),
  'diagnosed-no-index': ({ variable }) => ({
    title: word('The index in use cannot be read'),
    text: say`${variable} holds no URL that pip could use.`,
    remedy: say`Set ${variable} to one https URL that ends in /simple/.`,
  }),
};
