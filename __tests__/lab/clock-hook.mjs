/** Moves the clock of a Node process by LAB_CLOCK_MS. OpenSSL keeps the machine's, so certificates are judged by ours alone. */
const offset = Number(process.env.LAB_CLOCK_MS ?? 0);
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + offset);
    else super(...given);
  }

  static now() {
    return Real.now() + offset;
  }
};
