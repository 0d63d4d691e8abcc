import { findNumberProblem, findObjectProblem, isNoData, nameOf } from "./find-object-problem.ts";

/** Why JSON cannot carry a value. */
export interface JsonProblem {
  /** The field, such as `body.receivers[2].id`. */
  readonly field: string;
  /** What follows the name of the field. */
  readonly problem: string;
  /** What the caller's own code threw. */
  readonly cause?: unknown;
}

/** An object that is being copied, and the field that it is. */
interface Enclosing {
  readonly value: object;
  readonly field: string;
  readonly outer: Enclosing | undefined;
}

/**
 * Copies a value into plain objects and lists, as JSON.stringify would see it: `toJSON` is called once, and what is undefined
 * is left out.
 * @param onProblem - told of the first field that JSON would drop or change without a word; must throw
 */
export function copyJson(body: unknown, onProblem: (found: JsonProblem) => never): unknown {
  function copy(original: unknown, name: string, field: string, outer: Enclosing | undefined): unknown {
    const fail = (problem: string, cause?: unknown) => onProblem({ field, problem, cause });
    if (typeof original === "object" && original !== null) {
      if (attempt(() => isNoData(original), "cannot be read", fail))
        fail(`is of the class ${nameOf(original)}`);
    }
    const value = attempt(() => toJson(original, name), "has a `toJSON` that fails", fail);
    if (value === null && attempt(() => isInvalidDate(original), "cannot be read", fail))
      fail("is an invalid Date");
    switch (typeof value) {
      case "number": {
        const problem = findNumberProblem(value);
        return problem === undefined ? value : fail(problem);
      }
      case "bigint":
      case "function":
      case "symbol":
        return fail(`is of the type ${typeof value}`);
      case "undefined":
        return fail("is undefined");
      case "object":
        return value === null ? null : copyObject(value, field, outer, fail);
      default:
        return value;
    }
  }

  function copyObject(
    value: object,
    field: string,
    outer: Enclosing | undefined,
    fail: (problem: string, cause?: unknown) => never,
  ): unknown {
    for (let each = outer; each !== undefined; each = each.outer) {
      if (each.value === value) fail("refers back to itself");
    }
    const problem = attempt(() => findObjectProblem(value), "cannot be read", fail);
    if (problem !== undefined) fail(problem);
    if (isBoxed(value)) return value.valueOf();
    const inside = { value, field, outer };
    if (Array.isArray(value)) {
      // Not `map`, which leaves out holes.
      return Array.from(value, (item, index) => copy(item, String(index), `${field}[${index}]`, inside));
    }
    // Without a prototype, so that `__proto__` is a name like any other.
    const copied: Record<string, unknown> = Object.create(null);
    for (const name of Object.keys(value)) {
      const within = `${field}.${name}`;
      const member = attempt(
        () => (value as Record<string, unknown>)[name],
        "cannot be read",
        (what, cause) => onProblem({ field: within, problem: what, cause }),
      );
      if (member !== undefined) copied[name] = copy(member, name, within, inside);
    }
    return copied;
  }

  return copy(body, "", "body", undefined);
}

/** What JSON.stringify would write in its place. */
function toJson(value: unknown, name: string): unknown {
  if ((typeof value !== "object" && typeof value !== "bigint") || value === null) return value;
  const { toJSON } = value as { readonly toJSON?: unknown };
  return typeof toJSON === "function" ? toJSON.call(value, name) : value;
}

/** Also one of another realm, and those of moment, Day.js and Luxon: JSON would write null for them. */
function isInvalidDate(value: unknown): boolean {
  return typeof value === "object" && typeof value?.valueOf === "function" && Number.isNaN(value.valueOf());
}

function isBoxed(value: object): boolean {
  return (
    /^\[object (?:Number|String|Boolean)\]$/.test(Object.prototype.toString.call(value)) &&
    typeof value.valueOf() !== "object"
  );
}

/** Runs code of the caller's: a getter, a proxy or a `toJSON`. */
function attempt<Result>(
  run: () => Result,
  problem: string,
  fail: (problem: string, cause: unknown) => never,
): Result {
  try {
    return run();
  } catch (cause) {
    // The path to where the stack ends is of no use.
    if (cause instanceof RangeError && /call stack/i.test(cause.message)) throw cause;
    return fail(`${problem} (see \`cause\`)`, cause);
  }
}
