import { isJsonObject, type JsonObject, referenceTarget } from "@np6/openapi-document";

/** The strongest grade first. */
const grades = ["reference", "observed", "assumed"] as const;

/** The grade of a fact in the curated spec, explained in its README. */
export type Grade = (typeof grades)[number];

/**
 * Returns the grade at a pointer of the curated spec: its own `x-source`, or that of the nearest object around it.
 * @returns `undefined` when there is none
 */
export function gradeAt(document: JsonObject, pointer: string): Grade | undefined {
  for (let at = pointer; at.includes("/"); at = at.slice(0, at.lastIndexOf("/"))) {
    const target = referenceTarget(document, at);
    const grade = grades.find((candidate) => isJsonObject(target) && candidate === target["x-source"]);
    if (grade !== undefined) return grade;
  }
  return undefined;
}

/** Returns the weakest of some grades; an absent grade counts as `reference`. */
export function weakestGrade(candidates: readonly (Grade | undefined)[]): Grade | undefined {
  return grades.findLast((grade) => candidates.includes(grade));
}
