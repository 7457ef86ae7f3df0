/** What an audit remembers of the ones before it: read with care, since caches and issues can hold anything. */
import type { Announced, AnnouncedByHost, AuditHistory } from '../model/audit.ts';
import { NO_HISTORY, readHistory } from '../report/history.ts';

/** What each channel was told, by `channelKey`. */
export type ToldByChannel = Readonly<Record<string, AnnouncedByHost>>;

export interface AuditMemory {
  readonly schema: 1;
  readonly told: ToldByChannel;
  readonly history: AuditHistory;
}

export const NO_MEMORY: AuditMemory = { schema: 1, told: {}, history: NO_HISTORY };

/** null for anything that is not a memory of this schema. */
export function readMemory(value: unknown): AuditMemory | null {
  if (!isRecord(value) || value.schema !== 1) return null;
  return { schema: 1, told: readTold(value.told), history: readHistory(value.history) ?? NO_HISTORY };
}

/** What is readable of it; the rest is dropped. */
export function readTold(value: unknown): ToldByChannel {
  return recordOf(value, (byHost) =>
    recordOf(byHost, (memories) => (Array.isArray(memories) ? memories.flatMap(readAnnounced) : [])),
  );
}

/** Several memories as one: what any of them was told, was told. */
export function mergeTold(all: readonly ToldByChannel[]): ToldByChannel {
  const merged: Record<string, Record<string, readonly Announced[]>> = {};
  for (const told of all) {
    for (const [channel, byHost] of Object.entries(told)) {
      merged[channel] = { ...byHost, ...merged[channel] };
    }
  }
  return merged;
}

function readAnnounced(value: unknown): Announced[] {
  if (!isRecord(value)) return [];
  const { fingerprint256, notAfter, threshold, lapsedOn, faults, healed } = value;
  if (typeof fingerprint256 !== 'string' || typeof healed !== 'boolean' || !Array.isArray(faults)) return [];
  return [
    {
      fingerprint256,
      notAfter: typeof notAfter === 'number' ? notAfter : 0,
      threshold: typeof threshold === 'number' ? threshold : null,
      lapsedOn: typeof lapsedOn === 'string' ? lapsedOn : null,
      faults: faults.filter((fault) => typeof fault === 'string'),
      healed,
    },
  ];
}

function recordOf<T>(value: unknown, read: (value: unknown) => T): Record<string, T> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, read(inner)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
