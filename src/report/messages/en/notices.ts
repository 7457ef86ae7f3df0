/** English: notices and the reasons of the decision. */
import type { InputProblem } from '../../../model/notice.ts';
import { joined, name, type Prose, quote, say, word } from '../../prose.ts';
import type { NoticeTexts, WhyTexts } from '../catalogue.ts';
import { auditNotices } from './audit-notices.ts';
import { cacheNotices } from './cache-notices.ts';
import { diagnosisNotices } from './diagnosis-notices.ts';
import { count, phrases } from './phrases.ts';
import { sceneNotices } from './scene-notices.ts';

const { duration, days } = phrases;
const date = (ms: number): Prose => word(new Date(ms).toISOString().slice(0, 10));

const inputFault: Readonly<Record<InputProblem['kind'], string>> = {
  'unknown-word': 'is not a known word',
  'not-a-url': 'is not a URL',
  'wrong-scheme': 'is neither https nor http',
  'white-space': 'has white space inside',
  'not-a-number': 'is not a number',
  'out-of-range': 'is out of range',
  duplicate: 'is given twice',
  'not-found': 'does not exist',
  malformed: 'cannot be read',
  missing: 'is needed here, but empty',
  conflict: 'does not go with the other inputs',
  retired: 'is out of service',
  public: 'is a public host, which this policy forbids',
};

function inputProblem(problem: InputProblem): Prose {
  const nearest = problem.nearest === null ? say`` : say` Did you mean ${problem.nearest}?`;
  return say`${problem.input}: ${problem.value} ${word(inputFault[problem.kind])}; allowed: ${quote(problem.allowed)}.${nearest}`;
}

