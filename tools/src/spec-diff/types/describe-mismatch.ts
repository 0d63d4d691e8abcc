import { capitalize } from "../capitalize.ts";
import type { Direction } from "../spec-change.ts";
import type { TypeMismatch } from "./type-mismatch.ts";

type Sentences = Readonly<Record<TypeMismatch["kind"], string>>;

/** What follows the place: when old code breaks, and when there is something new. `TYPES` is ": from `a` to `b`". */
const sentences: Readonly<Record<Direction, { readonly breaks: Sentences; readonly new: Sentences }>> = {
  request: {
    breaks: {
      missing: "is new and has to be given.",
      optional: "has to be given now.",
      unexpected: "is not taken any more; leave it out.",
      type: "takes less than before, or something elseTYPES.",
      lost: "takes less than beforeTYPES.",
    },
    new: {
      missing: "need not be given any more.",
      optional: "may be left out now.",
      unexpected: "can be given now.",
      type: "takes more than beforeTYPES.",
      lost: "takes more than beforeTYPES.",
    },
  },
  response: {
    breaks: {
      missing: "is gone.",
      optional: "may be missing now.",
      unexpected: "is gone.",
      type: "can be something that old code does not expectTYPES.",
      lost: "has lost values that code may nameTYPES.",
    },
    new: {
      missing: "is new.",
      optional: "is always there now.",
      unexpected: "is new.",
      type: "has fewer values than beforeTYPES.",
      lost: "has new valuesTYPES.",
    },
  },
};

/**
 * Tells a mismatch as a change from the old document to the new one.
 * @param breaks - whether old code meets the new types; else the comparison was made the other way round
 * @param place - what is compared, in words, such as "`name` of `Workflow`"
 */
export function describeMismatch(
  mismatch: TypeMismatch,
  direction: Direction,
  breaks: boolean,
  place: string,
): string {
  const oldIsGiven = (direction === "request") === breaks;
  const [from, to] = oldIsGiven ? [mismatch.given, mismatch.expected] : [mismatch.expected, mismatch.given];
  const sentence = sentences[direction][breaks ? "breaks" : "new"][mismatch.kind];
  const types = from === to ? "" : `: from \`${shorten(from)}\` to \`${shorten(to)}\``;
  return `${capitalize(place)} ${sentence.replace("TYPES", () => types)}`;
}

/** The arm for unknown values is written as what it is called, since a text in backticks cannot hold backticks. */
function shorten(type: string): string {
  const line = type
    .replaceAll(/`\$\{string\} \(unrecognized\)`/g, "Unrecognized")
    .replaceAll(/\s+/g, " ")
    .replaceAll(" | undefined", "");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
