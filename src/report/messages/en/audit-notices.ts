/** English: notices of audits. */
import { quote, say, word } from '../../prose.ts';
import type { AuditNoticeTexts } from '../catalogue.ts';
import { count } from './phrases.ts';

export const auditNotices: AuditNoticeTexts = {
  'alert-failed': ({ channel, code, announcements }) => ({
    title: say`The alert to ${channel} did not arrive`,
    text: say`${word(count(announcements, 'line'))} could not be told: ${code}. The next audit tells it.`,
    remedy: word('Check the URL, the secret and the robot’s own rules (keyword, addresses).'),
  }),
  'alert-sent': ({ channel, announcements }) => ({
    title: say`${channel} was told`,
    text: word(`${count(announcements, 'line')} in one message.`),
    remedy: null,
  }),
  'issue-failed': ({ code }) => ({
    title: word('The issues could not be kept'),
    text: say`The forge answered ${code}.`,
    remedy: say`Give the job ${'permissions: issues: write'}, and check that the repository has issues turned on.`,
  }),
  'issues-limited': ({ opened, left }) => ({
    title: word('Not every failing mirror has its issue yet'),
    text: word(`${count(opened, 'issue')} opened, ${left} left for the next audits.`),
    remedy: null,
  }),
  'status-page-failed': ({ detail }) => ({
    title: word('The status page could not be written'),
    text: quote(detail),
    remedy: null,
  }),
  'audit-state-lost': ({ detail }) => ({
    title: word('What was announced could not be kept'),
    text:
      detail === ''
        ? word('The next audit may tell it once more.')
        : say`${quote(detail)}. The next audit may tell it once more.`,
    remedy: null,
  }),
};
