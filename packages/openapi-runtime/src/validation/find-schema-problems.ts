import type { SchemaProblem } from "./validation.ts";

/**
 * Runs a check of a body. A check that throws has found something too: a nesting so deep that it exhausts the stack, say.
 * What it threw is not passed on, since it may hold a part of the body.
 */
export function findSchemaProblems(check: () => readonly SchemaProblem[]): readonly SchemaProblem[] {
  try {
    return check();
  } catch {
    return [{ field: "body", rule: "validation", message: "`body` could not be checked (rule: validation)" }];
  }
}
