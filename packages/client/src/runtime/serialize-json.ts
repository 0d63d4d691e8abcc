import type { NamedOperation } from "./api-description.ts";
import { ConfigurationError } from "./configuration-error.ts";

/**
 * Writes a body as JSON. A property that is undefined is left out, as everywhere; whatever else JSON would drop or
 * change without a word (NaN, a Map, an undefined element) is refused.
 * @throws ConfigurationError that names the field, such as `body.receivers[2].id`
 */
export function serializeJson(body: unknown, operation: NamedOperation): string {
  // The objects from the body down to the one whose properties are being written, and the name of each in the one before. No
  // path is put together before there is something to say: a batch has thousands of fields.
  const enclosing: unknown[] = [];
  const names: string[] = [];

  /** Called by JSON.stringify for every field, with the holder as `this` and what `toJSON` made of the value. */
  function check(this: unknown, name: string, value: unknown): unknown {
    while (enclosing.length > 0 && enclosing.at(-1) !== this) {
      enclosing.pop();
      names.pop();
    }
    const problem = enclosing.includes(value)
      ? "refers back to itself"
      : findProblem(value, (this as Record<string, unknown>)[name], Array.isArray(this));
    if (problem) {
      const path = describePath(enclosing, [...names, name]);
      throw new ConfigurationError(`\`${path}\` ${problem}; JSON cannot carry it.`, operation);
    }
    if (typeof value === "object" && value !== null) {
      enclosing.push(value);
      names.push(name);
    }
    return value;
  }

  try {
    return JSON.stringify(body, check);
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    // A toJSON of the caller's that threw, or a nesting that exhausts the stack.
    throw new ConfigurationError("`body` cannot be written as JSON; see `cause`.", operation, error);
  }
}

/** @param names - the first is that of the body itself, which has none; each other is one in the object before */
function describePath(enclosing: readonly unknown[], [, ...names]: readonly string[]): string {
  return names.reduce(
    (path, name, index) => path + (Array.isArray(enclosing[index]) ? `[${name}]` : `.${name}`),
    "body",
  );
}

function findProblem(value: unknown, original: unknown, inArray: boolean): string | undefined {
  if (original instanceof Date && Number.isNaN(original.getTime())) return "is an invalid Date";
  if (value instanceof Map || value instanceof Set) return "is a Map or a Set";
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? undefined : `is ${value}`;
    case "bigint":
    case "function":
    case "symbol":
      return `is a ${typeof value}`;
    case "undefined":
      return inArray || original !== undefined ? "is undefined" : undefined;
    default:
      return undefined;
  }
}
