import { bumps } from "./bump.ts";
import type { FoundChange } from "./found-change.ts";
import { isWithin, pointerTokens } from "./json-pointer.ts";

/** Keywords that a type is made of, of a schema or a parameter: a change of one is a change of the type. */
const TYPE_KEYWORDS = new Set([
  "type",
  "enum",
  "const",
  "nullable",
  "format",
  "$ref",
  "items",
  "additionalProperties",
  "oneOf",
  "anyOf",
  "allOf",
  "content",
  "name",
  "in",
]);

/**
 * Puts judgements together: of several about the same thing the largest stands.
 * @param found - of judges that agree, the one that speaks first is quoted
 */
export function mergeChanges(found: readonly FoundChange[]): FoundChange[] {
  const kept: FoundChange[] = [];
  const bySize = found.toSorted((a, b) => bumps.indexOf(b.bump) - bumps.indexOf(a.bump));
  for (const change of bySize) {
    if (!kept.some((other) => travelAlike(change, other) && concernTheSame(change, other))) kept.push(change);
  }
  return kept;
}

function travelAlike(change: FoundChange, other: FoundChange): boolean {
  return (
    change.direction === undefined || other.direction === undefined || change.direction === other.direction
  );
}

function concernTheSame(change: FoundChange, other: FoundChange): boolean {
  return samePlace(change.base, other.base) || samePlace(change.head, other.head);
}

/** The same pointer, or the pointer of something and that of a keyword which makes its type. */
function samePlace(pointer: string | undefined, other: string | undefined): boolean {
  if (pointer === undefined || other === undefined) return false;
  if (pointer === other) return true;
  const [outer, inner] = pointer.length < other.length ? [pointer, other] : [other, pointer];
  if (!isWithin(inner, outer)) return false;
  const [keyword = ""] = pointerTokens(`#${inner.slice(outer.length)}`);
  return TYPE_KEYWORDS.has(keyword);
}
