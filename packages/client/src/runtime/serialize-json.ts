import type { NamedOperation } from "./api-description.ts";
import { ConfigurationError } from "./configuration-error.ts";

/**
 * Writes a body as JSON. A property that is undefined is left out, as everywhere; whatever else JSON would drop or
 * change without a word (NaN, a Map, an undefined element) is refused.
 * @throws ConfigurationError that names the field, such as `body.receivers[2].id`
 */
export function serializeJson(body: unknown, operation: NamedOperation): string {
  // The objects from the body down to the one whose properties are being written.
  const enclosing: { readonly value: unknown; readonly path: string }[] = [];

  /** Called by JSON.stringify for every field, with the holder as `this` and what `toJSON` made of the value. */
  function check(this: unknown, name: string, value: unknown): unknown {
    while (enclosing.length > 0 && enclosing.at(-1)?.value !== this) enclosing.pop();
    const holder = enclosing.at(-1);
    const path =
      holder === undefined ? "body" : holder.path + (Array.isArray(this) ? `[${name}]` : `.${name}`);
    const problem = enclosing.some((ancestor) => ancestor.value === value)
      ? "refers back to itself"
      : findProblem(value, (this as Record<string, unknown>)[name], Array.isArray(this));
    if (problem) throw new ConfigurationError(`\`${path}\` ${problem}; JSON cannot carry it.`, operation);
    if (typeof value === "object" && value !== null) enclosing.push({ value, path });
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
