// Loaded before a worker: its wall clock is wrong by NP6_CLOCK_OFFSET_MS milliseconds, and continues to run.
const offset = Number(process.env.NP6_CLOCK_OFFSET_MS ?? 0);
const { now } = Date;
const Right = Date;
globalThis.Date = class extends Right {
  constructor(...given) {
    if (given.length === 0) super(now() + offset);
    else super(...given);
  }
  static now() {
    return now() + offset;
  }
};
