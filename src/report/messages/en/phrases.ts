/** English: words around the facts. */
import { name, quote, say, word } from '../../prose.ts';
import type { Phrases } from '../catalogue.ts';

/** '1 mirror', '3 mirrors'. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Whole days, or hours below two days; rounded down, so that nobody has less time than it says. */
function span(days: number): string {
  if (days >= 2) return count(Math.floor(days), 'day');
  if (days >= 1 / 24) return count(Math.floor(days * 24), 'hour');
  return 'less than an hour';
}

const faults = {
  expired: 'expired',
  'not-yet-valid': 'not yet valid',
  'hostname-mismatch': 'wrong host name',
  'self-signed': 'self-signed',
  'untrusted-issuer': 'unknown issuer',
  'incomplete-chain': 'incomplete chain',
  revoked: 'revoked',
  weak: 'too weak',
  invalid: 'not valid',
  'handshake-failed': 'handshake failed',
  none: 'none (http)',
} as const;

export const phrases: Phrases = {
  list: { comma: ', ', colon: ': ', more: (rest) => `and ${rest} more` },
  status: { ...faults, valid: 'valid', expiring: 'ends soon' },
  level: { error: 'Error', warning: 'Warning', notice: 'Note', info: 'Info' },
  actor: { workflow: 'You', operator: 'The mirror’s operator', network: 'Your network team', wait: 'Nobody: wait' },
  trust: { truststore: 'the system’s certificates', certifi: 'pip’s own certificates', file: 'the CA file' },
  days: {
    left: (days) => (days >= 0 ? span(days) : `ended ${span(-days)} ago`),
    unknown: 'unknown',
  },
  duration: (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`),
  rate: (bytes) => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB/s` : `${Math.round(bytes / 1e3)} kB/s`),
  head: {
    chosen: (mirror) => say`pip installs from ${name(mirror)}`,
    tolerated: (mirror) => say`pip installs from ${name(mirror)} without checking its expired certificate`,
    noneUsable: (asked) => word(`None of ${count(asked, 'mirror')} can be used`),
    wheelhouseRefused: word('pip could not install from the wheelhouse'),
    kept: word('No mirror can be used: pip keeps its own settings'),
    offline: word('pip installs from the wheelhouse, without a network'),
    auditClean: (mirrors) =>
      word(mirrors === 1 ? 'The certificate is in order' : `All ${mirrors} mirrors are in order`),
    auditTrouble: (troubled, mirrors) =>
      word(`${troubled} of ${count(mirrors, 'mirror')} ${troubled === 1 ? 'needs' : 'need'} attention`),
    wrongInputs: (problems) =>
      word(`${count(problems, 'input is', 'inputs are')} wrong: nothing was asked or exported`),
  },
  facts: {
    pip: (version, python) => say`pip ${quote(version)}, Python ${quote(python)}`,
    noPip: 'no pip found: judged as a new pip would',
    took: (ms) => `took ${phrases.duration(ms)}`,
    trust: (source, path) => say`trusts ${word(phrases.trust[source])} (${path})`,
    usable: (usable, all) => `${usable} of ${count(all, 'mirror')} usable`,
    confirmed: 'confirmed by pip',
    unconfirmed: 'not confirmed by pip',
    reused: 'decision reused from an earlier job',
    next: (mirror, days) => say`the next certificate to end is that of ${name(mirror)}: ${word(days)}`,
  },
  heading: {
    mirrors: 'Mirrors',
    lifetimes: 'Lifetimes of the certificates',
    exported: 'Exported to later steps',
    bypass: 'What may bypass this choice',
    notices: 'Good to know',
    decision: 'Decision',
  },
  column: {
    mirror: 'Mirror',
    verdict: 'For this job',
    certificate: 'Certificate',
    daysLeft: 'Time left',
    latency: 'Latency',
    throughput: 'Speed',
    variable: 'Variable',
    value: 'Value',
  },
  verdict: {
    chosen: 'chosen',
    usable: 'usable',
    rank: (rank) => ` (no. ${rank})`,
    unchecked: ', but not checked by pip',
    unasked: 'not asked to the end: it could not have changed the decision',
    fileHost: 'the host of its files: ',
    httpStatus: (status) => ` (${status})`,
    missing: (requirements, checked) => say`lacks ${requirements.join(', ')} (${checked} checked)`,
    behind: (serials) => `${count(serials, 'change')} behind PyPI`,
    alsoFaulty: (host, status, days) => say`${host}${word(`: ${status}${days === null ? '' : `, ${days}`}`)}`,
  },
  picture: {
    caption: (shown, all) =>
      shown < all
        ? `The ${shown} that end first, of ${all}. The upright line is the day on which you look at this.`
        : 'Soonest end first. The upright line is the day on which you look at this.',
    clipped: ' A bar that reaches the edge goes on beyond it.',
  },
  folded: {
    healthy: (rest) => `${count(rest, 'more mirror')} in good order`,
    others: (rest) => count(rest, 'more mirror'),
  },
  exported: { nothing: 'Nothing was exported.' },
  bypass: { none: 'Nothing was found that bypasses this choice.' },
  cut: {
    rows: (rest) => `${count(rest, 'row')} left out to stay within GitHub’s size limit; the JSON report has them all.`,
    annotations: (rest) => `${rest} more like these: see the job summary.`,
  },
};
