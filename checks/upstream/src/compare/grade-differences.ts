import type { FactDifference, JsonObject, Statement } from "@np6/openapi-document";
import { addressOf } from "./address-of.ts";
import type { Difference, Pair } from "./difference.ts";
import { gradeAt, weakestGrade } from "./grade-at.ts";

/**
 * Names and grades the differences between the vendor's document and the curated one. Equal differences are merged,
 * with all their places. Examples are an error response that the curated spec documents for every operation, and a
 * property of the vendor's base that no curated variant has.
 * @param facts - the vendor's document on the left
 * @returns in the order of first occurrence
 */
export function gradeDifferences(
  documents: Pair<JsonObject>,
  facts: readonly FactDifference[],
): Difference[] {
  const graded = new Map<string, Difference>();
  for (const { left, right, place } of facts) {
    const key = JSON.stringify([right.fact, subject(left), subject(right)]);
    const at = nameOf(documents, left, right);
    const earlier = graded.get(key);
    if (earlier === undefined) {
      const grade = gradeOf(documents.curated, right);
      const [vendor, curated] = [left, right].map(toStatement) as [Statement, Statement];
      const relation = !curated.present ? "vendor only" : vendor.present ? "different" : "curated only";
      graded.set(key, {
        fact: right.fact,
        relation,
        vendor,
        curated,
        at,
        alsoAt: [],
        places: [place],
        grade,
      });
    } else {
      const alsoAt = new Set([...earlier.alsoAt, at]).difference(new Set([earlier.at]));
      graded.set(key, { ...earlier, alsoAt: [...alsoAt], places: [...new Set([...earlier.places, place])] });
    }
  }
  return [...graded.values()];
}

type Side = FactDifference["right"];

function toStatement({ text, present, pointer }: Side): Statement {
  return { text, present, pointer };
}

/** Returns the subject of a difference: the existing parts, not the places where a part is missing. */
function subject({ present, pointer, text }: Side): readonly string[] {
  return present ? [pointer, text] : [text];
}

/** Names the difference in the curated spec, or in the vendor's if the curated one has no place for it. */
function nameOf({ vendor, curated }: Pair<JsonObject>, left: Side, right: Side): string {
  if (right.pointer === "") return addressOf(vendor, left.pointer);
  return addressOf(curated, right.pointer, right.present ? "" : right.name);
}

/** Grades a fact by the weaker of its own grade and that of the object around it. */
function gradeOf(curated: JsonObject, { present, pointer, within = "" }: Side): Difference["grade"] {
  return present ? weakestGrade([gradeAt(curated, pointer), gradeAt(curated, within)]) : undefined;
}
