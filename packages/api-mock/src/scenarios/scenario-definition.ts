import type { Operation } from "../api/read-specification.ts";
import type { Effect } from "./effect.ts";

/** What a scenario knows of the request that it is played on. */
export interface ScenarioRequest {
  readonly operation: Operation;
  /** The key that came, if one came. */
  readonly key: string | undefined;
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
  /** Its options, whole numbers from 0 up, with what they are when nobody says. */
  readonly defaults: Readonly<Record<string, number>>;
  /** Starts it. What is returned is asked for each request that it is played on, and may remember. */
  readonly start: (options: Readonly<Record<string, number>>) => (request: ScenarioRequest) => Effect;
}
