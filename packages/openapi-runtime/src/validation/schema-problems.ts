import type { SchemaProblem } from "./validation.ts";

/** How many problems a message tells; the failure has them all. */
const toldProblems = 3;

/** What is wrong with a body, in one sentence. */
export function describeSchemaProblems(owner: string, problems: readonly SchemaProblem[]): string {
  const told = problems.slice(0, toldProblems).map(({ message }) => message);
  const more = problems.length - told.length;
  return `${owner} breaks the spec: ${told.join("; ")}${more > 0 ? `; and ${more} more in \`problems\`` : ""}.`;
}

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
