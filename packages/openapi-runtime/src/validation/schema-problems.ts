import type { SchemaProblem } from "./validation.ts";

/** Largest number of problems in a message; the failure has them all. */
const shownProblems = 3;

/** Describes the problems of a body in one sentence. */
export function describeSchemaProblems(owner: string, problems: readonly SchemaProblem[]): string {
  const shown = problems.slice(0, shownProblems).map(({ message }) => message);
  const more = problems.length - shown.length;
  return `${owner} breaks the spec: ${shown.join("; ")}${more > 0 ? `; and ${more} more in \`problems\`` : ""}.`;
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
