import { DocumentError } from "./document-error.ts";
import { isJsonObject, type JsonObject } from "./json-object.ts";
import { referenceTarget } from "./reference-target.ts";

/** An object of the document and its location. */
export interface LocatedObject {
  readonly value: JsonObject;
  readonly pointer: string;
}

/**
 * Follows `$ref`s to the first object without one.
 *
 * @param what name of the expected object, for the message
 * @throws DocumentError when the target is missing, in another file, not an object, or refers to itself
 */
export function locateObject(
  document: JsonObject,
  node: unknown,
  pointer: string,
  what: string,
): LocatedObject {
  const visited = new Set<string>();
  let current: unknown = node;
  let at = pointer;
  while (isJsonObject(current) && typeof current.$ref === "string") {
    const reference = current.$ref;
    if (visited.has(reference)) {
      throw new DocumentError(`$ref "${reference}" leads back to itself; point it at a ${what}`, [
        { pointer: at },
      ]);
    }
    visited.add(reference);
    current = lookUp(document, reference, at);
    at = reference;
  }
  if (!isJsonObject(current)) {
    throw new DocumentError(`expected a ${what} (an object), found ${describe(current)}`, [{ pointer: at }]);
  }
  return { value: current, pointer: at };
}

function lookUp(document: JsonObject, reference: string, at: string): unknown {
  if (reference !== "#" && !reference.startsWith("#/")) {
    const reason = `$ref "${reference}" does not point into this document; bundle the document first`;
    throw new DocumentError(reason, [{ pointer: at }]);
  }
  const target = referenceTarget(document, reference);
  if (target === undefined)
    throw new DocumentError(`$ref "${reference}" points at nothing`, [{ pointer: at }]);
  return target;
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
