import type { FailureContext } from "../failures/failure.ts";
import { inCode, Refusal } from "../failures/refusal.ts";

/** What an option's value must be, unless it is undefined: a type by its name, or an integer from one number to another. */
export type OptionRule = "boolean" | "function" | readonly [minimum: number, maximum: number];

/** setTimeout fires at once beyond this, and a client that trusts it hammers the server (measured). */
export const longestTimerMs: number = 2 ** 31 - 1;

/**
 * Refuses options that are not known, so that a misspelled one is not silently without effect. So openapi-fetch's own
 * per-call `baseUrl`, `fetch`, `redirect` and `middleware` cannot carry the key to another place.
 * @param owner - whose options they are, as the message calls it
 * @throws Refusal that names the option, never its value
 */
export function checkOptions(
  options: unknown,
  owner: string,
  known: readonly string[],
  context?: FailureContext,
): asserts options is object {
  if (typeof options !== "object" || options === null) {
    throw new Refusal(`${owner} takes an object with: ${known.join(", ")}.`, inCode(context));
  }
  // Not Object.keys, which makes an array of them for each call.
  for (const name in options) {
    if (!Object.hasOwn(options, name) || known.includes(name)) continue;
    throw new Refusal(`${owner} has no option \`${name}\`; it takes: ${known.join(", ")}.`, inCode(context));
  }
}

/**
 * Checks the values of options against the rules that there are for them.
 * @param prefix - what stands before an option's name in a message; the name ends with a backtick
 * @throws Refusal that names the option and the rule, never the value
 */
export function checkValues(
  options: object,
  rules: Readonly<Record<string, OptionRule>>,
  prefix = "`",
  context?: FailureContext,
): void {
  for (const [name, rule] of Object.entries(rules)) {
    const value: unknown = Reflect.get(options, name);
    if (value === undefined || fits(value, rule)) continue;
    throw new Refusal(`${prefix}${name}\` must be ${describeRule(rule)}.`, inCode(context));
  }
}

function fits(value: unknown, rule: OptionRule): boolean {
  if (typeof rule === "string") return typeof value === rule;
  return Number.isInteger(value) && Number(value) >= rule[0] && Number(value) <= rule[1];
}

function describeRule(rule: OptionRule): string {
  if (rule === "boolean") return "true or false";
  return rule === "function" ? "a function" : `an integer from ${rule[0]} to ${rule[1]}`;
}
