/** What is kept for the next run. */

export interface Kept {
  readonly name: string;
  readonly size: number;
  /** Epoch milliseconds. */
  readonly usedAt: number;
  /** This job's pip read it, or brought it. */
  readonly used: boolean;
}

export interface Pruned {
  readonly keep: readonly Kept[];
  readonly drop: readonly Kept[];
}

/** An entry that no job has used for so long is of an older lock. */
const LONGEST_UNUSED_MS = 14 * 24 * 3600 * 1000;

/**
 * Drops what nobody used for two weeks, then, while the rest is over `maxBytes`: entries unused by this run, longest
 * unused first, then the largest ones, which save the fewest requests a byte.
 */
export function prune(entries: readonly Kept[], maxBytes: number, now: number): Pruned {
  const worstFirst = [...entries].sort(worse);
  let bytes = entries.reduce((sum, { size }) => sum + size, 0);
  const drop = new Set<Kept>();
  for (const entry of worstFirst) {
    const stale = !entry.used && now - entry.usedAt > LONGEST_UNUSED_MS;
    if (!stale && bytes <= maxBytes) continue;
    drop.add(entry);
    bytes -= entry.size;
  }
  return { keep: entries.filter((entry) => !drop.has(entry)), drop: entries.filter((entry) => drop.has(entry)) };
}

function worse(one: Kept, other: Kept): number {
  if (one.used !== other.used) return one.used ? 1 : -1;
  const order = one.used ? other.size - one.size : one.usedAt - other.usedAt;
  return order || (one.name < other.name ? -1 : 1);
}
