import type { Operation } from "../api/read-specification.ts";
import type { Draw } from "./create-draw.ts";
import type { Effect } from "./effect.ts";

/** The facts about a request that a scenario uses. */
export interface ScenarioRequest {
  readonly operation: Operation;
  /** The request's key, if it has one. */
  readonly key: string | undefined;
  /** Describes its action and its receivers: requests with the same ones have the same text. Computed on demand. */
  readonly about: () => string;
}

/** A named behaviour of production. */
export interface ScenarioDefinition {
  /** Lower case with hyphens. */
  readonly name: string;
  /** One sentence for the user's choice. */
  readonly description: string;
  /**
   * `outcome`: decides the response; one of them is played on a request. `pace`: decides the speed; it is combined with
   * an outcome.
   */
  readonly group: "outcome" | "pace";
  /** The operations that support it. */
  readonly operationIds: readonly string[];
  /** Its options with their defaults: whole numbers from 0 up, and texts. */
  readonly defaults: Readonly<Record<string, number | string>>;
  /** Its required options. */
  readonly required?: readonly string[];
  /** Starts it. The result is called for each request, and may have a state. @throws TypeError for an invalid value */
  readonly start: (options: StartedOptions, draw: Draw) => (request: ScenarioRequest) => Effect;
}

/** The options of a started scenario, each of its default's type. */
export interface StartedOptions {
  readonly number: (name: string) => number;
  readonly text: (name: string) => string;
}
