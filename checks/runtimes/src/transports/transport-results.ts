/** The last is the undici entry where a tracer replaced `globalThis.fetch` by one that asks Node's. */
export const transports = ["platform", "undici", "traced"] as const;
export type Transport = (typeof transports)[number];

/** What the program is given: servers that offer HTTP/2, for each transport its own. */
export interface TransportSettings {
  readonly urls: Readonly<Record<Transport, readonly string[]>>;
}

/** How a call ended. */
export interface Ending {
  readonly id: number;
  readonly kind: string;
  readonly outcomeUnknown: boolean;
}

/** What the program prints. */
export interface TransportResults {
  /** Why `createUndiciFetch` does not work here; then nothing else was done. */
  readonly refused: string | undefined;
  /** What does not hold, in words. */
  readonly problems: readonly string[];
  /** How the calls ended, a list for each server. */
  readonly endings: Readonly<Record<Transport, readonly (readonly Ending[])[]>>;
}
