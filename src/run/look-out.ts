/** The pauses between two looks at the field, and how much of the waiting was this machine's own doing. */

/** How often a settled decision is looked for while nothing arrives, milliseconds. */
const LOOK_EVERY_MS = 20;

/** A look that comes this much late was kept waiting by this machine; so were the answers that it would have found. */
const STALL_MS = 20;

/** A look that takes longer is followed by a pause: among hundreds of candidates looking must not hold up answers. */
const CHEAP_LOOK_MS = 3;

export class LookOut {
  /** Milliseconds by which pauses were longer than asked for: nobody was waited for in them. */
  stalledMs = 0;
  private answers = 0;
  private wake: () => void = () => {};

  /** Something arrived: the pause ends. */
  answered(): void {
    this.answers += 1;
    this.wake();
  }

  /** Resolves when something has arrived, or after a while; `lookMs` is what the last look took. */
  async pause(lookMs: number): Promise<void> {
    const before = this.answers;
    if (lookMs > CHEAP_LOOK_MS) await new Promise((resolve) => setTimeout(resolve, lookMs * 4));
    if (this.answers > before) return;
    await new Promise<void>((resolve) => {
      const pausedAt = performance.now();
      const timer = setTimeout(() => {
        const lateMs = performance.now() - pausedAt - LOOK_EVERY_MS;
        if (lateMs > STALL_MS) this.stalledMs += lateMs;
        resolve();
      }, LOOK_EVERY_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
