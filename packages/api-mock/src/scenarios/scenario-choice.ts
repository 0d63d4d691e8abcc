/** Options that every scenario has; its own stand beside them. */
export interface ScenarioOptions {
  /** Play it on this operation only. Default: on every operation that it fits. */
  readonly operation?: string;
  /** Play it this many times, then no more. Default: until it is ended. */
  readonly times?: number;
  /** A whole number from 0 up; which options a scenario has is in the README, and in the message when one is wrong. */
  readonly [option: string]: string | number | undefined;
}

/** A scenario by name, as it is asked for. */
export interface ScenarioChoice {
  readonly name: string;
  readonly options: ScenarioOptions;
}
