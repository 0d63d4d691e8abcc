import { Refusal } from "../failures/refusal.ts";
import type { NamedOperation } from "../table/api-description.ts";
import { copyJson } from "./copy-json.ts";
import { isPlainJson } from "./is-plain-json.ts";

/**
 * Writes a body as JSON. A property that is undefined is left out, as everywhere. Whatever else JSON would drop or
 * change without a word (NaN, a Map, a promise, an undefined element) is refused.
 * @throws Refusal that names the field, such as `body.receivers[2].id`
 */
export function serializeJson(body: unknown, operation: NamedOperation): string {
  try {
    return JSON.stringify(looksPlain(body) ? body : copyJson(body, refuse));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // A nesting that exhausts the stack, or a proxy that throws where none should.
    throw new Refusal("`body` cannot be written as JSON; see `cause`.", operation, error);
  }

  function refuse({ field, problem, cause }: { field: string; problem: string; cause?: unknown }): never {
    throw new Refusal(`\`${field}\` ${problem}; JSON cannot carry it.`, operation, cause);
  }
}

/** What throws when it is looked at, such as a getter, is looked at once more to tell which field it is. */
function looksPlain(body: unknown): boolean {
  try {
    return isPlainJson(body);
  } catch {
    return false;
  }
}
