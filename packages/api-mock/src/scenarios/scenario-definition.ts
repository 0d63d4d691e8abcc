import type { Operation } from "../api/read-specification.ts";
import type { Draw } from "./create-draw.ts";
import type { Effect } from "./effect.ts";

/** What a scenario knows of the request that it is played on. */
export interface ScenarioRequest {
  readonly operation: Operation;
  /** The key that came, if one came. */
  readonly key: string | undefined;
  /** What it does, and for whom: two requests for the same have the same text. Made when somebody asks. */
  readonly about: () => string;
}

/** A thing that production does to a client, by name. */
export interface ScenarioDefinition {
  /** Lower case with hyphens. */
  readonly name: string;
  /** One sentence for whoever chooses it. */
  readonly description: string;
  /**
   * `outcome`: decides what comes back; one of them is played on a request. `pace`: decides how slowly; it goes together
   * with an outcome.
   */
  readonly group: "outcome" | "pace";
  /** The operations that it can be played on. */
  readonly operationIds: readonly string[];
  /** Its options with what they are when nobody says: whole numbers from 0 up, and texts. */
  readonly defaults: Readonly<Record<string, number | string>>;
  /** Those of its options that must be given. */
  readonly required?: readonly string[];
  /** Starts it. What is returned is asked for each request that it is played on, and may remember. @throws TypeError for a value that it cannot take */
  readonly start: (options: StartedOptions, draw: Draw) => (request: ScenarioRequest) => Effect;
}

/** The options of a scenario that was started, each of the kind of its default. */
export interface StartedOptions {
  readonly number: (name: string) => number;
  readonly text: (name: string) => string;
}
