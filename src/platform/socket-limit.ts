/** How many sockets may be open at once over all sessions: five hundred candidates must not mean five hundred sockets. */

export interface Seat {
  /** While idle, the seat may be taken by somebody who waits: `leave` must close the connection. */
  idle(leave: () => void): void;
  busy(): void;
  /** Gives the seat back; again is harmless. */
  release(): void;
}

export class SocketLimit {
  private readonly idlers = new Map<Seat, () => void>();
  private readonly waiting: ((seat: Seat) => void)[] = [];
  private readonly limit: number;
  private taken = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Waits for a seat, first come first served; null when the signal aborts first. */
  acquire(signal: AbortSignal): Promise<Seat | null> {
    if (signal.aborted) return Promise.resolve(null);
    if (this.taken >= this.limit) this.unseat();
    if (this.taken < this.limit) return Promise.resolve(this.seat());
    return new Promise((settle) => {
      const granted = (seat: Seat): void => {
        signal.removeEventListener('abort', gone);
        settle(seat);
      };
      const gone = (): void => {
        const place = this.waiting.indexOf(granted);
        if (place !== -1) this.waiting.splice(place, 1);
        settle(null);
      };
      signal.addEventListener('abort', gone, { once: true });
      this.waiting.push(granted);
    });
  }

  private seat(): Seat {
    this.taken += 1;
    let held = true;
    const seat: Seat = {
      idle: (leave) => {
        if (!held) return;
        this.idlers.set(seat, leave);
        if (this.waiting.length > 0) this.unseat();
      },
      busy: () => {
        this.idlers.delete(seat);
      },
      release: () => {
        if (!held) return;
        held = false;
        this.idlers.delete(seat);
        this.taken -= 1;
        this.waiting.shift()?.(this.seat());
      },
    };
    return seat;
  }

  /** Closes the connection that has been idle longest. */
  private unseat(): void {
    const [first] = this.idlers;
    if (first === undefined) return;
    const [seat, leave] = first;
    this.idlers.delete(seat);
    leave();
    seat.release();
  }
}

/** The one limit of this process. */
export const socketLimit = new SocketLimit(128);
