import type { Effect } from "./effect.ts";
import type { ScenarioChoice } from "./scenario-choice.ts";
import type { ScenarioDefinition, ScenarioRequest } from "./scenario-definition.ts";
import { type RunningScenario, startScenario } from "./start-scenario.ts";

/** A scenario that is on, as it is shown. */
export interface ActiveScenario {
  readonly name: string;
  readonly operation: string | undefined;
  /** How often it is still played; `undefined` without an end. */
  readonly times: number | undefined;
}

/** What is played on one request. */
export interface Performance {
  readonly names: readonly string[];
  readonly effect: Effect;
}

/** Where the scenarios of one session are played. */
export interface ScenarioStage {
  readonly definitions: readonly ScenarioDefinition[];
  readonly active: readonly ActiveScenario[];
  /** @throws TypeError when there is no such scenario, operation or option */
  readonly start: (choice: ScenarioChoice) => void;
  /** Ends the scenarios of this name, or all. */
  readonly end: (name?: string) => void;
  /**
   * Plays what is on. Of each group one scenario plays. A counted one comes before one without an end, and the counted
   * ones in the order in which they were started. Of the others it is the latest. Those with a probability play only
   * where they fall on this request. `once` is what the request itself asks for; it comes before all.
   */
  readonly play: (request: ScenarioRequest, once: ScenarioChoice | undefined) => Performance;
}

interface Entry extends Omit<RunningScenario, "times"> {
  readonly operation: string | undefined;
  times: number | undefined;
}

/** What is played when nothing is on. */
const nothing: Performance = { names: [], effect: {} };

/** Makes an empty stage. */
export function createScenarioStage(definitions: readonly ScenarioDefinition[]): ScenarioStage {
  let entries: Entry[] = [];

  function choose(group: Entry["group"], request: ScenarioRequest): Entry | undefined {
    const { operationId } = request.operation;
    const fitting = entries.filter(
      (entry) => entry.group === group && entry.fits(operationId) && entry.falls(request),
    );
    return fitting.find(({ times }) => times !== undefined) ?? fitting.at(-1);
  }

  return {
    definitions,
    get active() {
      return entries.map(({ name, operation, times }) => ({ name, operation, times }));
    },
    start: (choice) => {
      entries.push({ ...startScenario(definitions, choice), operation: choice.options.operation });
    },
    end: (name) => {
      entries = name === undefined ? [] : entries.filter((entry) => entry.name !== name);
    },
    play: (request, once) => {
      if (entries.length === 0 && once === undefined) return nothing;
      const asked = once === undefined ? undefined : startScenario(definitions, once);
      const played = (["outcome", "pace"] as const).flatMap((group): RunningScenario[] => {
        if (asked?.group === group && asked.falls(request)) return [asked];
        const entry = choose(group, request);
        if (entry === undefined) return [];
        if (entry.times !== undefined) {
          entry.times -= 1;
          if (entry.times === 0) entries = entries.filter((other) => other !== entry);
        }
        return [entry];
      });
      return {
        names: played.map(({ name }) => name),
        effect: Object.assign({}, ...played.map(({ play }) => play(request))),
      };
    },
  };
}
