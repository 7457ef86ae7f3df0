/** The JSON report: public, versioned, the whole run without credentials. Strings are data: escape them where shown. */
import type { Candidate } from '../model/candidate.ts';
import { hideCredentials } from '../model/credentials.ts';
import type { Decision } from '../model/decision.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Report, ReportCertificate, ReportMirror } from '../model/report.ts';
import type { CertificateVerdict, Verdict } from '../model/verdict.ts';
import { whyOf } from './messages.ts';
import { plain } from './prose.ts';

/** The run as the public report type; dates are ISO 8601 in UTC, `decision.why` is an English sentence. */
export function reportOf(outcome: Outcome): Report {
  const { plan, pip, trust, startedAt, durationMs, decision } = outcome;
  const ranks = new Map(outcome.ranking.map((ranked) => [ranked.verdict.candidate.name, ranked.rank]));
  return {
    schema: 1,
    mode: plan.inputs.mode,
    policy: plan.inputs.policy,
    startedAt: iso(startedAt),
    durationMs,
    pip: pip === null ? null : { version: pip.version, python: pip.python, trust: trust.source, trustPath: trust.path },
    mirrors: [...outcome.verdicts, ...outcome.beside].map((verdict) =>
      mirrorOf(verdict, ranks.get(verdict.candidate.name) ?? null),
    ),
    decision: decision === null ? null : decisionOf(decision),
  };
}

function mirrorOf(verdict: Verdict, rank: number | null): ReportMirror {
  const { candidate, timing, throughput, freshness, requirements } = verdict;
  return {
    name: candidate.name,
    indexUrl: hideCredentials(candidate.indexUrl),
    operator: candidate.operator,
    usable: verdict.usable,
    reasons: verdict.reasons,
    detail: verdict.detail === null ? null : hideCredentials(verdict.detail),
    certificate: certificateOf(verdict.certificate),
    hosts: verdict.hosts.map(({ host, role, address, certificate }) => ({
      host,
      role,
      ...(address === undefined ? {} : { address }),
      certificate: certificateOf(certificate),
    })),
    timing: timing === null ? null : { ...timing },
    throughput: throughput === null ? null : { ...throughput },
    freshness: freshness === null ? null : { ...freshness },
    requirements: requirements === null ? null : { ...requirements },
    rank: verdict.usable ? rank : null,
    unasked: verdict.unasked,
  };
}

function certificateOf(certificate: CertificateVerdict | null): ReportCertificate | null {
  if (certificate === null) return null;
  const { status, faults, subject, issuer, names, daysLeft, fingerprint256, key, protocol } = certificate;
  return {
    status,
    faults,
    subject,
    issuer,
    names,
    notBefore: iso(certificate.notBefore),
    notAfter: iso(certificate.notAfter),
    daysLeft: tenth(daysLeft),
    fingerprint256,
    key,
    protocol,
    chain: certificate.chain.map((entry) => ({
      subject: entry.subject,
      notAfter: iso(entry.notAfter),
      faults: entry.faults,
    })),
  };
}

function decisionOf(decision: Decision): Report['decision'] {
  const url = (candidate: Candidate): string => hideCredentials(candidate.indexUrl);
  const beside = decision.fallback === null ? decision.extraIndexes : [...decision.extraIndexes, decision.fallback];
  return {
    mirror: decision.mirror.name,
    indexUrl: url(decision.mirror),
    extraIndexUrls: beside.map(url),
    trustedHosts: decision.trustedHosts,
    why: plain(whyOf(decision, 'en')),
    confirmedByPip: decision.confirmedByPip,
    reused: decision.reused,
  };
}

/** ISO 8601 in UTC; a date beyond what ECMAScript can hold is shown as the nearest one. */
function iso(ms: number): string {
  const furthest = 253_402_300_799_999; // the end of year 9999: later years would change the shape
  return new Date(Math.min(furthest, Math.max(0, Number.isNaN(ms) ? 0 : ms))).toISOString();
}

/** One decimal; rounded down, so that nobody has less time than it says. */
function tenth(days: number): number {
  return Number.isFinite(days) ? Math.floor(days * 10) / 10 : 0;
}
