import { createDraw } from "./create-draw.ts";
import type { Effect } from "./effect.ts";
import type { ScenarioChoice } from "./scenario-choice.ts";
import type { ScenarioDefinition, ScenarioRequest } from "./scenario-definition.ts";

/** A scenario that was started. */
export interface RunningScenario {
  readonly name: string;
  readonly group: ScenarioDefinition["group"];
  /** How often it is still played; `undefined` without an end. */
  readonly times: number | undefined;
  readonly fits: (operationId: string) => boolean;
  /** Whether it falls on this request: by its probability. Each request that it fits asks once. */
  readonly falls: (request: ScenarioRequest) => boolean;
  /** The effect on a request. Asking is playing: a scenario may count and remember. */
  readonly play: (request: ScenarioRequest) => Effect;
}

/**
 * Checks what was asked for and starts it.
 *
 * @throws TypeError for an unknown scenario, operation or option, or a value that does not fit; it lists what there is
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
  const { operation, times, probability = 1, seed, ...own } = options;
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
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  for (const [option, value] of given) {
    if (!Object.hasOwn(defaults, option)) {
      const known = ["operation", "times", "probability", "seed", ...Object.keys(defaults)].join(", ");
      throw new TypeError(`the scenario ${name} has no option ${JSON.stringify(option)}. It has: ${known}.`);
    }
    if (typeof defaults[option] === "number") checkNumber(name, option, value, 0);
  }
  const missing = definition.required?.find((option) => !given.some(([name]) => name === option));
  if (missing !== undefined) {
    throw new TypeError(`the scenario ${name} needs the option ${missing}: write ${name},${missing}=….`);
  }
  const values: Readonly<Record<string, unknown>> = { ...defaults, ...Object.fromEntries(given) };
  // Whether it falls and what it does then draw from two sources: an option more must not move the requests on which it falls.
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

/** Above this, Node's timers fire at once. */
const most = 2 ** 31 - 1;

function checkNumber(name: string, option: string, value: unknown, least: number): void {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return;
  throw new TypeError(`${option} of the scenario ${name} must be a whole number from ${least} to ${most}.`);
}