export const notices: NoticeTexts = {
  ...sceneNotices,
  ...cacheNotices,
  ...auditNotices,
  ...diagnosisNotices,
  'input-problems': ({ problems }) => ({
    title: word(count(problems.length, 'wrong input')),
    text: joined(problems.map(inputProblem), ' '),
    remedy: word('Correct them in the workflow; nothing was asked and nothing exported.'),
  }),
  'none-usable': ({ asked }) => ({
    title: word('No mirror can be used'),
    text: word(`pip would not install this job’s requirements from any of the ${count(asked, 'mirror')}.`),
    remedy: word('The table says why for each. `on-none: keep` lets the job go on with pip’s own settings.'),
  }),
  'kept-settings': ({ indexUrl }) => ({
    title: word('pip keeps its own settings'),
    text:
      indexUrl === null
        ? word('No mirror can be used; pip will ask its default index.')
        : say`No mirror can be used; pip will ask ${indexUrl} as before.`,
    remedy: null,
  }),
  'expired-tolerated': ({ mirror, trustedHost, endedAt, until, witness }) => ({
    title: say`${name(mirror)} is trusted without a check`,
    text: say`Its certificate ended on ${date(endedAt)}. Because the policy is ${'allow-expired'}, ${trustedHost} is now a trusted host: pip checks nothing at all there, and anybody on the way can hand out packages of their own. Its hashes agreed with ${witness} when this step ran.`,
    remedy: say`Renew the certificate; this is tolerated until ${date(until)}. Until then set ${'require-hashes: true'} with a lock file that has hashes.`,
  }),
  'expired-no-witness': ({ mirror }) => ({
    title: say`${name(mirror)} stays refused: nobody vouches for it`,
    text: say`Its certificate has expired, and no verified mirror or lock file has the same hashes for what this job installs. Without a witness an expired certificate is not tolerated.`,
    remedy: say`Name a second mirror of another operator, or keep a lock file with hashes in the repository.`,
  }),
  'pip-refused': ({ mirror, detail }) => ({
    title: say`pip could not download from ${name(mirror)}`,
    text: say`The next mirror was tried. pip said: ${quote(detail)}`,
    remedy: null,
  }),
  'hash-mismatch': ({ mirror, file, reference }) => ({
    title: say`${name(mirror)} has other files than the original`,
    text: say`The sha256 of ${file} differs from that of ${reference}. The mirror is out.`,
    remedy: word('Tell its operator: the files may be damaged or forged.'),
  }),
  'dependency-confusion': ({ project, privateIndex, winner }) => ({
    title: say`${project} exists on a private and on a public index`,
    text: say`pip merges both and would take it from ${winner}. Anybody can publish a higher version under a public name.`,
    remedy: say`Reserve the name on PyPI, or let ${privateIndex} serve the public packages too and use it alone.`,
  }),
  'certificate-refused': ({ mirror, host, fault }) => ({
    title: say`pip refuses the certificate of ${name(mirror)}`,
    text: say`${host}: ${faultWords(fault)}.`,
    remedy: word('The table says what to do and who has to act.'),
  }),
  'certificate-expiring': ({ mirror, host, daysLeft }) => ({
    title: say`The certificate of ${name(mirror)} ends soon`,
    text:
      daysLeft >= 0 ? say`${host}: ${word(days.left(daysLeft))} left.` : say`${host}: ${word(days.left(daysLeft))}.`,
    remedy: word('Its operator has to renew it.'),
  }),
  'http-mirror': ({ mirror, host }) => ({
    title: say`${name(mirror)} is used over plain http`,
    text: say`You listed ${host} in ${'trusted-hosts'}. Anybody on the way can read and change what pip downloads.`,
    remedy: say`Use https, or set ${'require-hashes: true'}.`,
  }),
  disagreement: ({ mirror, host }) => ({
    title: say`Two opinions on the certificate of ${name(mirror)}`,
    text: say`OpenSSL and our own check of ${host} differ. The stricter one counted.`,
    remedy: word('Please report it with the JSON report of this step.'),
  }),
  'trust-problem': ({ problem }) => ({
    title: word('pip cannot read its trusted certificates'),
    text: say`${quote(problem)}. pip itself would stop here.`,
    remedy: say`Correct ${'PIP_CERT'}, ${'REQUESTS_CA_BUNDLE'} or ${'SSL_CERT_FILE'}, or the setting ${'cert'} in pip.conf.`,
  }),
  'bypass-requirements-index': ({ file, line, option }) => ({
    title: say`${file} names an index of its own`,
    text: say`Line ${line}: ${option} counts more than the variables of this step.`,
    remedy: word('Remove the line to let the choice take effect.'),
  }),
  'bypass-pip-conf': ({ file, setting }) => ({
    title: say`${file} has a say too`,
    text: say`It sets ${setting}; pip adds that to the choice of this step.`,
    remedy: word('Remove the setting if it is not meant.'),
  }),
  'bypass-uv-index': ({ file, index }) => ({
    title: say`${file} names an index for uv`,
    text: say`uv asks ${index} first, whatever this step exports.`,
    remedy: word('Remove it to let the choice take effect.'),
  }),
  'bypass-lock-urls': ({ file, hosts }) => ({
    title: say`${file} has the addresses of its files inside`,
    text: say`They come from ${hosts.join(', ')}, whichever mirror is chosen.`,
    remedy: word('Lock again through the mirror, or accept it.'),
  }),
  'inherited-kept': ({ variable, value }) => ({
    title: say`The job had set ${variable} already`,
    text: say`${value} is kept beside the choice of this step.`,
    remedy: null,
  }),
  'retired-host': ({ host, replacement }) => ({
    title: say`${host} is out of service`,
    text: replacement === null ? word('Nothing has taken its place.') : say`${replacement} has taken its place.`,
    remedy: replacement === null ? word('Remove it from `mirrors`.') : word('Change the address in `mirrors`.'),
  }),
  redirector: ({ mirror, target }) => ({
    title: say`${name(mirror)} only sends on to other mirrors`,
    text:
      target === null
        ? word('Where it leads may change from one request to the next.')
        : say`This time to ${target}; it may change from one request to the next.`,
    remedy: word('Name the mirror itself: steadier, and caches keep their worth.'),
  }),
  stale: ({ mirror, behind }) => ({
    title: say`${name(mirror)} lags behind PyPI`,
    text: word(`It is ${count(behind, 'change')} behind.`),
    remedy: null,
  }),
  'pip-missing': ({ python }) => ({
    title: word('No pip was found'),
    text:
      python === null
        ? word('The mirrors were judged as a new pip would judge them, and nothing was confirmed.')
        : say`${python} has none. The mirrors were judged as a new pip would judge them, and nothing was confirmed.`,
    remedy: say`Run this step after ${'actions/setup-python'} for a verdict that is exactly your pip’s.`,
  }),
  'summary-unavailable': () => ({
    title: word('No job summary here'),
    text: word('This runner shows none; the log has everything.'),
    remedy: null,
  }),
  'output-truncated': ({ output, bytes }) => ({
    title: say`${output} was shortened`,
    text: word(`It would have had ${bytes} bytes, more than is allowed.`),
    remedy: word('The JSON report is complete.'),
  }),
  'reused-decision': ({ mirror, ageMinutes }) => ({
    title: word('An earlier decision was reused'),
    text: say`Another job chose ${name(mirror)} ${word(ageMinutes < 1 ? 'less than a minute' : count(Math.floor(ageMinutes), 'minute'))} ago; a quick check found it in order.`,
    remedy: say`${'reuse-minutes: 0'} decides anew each time.`,
  }),
};

function faultWords(fault: string): Prose {
  const words = Object.entries(phrases.status).find(([status]) => status === fault)?.[1];
  return words === undefined ? quote(fault) : word(words);
}

const tieBreak = {
  cache: 'the cache of an earlier run came from it',
  operator: 'it is run by others than the mirrors that fail together',
  'days-left': 'its certificate lasts longest',
  freshness: 'it is nearest to PyPI',
  order: 'it stands first in your list',
} as const;

export const why: WhyTexts = {
  fastest: ({ expectedMs, nextName, nextMs }) =>
    nextName === null || nextMs === null
      ? say`It is the fastest: ${word(duration(expectedMs))} expected for this job’s install.`
      : say`It is the fastest: ${word(duration(expectedMs))} expected for this job’s install, ${word(duration(nextMs))} for ${name(nextName)}, the next.`,
  tie: ({ bandPercent, by, others }) =>
    say`It is as fast as ${joined(others.slice(0, 5).map(name), ', ')} (within ${bandPercent} %); chosen because ${word(tieBreak[by])}.`,
  'only-usable': () => word('It is the only one that pip would install from.'),
  'first-usable': () => word('It is the first in the list that pip would install from.'),
  'expired-tolerated': ({ until, witness }) =>
    say`No verified mirror can be used. Its certificate has expired, which is tolerated until ${date(until)}; its hashes agree with ${witness}.`,
  kept: () => word('No mirror can be used, so pip keeps its own settings.'),
  offline: () => word('The policy is offline: packages come from the wheelhouse.'),
};
