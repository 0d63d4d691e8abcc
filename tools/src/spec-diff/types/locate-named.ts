import { childPointer, resolvePointer } from "../json-pointer.ts";
import { locateSteps, type StepsLocation } from "./locate-steps.ts";
import type { TypeStep } from "./type-mismatch.ts";

/**
 * Finds the place of a path whose first step names a parameter or header: an object with a `schema`, and with a
 * `required` of its own.
 * @param pointerOf - pointer of the parameter or header of a name, or of the reference to it
 */
export function locateNamed(
  document: object,
  pointerOf: (name: string) => string,
  steps: readonly TypeStep[],
): StepsLocation {
  const [first, ...rest] = steps;
  const pointer = pointerOf(typeof first === "object" && "property" in first ? first.property : "");
  const owner = resolvePointer(document, pointer);
  const schema = childPointer(owner, "schema");
  return rest.length === 0 ? { pointer, owner, schema } : locateSteps(document, schema, rest);
}
