/** Options of every scenario, beside its specific ones. */
export interface ScenarioOptions {
  /** Play it only on this operation. Default: on every operation that supports it. */
  readonly operation?: string;
  /** Number of times it is played. Default: until it is ended. */
  readonly times?: number;
  /** Chance from 0 to 1 that it is played on a request, such as 0.02. Default: 1. */
  readonly probability?: number;
  /** A whole number that makes all its random choices repeatable, request by request. Default: different each time. */
  readonly seed?: number;
  /**
   * A specific option: a whole number from 0 up, or the text of a receiver. The README lists the options of each
   * scenario, and so does the message about an invalid one.
   */
  readonly [option: string]: string | number | undefined;
}

/** The name and options of a requested scenario. */
export interface ScenarioChoice {
  readonly name: string;
  readonly options: ScenarioOptions;
}
