import type { JsonObject } from "./json-object.ts";
import { pointerTokens } from "./json-pointer.ts";

/**
 * Looks up the target of a `$ref` within the document, in one step.
 *
 * @param reference `#` or `#/…`
 * @returns `undefined` when the target does not exist
 */
export function referenceTarget(document: unknown, reference: string): unknown {
  let target = document;
  for (const token of pointerTokens(reference)) {
    if (typeof target !== "object" || target === null || !Object.hasOwn(target, token)) return undefined;
    target = (target as JsonObject)[token];
  }
  return target;
}
