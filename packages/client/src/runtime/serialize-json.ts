import type { NamedOperation } from "./api-description.ts";
import { ConfigurationError } from "./configuration-error.ts";

/** An object that is being written, and the name that it has in the one around it; the body itself has none. */
interface Enclosing {
  readonly value: unknown;
  readonly name: string;
  readonly outer: Enclosing | undefined;
}

/**
 * Writes a body as JSON. A property that is undefined is left out, as everywhere; whatever else JSON would drop or
 * change without a word (NaN, a Map, an undefined element) is refused.
 * @throws ConfigurationError that names the field, such as `body.receivers[2].id`
 */
export function serializeJson(body: unknown, operation: NamedOperation): string {
  // The object whose properties are being written. Paths are put together only when there is something to say: a batch has
  // thousands of fields.
  let inside: Enclosing | undefined;

  /** Called by JSON.stringify for every field, with the holder as `this` and what `toJSON` made of the value. */
  function check(this: unknown, name: string, value: unknown): unknown {
    while (inside !== undefined && inside.value !== this) inside = inside.outer;
    const problem = isWithin(inside, value)
      ? "refers back to itself"
      : findProblem(value, (this as Record<string, unknown>)[name], Array.isArray(this));
    if (problem) {
      const path = describePath(name, inside);
      throw new ConfigurationError(`\`${path}\` ${problem}; JSON cannot carry it.`, operation);
    }
    if (typeof value === "object" && value !== null) inside = { value, name, outer: inside };
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

function isWithin(inside: Enclosing | undefined, value: unknown): boolean {
  for (let each = inside; each !== undefined; each = each.outer) if (each.value === value) return true;
  return false;
}

function describePath(name: string, inside: Enclosing | undefined): string {
  if (inside === undefined) return "body";
  return describePath(inside.name, inside.outer) + (Array.isArray(inside.value) ? `[${name}]` : `.${name}`);
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
