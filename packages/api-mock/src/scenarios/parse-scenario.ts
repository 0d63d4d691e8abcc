import type { ScenarioChoice } from "./scenario-choice.ts";

/** The common syntax of the command line and the request header. */
const scenarioForm = "name, or name,operation=<operationId>,times=<number>,<option>=<number>";

/**
 * Parses a scenario, such as `conflict` or `latency,operation=executeWorkflow,milliseconds=300`. It does not check
 * whether the scenario exists.
 *
 * @throws TypeError that quotes the text and states the syntax
 */
export function parseScenario(text: string): ScenarioChoice {
  const [name = "", ...rest] = text.split(",").map((part) => part.trim());
  const options = rest.map((part): [string, string | number] => {
    const [, option, value] = /^([A-Za-z]+)=(\S+)$/.exec(part) ?? [];
    if (option === undefined || value === undefined) throw notUnderstood(text);
    // "00012" is a receiver, and 12 is a different one.
    return [option, option === "operation" || String(Number(value)) !== value ? value : Number(value)];
  });
  if (!/^[\w-]+$/.test(name)) throw notUnderstood(text);
  return { name, options: Object.fromEntries(options) };
}

function notUnderstood(text: string): TypeError {
  return new TypeError(`the scenario ${JSON.stringify(text)} is not understood: write ${scenarioForm}.`);
}
