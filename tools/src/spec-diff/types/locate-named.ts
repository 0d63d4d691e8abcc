import { childPointer } from "../json-pointer.ts";
import { locateSteps, type StepsLocation } from "./locate-steps.ts";
import type { TypeStep } from "./type-mismatch.ts";

/**
 * Finds the place of a path whose first step names a parameter or header: an object with a `schema`, and with a
 * `required` of its own.
 * @param pointerOf - pointer of the parameter or header of a name
 */
export function locateNamed(
  document: object,
  pointerOf: (name: string) => string,
  steps: readonly TypeStep[],
): StepsLocation {
  const [first, ...rest] = steps;
  const pointer = pointerOf(typeof first === "object" ? first.property : "");
  if (rest.length === 0) return { pointer, owner: pointer };
  return locateSteps(document, childPointer(pointer, "schema"), rest);
}
