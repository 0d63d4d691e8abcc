import type { FailureContext } from "../failures/failure.ts";
import { inCode, Refusal } from "../failures/refusal.ts";

/** The rule for an option's value, unless it is undefined: the name of a type, or the range of an integer. */
export type OptionRule = "boolean" | "function" | readonly [minimum: number, maximum: number];

/** Longest delay of setTimeout. Beyond it, the timer fires at once, and a client would hammer the server (measured). */
export const longestTimerMs: number = 2 ** 31 - 1;

/**
 * Refuses unknown options, because a misspelled option would silently have no effect. This also refuses openapi-fetch's
 * per-call `baseUrl`, `fetch`, `redirect` and `middleware`, which could send the key elsewhere.
 * @param owner - name of the options' owner in the message
 * @throws Refusal that names the option, never its value
 */
export function checkOptions(
  options: unknown,
  owner: string,
  allowed: readonly string[],
  context?: FailureContext,
): asserts options is object {
  if (typeof options !== "object" || options === null) {
    throw new Refusal(`${owner} takes an object with: ${allowed.join(", ")}.`, inCode(context));
  }
  // Not Object.keys, which allocates an array for each call.
  for (const name in options) {
    if (!Object.hasOwn(options, name) || allowed.includes(name)) continue;
    throw new Refusal(
      `${owner} has no option \`${name}\`; it takes: ${allowed.join(", ")}.`,
      inCode(context),
    );
  }
}

/**
 * Checks the values of options against their rules.
 * @param prefix - text before an option's name in a message; the name ends with a backtick
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
