import type { SchemaProblem } from "./validation.ts";

/** Largest number of problems in a message; the failure has them all. */
const toldProblems = 3;

/** Describes the problems of a body in one sentence. */
export function describeSchemaProblems(owner: string, problems: readonly SchemaProblem[]): string {
  const told = problems.slice(0, toldProblems).map(({ message }) => message);
  const more = problems.length - told.length;
  return `${owner} breaks the spec: ${told.join("; ")}${more > 0 ? `; and ${more} more in \`problems\`` : ""}.`;
}

/**
 * Runs a check of a body. If the check throws, for example because deep nesting exhausts the stack, that is a problem
 * too. Its error is not passed on, since it may contain a part of the body.
 */
export function findSchemaProblems(check: () => readonly SchemaProblem[]): readonly SchemaProblem[] {
  try {
    return check();
  } catch {
    return [{ field: "body", rule: "validation", message: "`body` could not be checked (rule: validation)" }];
  }
}
