/** One row for each mirror, in the order in which people want to read them; summary and log lay them out. */
import type { Outcome } from '../model/outcome.ts';
import type { CertificateStatus, CertificateVerdict, HostVerdict, Verdict } from '../model/verdict.ts';

/** How a mirror stands, best first. */
export type Standing = 'chosen' | 'usable' | 'unasked' | 'refused';

export interface Row {
  readonly verdict: Verdict;
  readonly standing: Standing;
  readonly rank: number | null;
  /** Worst status of all hosts on pip's way; null where no certificate was seen. */
  readonly status: CertificateStatus | null;
  /** Soonest end of all hosts; null where no certificate was seen. */
  readonly daysLeft: number | null;
  /** Hosts whose certificate is worse than the index's. */
  readonly worseHosts: readonly HostVerdict[];
}

/** Bigger is worse. */
const severity: Readonly<Record<CertificateStatus, number>> = {
  valid: 0,
  expiring: 1,
  none: 2,
  'handshake-failed': 3,
  weak: 4,
  invalid: 4,
  'incomplete-chain': 4,
  'untrusted-issuer': 4,
  'self-signed': 4,
  'hostname-mismatch': 4,
  'not-yet-valid': 4,
  expired: 5,
  revoked: 6,
};

/** Every mirror of the run: by rank where one was to be chosen, by urgency in an audit. */
export function rowsOf(outcome: Outcome): readonly Row[] {
  const ranks = new Map(outcome.ranking.map((ranked) => [ranked.verdict.candidate.name, ranked.rank]));
  const chosen = outcome.decision?.why.code === 'kept' ? null : (outcome.decision?.mirror.name ?? null);
  const rows = [...outcome.verdicts, ...outcome.beside].map((verdict) =>
    rowOf(verdict, chosen, ranks.get(verdict.candidate.name) ?? null),
  );
  return rows.sort(outcome.plan.inputs.mode === 'audit' ? byUrgency : byRank);
}

function rowOf(verdict: Verdict, chosen: string | null, rank: number | null): Row {
  const all = certificatesOf(verdict);
  const worst = all.reduce<CertificateVerdict | null>((a, b) => (a === null || isWorse(b, a) ? b : a), null);
  return {
    verdict,
    standing: standingOf(verdict, chosen),
    rank,
    status: worst?.status ?? null,
    daysLeft: soonestEnd(verdict),
    worseHosts: worseHostsOf(verdict),
  };
}

function standingOf(verdict: Verdict, chosen: string | null): Standing {
  if (verdict.candidate.name === chosen) return 'chosen';
  if (verdict.usable) return 'usable';
  return verdict.unasked && verdict.reasons.length === 0 ? 'unasked' : 'refused';
}

/** Every certificate verdict of a mirror's hosts, the index's first. */
export function certificatesOf(verdict: Verdict): readonly CertificateVerdict[] {
  return [verdict.certificate, ...verdict.hosts.map((host) => host.certificate)].filter((one) => one !== null);
}

/** Whether there is a certificate with dates behind the verdict: none on plain http or after a failed handshake. */
function isDated(certificate: CertificateVerdict): boolean {
  return certificate.fingerprint256 !== '' && certificate.notAfter > certificate.notBefore;
}

/** Days until the soonest end of any certificate on the mirror's way; null where none was seen. */
export function soonestEnd(verdict: Verdict): number | null {
  const days = certificatesOf(verdict)
    .filter(isDated)
    .map((certificate) => certificate.daysLeft);
  return days.length === 0 ? null : Math.min(...days);
}

/** Usable although pip does not check it: tolerated after its end, or plain http that the user trusts. */
export function isUnchecked(row: Row): boolean {
  const standing = row.standing === 'chosen' || row.standing === 'usable';
  return standing && row.status !== null && row.status !== 'valid' && row.status !== 'expiring';
}

/** Whether pip or the calendar objects to any certificate of the row. */
function hasCertificateTrouble(row: Row): boolean {
  return row.status !== null && row.status !== 'valid';
}

/** Needs somebody's attention: refused, or a certificate that ends soon or is refused. */
export function isTroubled(row: Row): boolean {
  return row.standing === 'refused' || hasCertificateTrouble(row);
}

function isWorse(a: CertificateVerdict, b: CertificateVerdict): boolean {
  const step = severity[a.status] - severity[b.status];
  return step > 0 || (step === 0 && a.status === 'expiring' && a.daysLeft < b.daysLeft);
}

function worseHostsOf(verdict: Verdict): readonly HostVerdict[] {
  const index = verdict.certificate;
  return verdict.hosts.filter(({ certificate }) => {
    if (certificate === null || certificate === index) return false;
    return index === null ? severity[certificate.status] > 0 : isWorse(certificate, index);
  });
}

const standings: readonly Standing[] = ['chosen', 'usable', 'refused', 'unasked'];

function byRank(a: Row, b: Row): number {
  return (
    standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
    (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
    urgency(b) - urgency(a) ||
    a.verdict.candidate.order - b.verdict.candidate.order
  );
}

function byUrgency(a: Row, b: Row): number {
  return (
    urgency(b) - urgency(a) ||
    (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER) ||
    a.verdict.candidate.order - b.verdict.candidate.order
  );
}

/** A refused certificate comes first, then whatever else stops pip, then a near end. */
function urgency(row: Row): number {
  const certificate = row.status === null ? 0 : severity[row.status];
  if (certificate > 1) return certificate;
  return row.standing === 'refused' ? 1.5 : certificate;
}

/** Days left, soonest first: the certificates for the picture, one for each mirror. */
export function bySoonestEnd(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter((row) => row.verdict.certificate !== null && isDated(row.verdict.certificate))
    .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
}

/** Milliseconds that a request waits for its answer's first byte on an open connection; null where unmeasured. */
export function latencyOf(verdict: Verdict): number | null {
  return verdict.timing?.firstByteMs ?? verdict.timing?.connectMs ?? null;
}

/** A short name of the issuer: organisation and common name of a distinguished name in any usual notation. */
export function issuerShort(distinguishedName: string): string {
  const part = (key: string): string => {
    const found = new RegExp(`(?:^|[\\n,/+;])\\s*${key}\\s*=\\s*((?:\\\\.|[^\\n,/+;\\\\])*)`, 'i').exec(
      distinguishedName,
    );
    return (found?.[1] ?? '').replace(/\\(.)/g, '$1').replace(/^"|"$/g, '').trim();
  };
  const [organisation, common] = [part('O'), part('CN')];
  if (common === '') return organisation === '' ? distinguishedName : organisation;
  const firstWord = organisation.split(/[\s,]/)[0] ?? '';
  return firstWord === '' || common.toLowerCase().includes(firstWord.toLowerCase())
    ? common
    : `${organisation} ${common}`;
}
