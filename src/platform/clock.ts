/** A deadline that runs only while somebody waits for the network: waiting for pip or for one's turn is free. */
import type { StopReason } from './failure.ts';

export class Clock {
  private readonly controller = new AbortController();
  private readonly totalMs: number;
  private spentMs = 0;
  private runners = 0;
  private startedAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(totalMs: number) {
    this.totalMs = totalMs;
  }

  /** Aborted with 'timeout' when the time is spent, or with 'cancelled'. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Milliseconds waited so far. */
  get waitedMs(): number {
    return this.spentMs + (this.runners > 0 ? performance.now() - this.startedAt : 0);
  }

  /** Milliseconds for which the present step has been waited for; 0 where nobody waits. */
  get silentMs(): number {
    return this.runners > 0 ? performance.now() - this.startedAt : 0;
  }

  /** Runs the work on the clock. Work in parallel counts once. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.start();
    try {
      return await work();
    } finally {
      this.pause();
    }
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.controller.abort('cancelled' satisfies StopReason);
  }

  private start(): void {
    this.runners += 1;
    if (this.runners > 1 || this.signal.aborted) return;
    this.startedAt = performance.now();
    this.timer = setTimeout(
      () => this.controller.abort('timeout' satisfies StopReason),
      Math.max(0, this.totalMs - this.spentMs),
    );
  }

  private pause(): void {
    this.runners -= 1;
    if (this.runners > 0) return;
    clearTimeout(this.timer);
    this.spentMs += performance.now() - this.startedAt;
  }
}
