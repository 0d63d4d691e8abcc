import { childPointer, type LocatedObject, sameJson } from "@np6/openapi-document";
import { sunsetChange } from "../schemas/sunset-change.ts";
import { minor, type Part, patch } from "./comparison.ts";

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
export function compareTexts(part: Part, before: LocatedObject, after: LocatedObject): void {
  const words = () => part.words(after.pointer);
  for (const field of new Set([...Object.keys(before.value), ...Object.keys(after.value)])) {
    const isText = EXPLAINING.has(field) || (field.startsWith("x-") && !READ.has(field));
    if (!isText || sameJson(before.value[field], after.value[field])) continue;
    part.tell(childPointer(after.pointer, field), patch, `\`${field}\` of ${words()} changed.`);
  }
  const sunset = sunsetChange(before.value["x-sunset"], after.value["x-sunset"]);
  if (sunset !== undefined)
    part.tell(childPointer(after.pointer, "x-sunset"), sunset, `${words()} ${sunset.message}`);
  const [was, is] = [before, after].map(({ value }) => value.deprecated === true);
  if (was === is) return;
  const message = `${words()} is ${is ? "deprecated now" : "no longer deprecated"}.`;
  part.tell(childPointer(after.pointer, "deprecated"), is ? minor : patch, message);
}
