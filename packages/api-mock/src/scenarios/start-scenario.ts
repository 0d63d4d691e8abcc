import { createDraw } from "./create-draw.ts";
import type { Effect } from "./effect.ts";
import type { ScenarioChoice } from "./scenario-choice.ts";
import type { ScenarioDefinition, ScenarioRequest } from "./scenario-definition.ts";

/** A started scenario. */
export interface RunningScenario {
  readonly name: string;
  readonly group: ScenarioDefinition["group"];
  /** Remaining number of times; `undefined` for no limit. */
  readonly times: number | undefined;
  readonly fits: (operationId: string) => boolean;
  /** Decides by its probability whether it hits this request. Call it once per request. */
  readonly falls: (request: ScenarioRequest) => boolean;
  /** Returns the effect on a request. Each call is a performance: a scenario may count and have a state. */
  readonly play: (request: ScenarioRequest) => Effect;
}

/**
 * Checks a scenario's options and starts it.
 *
 * @throws TypeError for an unknown scenario, operation or option, or an invalid value; it lists the valid ones
 */
export function startScenario(
  definitions: readonly ScenarioDefinition[],
  { name, options }: ScenarioChoice,
): RunningScenario {
  const definition = definitions.find((candidate) => candidate.name === name);
  if (definition === undefined) {
    const names = definitions.map((candidate) => candidate.name).join(", ");
    throw new TypeError(`there is no scenario ${JSON.stringify(name)}. There are: ${names}.`);
  }
  const { operation, times, probability = 1, seed, ...settings } = options;
  const { operationIds, defaults, group } = definition;
  if (operation !== undefined && !operationIds.includes(operation)) {
    throw new TypeError(
      `the scenario ${name} cannot be played on ${JSON.stringify(operation)}. It fits: ${operationIds.join(", ")}.`,
    );
  }
  if (times !== undefined) checkNumber(name, "times", times, 1);
  if (typeof probability !== "number" || !(probability >= 0 && probability <= 1)) {
    throw new TypeError(`probability of the scenario ${name} must be a number from 0 to 1, such as 0.02.`);
  }
  if (seed !== undefined) checkNumber(name, "seed", seed, 0);
  const defined = Object.entries(settings).filter(([, value]) => value !== undefined);
  for (const [option, value] of defined) {
    if (!Object.hasOwn(defaults, option)) {
      const allowed = ["operation", "times", "probability", "seed", ...Object.keys(defaults)].join(", ");
      throw new TypeError(
        `the scenario ${name} has no option ${JSON.stringify(option)}. It has: ${allowed}.`,
      );
    }
    if (typeof defaults[option] === "number") checkNumber(name, option, value, 0);
  }
  const missing = definition.required?.find((option) => !defined.some(([name]) => name === option));
  if (missing !== undefined) {
    throw new TypeError(`the scenario ${name} needs the option ${missing}: write ${name},${missing}=….`);
  }
  const values: Readonly<Record<string, unknown>> = { ...defaults, ...Object.fromEntries(defined) };
  // Two separate sources: a new option must not change which requests the scenario hits.
  const chance = createDraw(seed, `${name} chance`);
  return {
    name,
    group,
    times,
    fits: (operationId) =>
      operation === undefined ? operationIds.includes(operationId) : operation === operationId,
    falls: ({ about }) => probability === 1 || chance(about()) < probability,
    play: definition.start(
      { number: (option) => Number(values[option]), text: (option) => String(values[option] ?? "") },
      createDraw(seed, `${name} play`),
    ),
  };
}

/** Longest delay in milliseconds; beyond it, Node's timers fire at once. */
const most = 2 ** 31 - 1;

function checkNumber(name: string, option: string, value: unknown, least: number): void {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return;
  throw new TypeError(`${option} of the scenario ${name} must be a whole number from ${least} to ${most}.`);
}
