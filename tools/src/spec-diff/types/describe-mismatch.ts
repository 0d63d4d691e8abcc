import type { Direction } from "../spec-change.ts";
import type { TypeMismatch } from "./type-mismatch.ts";

/**
 * Tells a mismatch as a change from the old to the new document.
 * @param place - what is compared, for a person, such as "`name` of `Workflow`"
 * @param breaks - true when old code meets the new types; false when the comparison was made the other way round, so
 *   that what it finds is new
 */
export function describeMismatch(
  mismatch: TypeMismatch,
  direction: Direction,
  breaks: boolean,
  place: string,
): string {
  const { kind } = mismatch;
  const [from, to] =
    (direction === "request") === breaks
      ? [mismatch.given, mismatch.expected]
      : [mismatch.expected, mismatch.given];
  const types = `from \`${shorten(from)}\` to \`${shorten(to)}\``;
  if (direction === "request") {
    if (kind === "missing")
      return breaks
        ? `${place} is new and has to be given.`
        : `${place} need not be given any more and is gone.`;
    if (kind === "optional")
      return breaks ? `${place} has to be given now.` : `${place} may be left out now.`;
    if (kind === "unexpected")
      return breaks ? `${place} is not taken any more; leave it out.` : `${place} can be given now.`;
    return breaks
      ? `${place} takes less than before: ${types}.`
      : `${place} takes more than before: ${types}.`;
  }
  if (kind === "missing") return breaks ? `${place} is gone.` : `${place} is new.`;
  if (kind === "optional") return breaks ? `${place} may be missing now.` : `${place} is always there now.`;
  if (kind === "lost")
    return breaks
      ? `${place} has lost values that code may name: ${types}.`
      : `${place} has new values: ${types}.`;
  return breaks
    ? `${place} can be something that old code does not expect: ${types}.`
    : `${place} is narrower than before: ${types}.`;
}

function shorten(type: string): string {
  const line = type.replaceAll(/\s+/g, " ").replaceAll(" | undefined", "");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
