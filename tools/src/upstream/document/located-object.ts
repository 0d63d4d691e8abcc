import { UpstreamError } from "../upstream-error.ts";
import { type JsonObject, jsonObject } from "./json-object.ts";
import { referencePointer, valueAt } from "./json-pointer.ts";

/** An object of a document and where it stands. */
export interface LocatedObject {
  readonly value: JsonObject;
  /** JSON Pointer in fragment form, such as `#/components/responses/NotFound`. */
  readonly pointer: string;
}

/**
 * What stands at a pointer, with `$ref`s followed; an empty object when nothing stands there.
 * @throws UpstreamError when a `$ref` leads out of the document, to nothing, or in a circle
 */
export function locateObject(document: JsonObject, pointer: string): LocatedObject {
  let at = pointer;
  const visited = new Set<string>();
  for (;;) {
    const value = jsonObject(valueAt(document, at)) ?? {};
    if (typeof value.$ref !== "string") return { value, pointer: at };
    const target = referencePointer(value.$ref);
    if (target === undefined || visited.has(target) || valueAt(document, target) === undefined) {
      throw new UpstreamError(
        `${at}: $ref "${value.$ref}" leads nowhere in this document; mend it, or bundle the document into one file.`,
      );
    }
    visited.add(target);
    at = target;
  }
}
