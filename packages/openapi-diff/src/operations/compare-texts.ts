import { childPointer, type LocatedObject, sameJson } from "@np6/openapi-document";
import type { Direction } from "../changes/spec-change.ts";
import { sunsetChange } from "../schemas/sunset-change.ts";
import type { Comparison } from "./comparison.ts";

/** Fields that explain, without a rule for client or server. */
const EXPLAINING = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "xml",
  "links",
]);
/** Extensions that are compared elsewhere, because they have a meaning. */
const READ = new Set(["x-body-may-be-empty", "x-sunset"]);

/** Compares texts, examples, extensions and deprecation of two objects of the specification. */
export function compareTexts(
  comparison: Comparison,
  before: LocatedObject,
  after: LocatedObject,
  direction: Direction | undefined,
  operation: string | undefined,
): void {
  const words = () => comparison.words(comparison.head, after.pointer);
  for (const field of new Set([...Object.keys(before.value), ...Object.keys(after.value)])) {
    const isText = EXPLAINING.has(field) || (field.startsWith("x-") && !READ.has(field));
    if (!isText || sameJson(before.value[field], after.value[field])) continue;
    const pointer = childPointer(after.pointer, field);
    comparison.tell(
      { pointer, direction, bump: "patch", message: `\`${field}\` of ${words()} changed.` },
      operation,
    );
  }
  const sunset = sunsetChange(before.value["x-sunset"], after.value["x-sunset"]);
  if (sunset !== undefined) {
    const pointer = childPointer(after.pointer, "x-sunset");
    const message = `${upper(words())} ${sunset.message}`;
    comparison.tell({ pointer, direction, bump: sunset.bump, message }, operation);
  }
  const [was, is] = [before, after].map(({ value }) => value.deprecated === true);
  if (was === is) return;
  const pointer = childPointer(after.pointer, "deprecated");
  const message = is ? `${upper(words())} is deprecated now.` : `${upper(words())} is no longer deprecated.`;
  comparison.tell({ pointer, direction, bump: is ? "minor" : "patch", message }, operation);
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
