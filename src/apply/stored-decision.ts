/** A shared decision as text: what another job wrote is checked field by field. */
import type { SharedWhy, StoredDecision } from '../decide/reuse.ts';

const VERSION = 1;
const TIE_BREAKS = ['cache', 'operator', 'days-left', 'freshness', 'order'] as const;
const LONGEST_NAME = 200;
const MOST_NAMES = 50;

export function encodeDecision(stored: StoredDecision): string {
  return JSON.stringify({ v: VERSION, ...stored });
}

/** null for another version, or anything that is not whole. */
export function decodeDecision(text: string): StoredDecision | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.v !== VERSION) return null;
  const { decidedAt, indexUrl, fallbackUrl, latencyMs, final } = value;
  const why = readWhy(value.why);
  if (!isAmount(decidedAt) || !isAmount(latencyMs) || typeof indexUrl !== 'string' || why === null) return null;
  if (fallbackUrl !== null && typeof fallbackUrl !== 'string') return null;
  if (typeof final !== 'boolean') return null;
  return { decidedAt, indexUrl, fallbackUrl, latencyMs, why, final };
}

function readWhy(value: unknown): SharedWhy | null {
  if (!isRecord(value)) return null;
  switch (value.code) {
    case 'only-usable':
    case 'first-usable':
      return { code: value.code };
    case 'fastest': {
      const { expectedMs, nextName, nextMs } = value;
      if (!isAmount(expectedMs) || !(nextName === null || isName(nextName))) return null;
      return nextMs === null || isAmount(nextMs) ? { code: 'fastest', expectedMs, nextName, nextMs } : null;
    }
    case 'tie': {
      const by = TIE_BREAKS.find((known) => known === value.by);
      const { bandPercent, others } = value;
      if (by === undefined || !isAmount(bandPercent) || !Array.isArray(others)) return null;
      return others.length <= MOST_NAMES && others.every(isName) ? { code: 'tie', bandPercent, by, others } : null;
    }
    default:
      return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME;
}
