/** The last audits of each mirror, a letter for each: small enough to be kept for a thousand mirrors. */
import type { AuditHistory, MirrorState } from '../model/audit.ts';
import type { CertificateStatus } from '../model/verdict.ts';
import type { AuditCounts } from './messages/audit-catalogue.ts';
import type { Row } from './rows.ts';

/** About three months of daily audits. */
const MOST_AUDITS = 90;

const LETTERS: Readonly<Record<MirrorState, string>> = {
  valid: 'v',
  expiring: 'e',
  refused: 'r',
  unreachable: 'u',
  absent: '-',
};
const STATES = new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state as MirrorState]));

export const NO_HISTORY: AuditHistory = { schema: 1, times: [], mirrors: {} };

/** A mirror's state by the worst certificate on its way; `status` null: none was seen. */
export function stateOf(status: CertificateStatus | null): MirrorState {
  if (status === null) return 'unreachable';
  return status === 'valid' || status === 'expiring' ? status : 'refused';
}

export function countsOf(rows: readonly Row[]): AuditCounts {
  const counts = { valid: 0, expiring: 0, refused: 0, unreachable: 0, absent: 0 };
  for (const { status } of rows) counts[stateOf(status)] += 1;
  return counts;
}

/** The history with one more audit; mirrors that no audit in it has asked are dropped. */
export function withAudit(history: AuditHistory, rows: readonly Row[], at: number): AuditHistory {
  const cut = Math.max(0, history.times.length + 1 - MOST_AUDITS);
  const missed = LETTERS.absent.repeat(history.times.length);
  const now = new Map(rows.map(({ verdict, status }) => [verdict.candidate.name, LETTERS[stateOf(status)]]));
  const names = new Set([...Object.keys(history.mirrors), ...now.keys()]);
  const mirrors = [...names].map((name): [string, string] => {
    const before = Object.hasOwn(history.mirrors, name) ? (history.mirrors[name] ?? '') : missed;
    return [name, (before + (now.get(name) ?? LETTERS.absent)).slice(cut)];
  });
  return {
    schema: 1,
    times: [...history.times, at].slice(cut),
    mirrors: Object.fromEntries(mirrors.filter(([, letters]) => /[^-]/.test(letters))),
  };
}

/** The states of one mirror, one for each of `times`. */
export function statesOf(history: AuditHistory, name: string): MirrorState[] {
  const letters = Object.hasOwn(history.mirrors, name) ? (history.mirrors[name] ?? '') : '';
  return history.times.map((_, index) => STATES.get(letters[index] ?? '') ?? 'absent');
}

/** null for anything that is not a whole history of this schema. */
export function readHistory(value: unknown): AuditHistory | null {
  if (typeof value !== 'object' || value === null) return null;
  const { schema, times, mirrors } = value as Record<string, unknown>;
  if (schema !== 1 || !Array.isArray(times) || typeof mirrors !== 'object' || mirrors === null) return null;
  if (times.length > MOST_AUDITS || !times.every((time) => Number.isSafeInteger(time))) return null;
  const whole = Object.values(mirrors).every((text) => typeof text === 'string' && text.length === times.length);
  return whole ? { schema: 1, times, mirrors: mirrors as AuditHistory['mirrors'] } : null;
}
