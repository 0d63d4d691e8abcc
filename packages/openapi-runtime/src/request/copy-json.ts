import { findNumberProblem, findObjectProblem, isNoData, nameOf } from "./find-object-problem.ts";

/** The reason why JSON cannot represent a value. */
export interface JsonProblem {
  /** The field, such as `body.receivers[2].id`. */
  readonly field: string;
  /** The rest of the message, after the name of the field. */
  readonly problem: string;
  /** The error of the caller's own code. */
  readonly cause?: unknown;
}

/** An object that is being copied, and its field. */
interface Enclosing {
  readonly value: object;
  readonly field: string;
  readonly outer: Enclosing | undefined;
}

/**
 * Copies a value into plain objects and lists, like JSON.stringify: `toJSON` is called once, and undefined members are
 * omitted.
 * @param onProblem - called with the first field that JSON would silently drop or change; it must throw
 */
export function copyJson(body: unknown, onProblem: (problem: JsonProblem) => never): unknown {
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
      // Not `map`, which skips holes.
      return Array.from(value, (item, index) => copy(item, String(index), `${field}[${index}]`, inside));
    }
    // Without a prototype, so that `__proto__` is an ordinary name.
    const copied: Record<string, unknown> = Object.create(null);
    for (const name of Object.keys(value)) {
      const within = `${field}.${name}`;
      const member = attempt(
        () => (value as Record<string, unknown>)[name],
        "cannot be read",
        (problem, cause) => onProblem({ field: within, problem, cause }),
      );
      if (member !== undefined) copied[name] = copy(member, name, within, inside);
    }
    return copied;
  }

  return copy(body, "", "body", undefined);
}

/** Returns the value that JSON.stringify would write. */
function toJson(value: unknown, name: string): unknown {
  if ((typeof value !== "object" && typeof value !== "bigint") || value === null) return value;
  const { toJSON } = value as { readonly toJSON?: unknown };
  return typeof toJSON === "function" ? toJSON.call(value, name) : value;
}

/** Also detects a Date of another realm, and dates of moment, Day.js and Luxon, which JSON would write as null. */
function isInvalidDate(value: unknown): boolean {
  return typeof value === "object" && typeof value?.valueOf === "function" && Number.isNaN(value.valueOf());
}

function isBoxed(value: object): boolean {
  return (
    /^\[object (?:Number|String|Boolean)\]$/.test(Object.prototype.toString.call(value)) &&
    typeof value.valueOf() !== "object"
  );
}

/** Runs the caller's code: a getter, a proxy or a `toJSON`. */
function attempt<Result>(
  run: () => Result,
  problem: string,
  fail: (problem: string, cause: unknown) => never,
): Result {
  try {
    return run();
  } catch (cause) {
    // A field at the depth where the stack ends is no help.
    if (cause instanceof RangeError && /call stack/i.test(cause.message)) throw cause;
    return fail(`${problem} (see \`cause\`)`, cause);
  }
}
