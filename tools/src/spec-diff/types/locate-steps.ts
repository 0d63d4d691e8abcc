import { isRecord } from "../is-record.ts";
import { childPointer, resolvePointer, valueAt } from "../json-pointer.ts";
import { findVariant } from "./find-variant.ts";
import type { TypeStep } from "./type-mismatch.ts";

/** Where a path through a type leads to in a document. */
export interface StepsLocation {
  /** The schema that the last step names; where the way ends when the document does not go on. */
  readonly pointer: string;
  /** The object schema that the last step was made in, or the parameter or header itself. */
  readonly owner: string;
  /** The schema that says which type it has: the same as `pointer`, except for parameters and headers. */
  readonly schema: string;
}

/**
 * Finds the schema that a path through its type stands for. A step into a union is not told apart in the path, so the
 * first variant that goes on is taken.
 * @param start - pointer of the schema that the path starts in
 */
export function locateSteps(document: object, start: string, steps: readonly TypeStep[]): StepsLocation {
  let pointer = start;
  let owner = resolvePointer(document, start);
  for (const step of steps) {
    if (typeof step === "object" && "variant" in step) {
      pointer = findVariant(document, pointer, new Set(step.variant)) ?? pointer;
      continue;
    }
    const next = findBelow(document, pointer, keywordsOf(step), new Set());
    if (next === undefined) break;
    [owner, pointer] = [next.owner, next.pointer];
  }
  return { pointer, owner, schema: pointer };
}

function keywordsOf(step: Exclude<TypeStep, { variant: unknown }>): readonly string[] {
  if (step === "element") return ["items"];
  return step === "value" ? ["additionalProperties"] : ["properties", step.property];
}

function findBelow(
  document: object,
  pointer: string,
  keywords: readonly string[],
  visited: Set<string>,
): { pointer: string; owner: string } | undefined {
  const owner = resolvePointer(document, pointer);
  const schema = valueAt(document, owner);
  if (visited.has(owner) || !isRecord(schema)) return undefined;
  visited.add(owner);
  const own = childPointer(owner, ...keywords);
  if (valueAt(document, own) !== undefined) return { pointer: own, owner };
  for (const keyword of ["allOf", "oneOf", "anyOf"]) {
    const members = schema[keyword];
    for (const index of Array.isArray(members) ? members.keys() : []) {
      const found = findBelow(document, childPointer(owner, keyword, String(index)), keywords, visited);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
