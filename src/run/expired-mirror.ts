/** `policy: allow-expired`, when no verified mirror is usable: the best expired one that others vouch for. */
import { expectedMs } from '../decide/rank.ts';
import { pipTrustedHost } from '../decide/trusted-host.ts';
import { isVerified } from '../judge/all-mirrors.ts';
import { toleratedUntil } from '../judge/expired-tolerance.ts';
import { WITNESS_SAMPLE, witnessFor } from '../judge/witness.ts';
import type { Decision } from '../model/decision.ts';
import type { Notice } from '../model/notice.ts';
import type { Inputs } from '../model/plan.ts';
import type { Verdict } from '../model/verdict.ts';
import { askPages } from './ask-requirements.ts';
import { type Field, isDemoted, type Standing } from './field.ts';

export interface Tolerated {
  readonly decision: Decision | null;
  readonly notices: readonly Notice[];
}

/** Asks suspects and witnesses for the same index pages; the first suspect whose hashes they confirm is taken. */
export async function chooseExpired(field: Field, standing: Standing, inputs: Inputs): Promise<Tolerated> {
  const suspects = standing.verdicts
    .filter((verdict) => !isDemoted(field, verdict.candidate))
    .map((verdict) => ({
      verdict,
      until: toleratedUntil(verdict, inputs.expiredGraceDays, field.yardstick.now),
      expected: expectedMs(verdict, standing.cost) ?? Number.POSITIVE_INFINITY,
    }))
    .filter(({ until }) => until !== null)
    .sort((a, b) => a.expected - b.expected);
  const verified = new Set(standing.verdicts.filter(isVerified).map(({ candidate }) => candidate.name));
  const { wanted, hashes, pip } = field.need;
  const sample = wanted.length > 0 ? wanted : WITNESS_SAMPLE;
  const notices: Notice[] = [];
  for (const { verdict, until } of suspects) {
    const { candidate } = verdict;
    const asked = field.sessions.filter(
      (session) => session.candidate === candidate || verified.has(session.candidate.name),
    );
    await Promise.all(asked.map((session) => askPages(session, sample)));
    const observations = field.sessions.map((session) => session.observation());
    const suspect = observations.find((observation) => observation.candidate === candidate);
    const witness = suspect === undefined ? null : witnessFor(suspect, observations, verified, sample, hashes, pip);
    if (witness !== null && witness.files > 0 && until !== null) {
      return tolerate(verdict, until, witness.by.join(', '), inputs);
    }
    notices.push({ code: 'expired-no-witness', level: 'warning', facts: { mirror: candidate.name } });
  }
  return { decision: null, notices };
}

function tolerate(verdict: Verdict, until: number, witness: string, inputs: Inputs): Tolerated {
  const { candidate, certificate } = verdict;
  const url = new URL(candidate.indexUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const trustedHost = pipTrustedHost(host, url.port === '' ? 443 : Number(url.port));
  return {
    decision: {
      mirror: candidate,
      extraIndexes: inputs.extraIndexes,
      fallback: null,
      trustedHosts: [trustedHost],
      why: { code: 'expired-tolerated', until, witness },
      confirmedByPip: false,
      reused: false,
    },
    notices: [
      {
        code: 'expired-tolerated',
        level: 'warning',
        facts: { mirror: candidate.name, trustedHost, endedAt: certificate?.notAfter ?? 0, until, witness },
      },
    ],
  };
}
