/** Time as a peer sees it: what really passed, and waits whose end is certain, which are counted instead of sat out. */
export class Stopwatch {
  private counted = 0;
  private readonly startedAt = performance.now();

  /** Milliseconds so far. */
  get elapsedMs(): number {
    return performance.now() - this.startedAt + this.counted;
  }

  /** Something done in turn would have gone on for `ms`. */
  count(ms: number): void {
    this.counted += Math.max(0, ms);
  }

  /** Several things at once, the longest of which would have ended at `ms` on this watch. */
  countUntil(ms: number): void {
    this.count(ms - this.elapsedMs);
  }
}
