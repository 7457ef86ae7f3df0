/** English: notices of the kept downloads. */
import type { CacheReason, UnsavedReason } from '../../../model/cache-notices.ts';
import { joined, name, quote, say, word } from '../../prose.ts';
import type { CacheNoticeTexts } from '../catalogue.ts';
import { count } from './phrases.ts';

const reasons: Readonly<Record<CacheReason, string>> = {
  asked: 'The input `cache` says so.',
  'pip-without-cache': 'There is no pip, or its own cache is turned off (`PIP_NO_CACHE_DIR`).',
  'pip-unchecked':
    'This pip forgets the digests of JSON index pages (22.3 does), so it is given nothing that was kept.',
  'privileged-event': 'The event gives this job secrets or write access while strangers may have a say in its code.',
  release: 'A release is built from fresh downloads.',
  tag: 'A tag is built from fresh downloads.',
  'dir-persists': 'This runner keeps pip’s cache between jobs by itself.',
  platform: 'The platform does not allow this job more (`ACTIONS_CACHE_MODE`).',
  'no-service': 'This runner offers no cache service.',
  late: 'The cache service did not answer in time.',
  failed: 'Something that the cache needs is missing on this runner.',
};

const unsaved: Readonly<Record<UnsavedReason, string>> = {
  'nothing-to-keep': 'pip downloaded nothing that could be kept.',
  unchanged: 'What is kept already is as good.',
  refused: 'Another job was first, or this job’s token may only read.',
  late: reasons.late,
  failed: reasons.failed,
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export const cacheNotices: CacheNoticeTexts = {
  'cache-skipped': ({ reason, detail }) => ({
    title: word('Downloads are not kept'),
    text: detail === '' ? word(reasons[reason]) : say`${word(reasons[reason])} ${quote(detail)}`,
    remedy:
      reason === 'privileged-event' || reason === 'release' || reason === 'tag' || reason === 'dir-persists'
        ? word('`cache: read-write` keeps them all the same.')
        : null,
  }),
  'cache-laid-back': ({ mirror, files, bytes }) => ({
    title: word(`${count(files, 'file')} of earlier runs need no download`),
    text: say`${word(megabytes(bytes))}, each with the sha256 that ${name(mirror)} lists now.`,
    remedy: null,
  }),
  'cache-refused': ({ files }) => ({
    title: word(`${count(files, 'kept file')} had wrong bytes`),
    text: word('Their sha256 is not the one they were kept under. They were removed, and pip downloads them anew.'),
    remedy: word('Find out who can write the cache: damage is one cause, a forged entry another.'),
  }),
  'cache-key': ({ key, ingredients, matched }) => ({
    title: word('The downloads’ key'),
    text: say`${key} (${joined(
      ingredients.map(({ name: part, value }) => say`${word(part)}: ${value}`),
      ', ',
    )}).`,
    remedy: matched === '' ? word('Nothing was kept under it or near it.') : say`Found: ${matched}.`,
  }),
  'cache-saved': ({ key, files, bytes }) => ({
    title: word('Downloads are kept'),
    text: say`${word(count(files, 'file'))}, ${word(megabytes(bytes))}, under ${key}.`,
    remedy: null,
  }),
  'cache-unsaved': ({ reason, detail }) => ({
    title: word('Nothing was saved'),
    text: detail === '' ? word(unsaved[reason]) : say`${word(unsaved[reason])} ${quote(detail)}`,
    remedy: null,
  }),
  'cache-headers': ({ mirror }) => ({
    title: say`pip itself keeps nothing of ${name(mirror)}`,
    text: say`Its files come without headers that let pip cache them (${'ETag'}, ${'Cache-Control'}), so that pip would download them in every run. They are kept all the same: after the job its pip fetches once more what it installed.`,
    remedy: say`Mirror operators: send ${'Cache-Control: max-age=365000000, immutable'} with files.`,
  }),
};
