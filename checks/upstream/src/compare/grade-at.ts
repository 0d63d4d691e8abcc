import { isJsonObject, type JsonObject, referenceTarget } from "@np6/openapi-document";

/** The strongest first. */
const grades = ["reference", "observed", "assumed"] as const;

/** Where the curated spec has a fact from, as its README explains. */
export type Grade = (typeof grades)[number];

/**
 * The grade of what stands at a pointer of the curated spec: its own `x-source`, or that of the nearest thing around it.
 * @returns `undefined` when nothing around it says so
 */
export function gradeAt(document: JsonObject, pointer: string): Grade | undefined {
  for (let at = pointer; at.includes("/"); at = at.slice(0, at.lastIndexOf("/"))) {
    const target = referenceTarget(document, at);
    const grade = grades.find((one) => isJsonObject(target) && one === target["x-source"]);
    if (grade !== undefined) return grade;
  }
  return undefined;
}

/** The weakest of some grades; one that is not given is as strong as the reference. */
export function weakestGrade(given: readonly (Grade | undefined)[]): Grade | undefined {
  return grades.findLast((grade) => given.includes(grade));
}
