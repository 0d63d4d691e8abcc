/** The transports. `traced` is the undici entry after a tracer replaced `globalThis.fetch`. */
export const transports = ["platform", "undici", "traced"] as const;
export type Transport = (typeof transports)[number];

/** Input of the program: servers that offer HTTP/2, separate ones per transport. */
export interface TransportSettings {
  readonly urls: Readonly<Record<Transport, readonly string[]>>;
}

/** The result of a call. */
export interface Ending {
  readonly id: number;
  readonly kind: string;
  readonly outcomeUnknown: boolean;
}

/** Output of the program. */
export interface TransportResults {
  /** Reason why `createUndiciFetch` does not work here; then nothing else was done. */
  readonly refused: string | undefined;
  /** Problems, in words. */
  readonly problems: readonly string[];
  /** Results of the calls, a list per server. */
  readonly endings: Readonly<Record<Transport, readonly (readonly Ending[])[]>>;
}
