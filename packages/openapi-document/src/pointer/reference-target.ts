import type { JsonObject } from "./json-object.ts";
import { pointerTokens } from "./json-pointer.ts";

/**
 * Looks up what a `$ref` within the document points at, one step.
 *
 * @param reference `#` or `#/…`
 * @returns `undefined` when there is nothing
 */
export function referenceTarget(document: unknown, reference: string): unknown {
  let target = document;
  for (const token of pointerTokens(reference)) {
    if (typeof target !== "object" || target === null || !Object.hasOwn(target, token)) return undefined;
    target = (target as JsonObject)[token];
  }
  return target;
}
