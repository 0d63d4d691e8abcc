/** Options that every scenario has; its own stand beside them. */
export interface ScenarioOptions {
  /** Play it on this operation only. Default: on every operation that it fits. */
  readonly operation?: string;
  /** Play it this many times, then no more. Default: until it is ended. */
  readonly times?: number;
  /** Play it on a request with this chance, from 0 to 1, such as 0.02. Default: 1. */
  readonly probability?: number;
  /** Makes all that is random in it the same again, request by request. A whole number. Default: another one each time. */
  readonly seed?: number;
  /**
   * A whole number from 0 up, or the text of a receiver. Which options a scenario has is in the README, and in the
   * message when one is wrong.
   */
  readonly [option: string]: string | number | undefined;
}

/** A scenario by name, as it is asked for. */
export interface ScenarioChoice {
  readonly name: string;
  readonly options: ScenarioOptions;
}
