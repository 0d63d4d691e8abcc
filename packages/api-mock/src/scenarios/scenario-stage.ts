import type { Effect } from "./effect.ts";
import type { ScenarioChoice } from "./scenario-choice.ts";
import type { ScenarioDefinition, ScenarioRequest } from "./scenario-definition.ts";
import { type RunningScenario, startScenario } from "./start-scenario.ts";

/** An active scenario, for display. */
export interface ActiveScenario {
  readonly name: string;
  readonly operation: string | undefined;
  /** Remaining number of times; `undefined` for no limit. */
  readonly times: number | undefined;
}

/** The scenarios played on one request, and their effect. */
export interface Performance {
  readonly names: readonly string[];
  readonly effect: Effect;
}

/** The active scenarios of one session. */
export interface ScenarioStage {
  readonly definitions: readonly ScenarioDefinition[];
  readonly active: readonly ActiveScenario[];
  /** @throws TypeError for an unknown scenario, operation or option */
  readonly start: (choice: ScenarioChoice) => void;
  /** Ends the scenarios of this name, or all. */
  readonly end: (name?: string) => void;
  /**
   * Plays the active scenarios, one of each group. Counted ones precede those without a limit, in the order of their
   * start. Among the others, the latest is played. Scenarios with a probability are played only if they hit this
   * request. `once` is the scenario of the request's own header, which precedes all.
   */
  readonly play: (request: ScenarioRequest, once: ScenarioChoice | undefined) => Performance;
}

interface Entry extends Omit<RunningScenario, "times"> {
  readonly operation: string | undefined;
  times: number | undefined;
}

/** The performance without active scenarios. */
const nothing: Performance = { names: [], effect: {} };

/** Makes a stage without scenarios. */
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
      const requested = once === undefined ? undefined : startScenario(definitions, once);
      const played = (["outcome", "pace"] as const).flatMap((group): RunningScenario[] => {
        if (requested?.group === group && requested.falls(request)) return [requested];
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
