import { Refusal } from "../failures/refusal.ts";
import type { NamedOperation } from "../table/api-description.ts";
import { copyJson } from "./copy-json.ts";
import { isPlainJson } from "./is-plain-json.ts";

/**
 * Writes a body as JSON. Undefined members are omitted, as usual. Other values that JSON would silently drop or change
 * (NaN, a Map, a promise, an undefined element) are refused.
 * @throws Refusal that names the field, such as `body.receivers[2].id`
 */
export function serializeJson(body: unknown, operation: NamedOperation): string {
  try {
    return JSON.stringify(looksPlain(body) ? body : copyJson(body, refuse));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // A nesting that exhausts the stack, or a proxy that throws unexpectedly.
    throw new Refusal("`body` cannot be written as JSON; see `cause`.", operation, error);
  }

  function refuse({ field, problem, cause }: { field: string; problem: string; cause?: unknown }): never {
    throw new Refusal(`\`${field}\` ${problem}; JSON cannot represent it.`, operation, cause);
  }
}

/** Returns false when the check throws, for example in a getter: `copyJson` then finds the field. */
function looksPlain(body: unknown): boolean {
  try {
    return isPlainJson(body);
  } catch {
    return false;
  }
}
