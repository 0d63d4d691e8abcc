import { childPointer, isJsonObject, type LocatedObject } from "@np6/openapi-document";
import { compareContent } from "./compare-content.ts";
import { compareTexts } from "./compare-texts.ts";
import { breaking, major, minor, type Part, patch } from "./comparison.ts";
import { showValue } from "./show-value.ts";

/** Compares the parameters of an operation and of its path. */
export function compareParameters(part: Part): void {
  const { old, now } = part.pair;
  for (const [key, before] of old.parameters) {
    const after = now.parameters.get(key);
    if (after === undefined)
      part.tell(before.pointer, breaking, `${called(before)} of ${part.called} was removed.`);
    else compareOne(part, before, after);
  }
  for (const [key, added] of now.parameters) {
    if (old.parameters.has(key)) continue;
    const isNeeded = added.value.required === true;
    const message = `${called(added)} of ${part.called} ${isNeeded ? "is new and has to be given" : "can be given now"}.`;
    part.tell(added.pointer, isNeeded ? breaking : minor, message);
  }
}

function compareOne(part: Part, before: LocatedObject, after: LocatedObject): void {
  const at = (field: string) => childPointer(after.pointer, field);
  const words = `${called(after)} of ${part.called}`;
  if (before.value.name !== after.value.name) {
    // If another parameter now has the old name, old calls compile but send the value in the wrong place.
    const isTaken = [...part.pair.now.parameters.values()].some(
      ({ value }) => value.in === before.value.in && value.name === before.value.name,
    );
    const renamed = isTaken ? breaking : major("types");
    const message = `${called(before)} of ${part.called} is called \`${after.value.name}\` now.`;
    part.tell(at("name"), after.value.in === "header" ? patch : renamed, message);
  }
  const [was, is] = [before, after].map(({ value }) => value.required === true);
  if (was !== is)
    part.tell(
      at("required"),
      is ? breaking : minor,
      `${words} ${is ? "became required" : "may be left out now"}.`,
    );
  for (const field of ["style", "explode", "allowReserved"]) {
    const [from, to] = [before, after].map(({ value }) => serialisation(value, field));
    // With another style, `explode` has another meaning, even if it is not written.
    const follows =
      field === "explode" && serialisation(before.value, "style") !== serialisation(after.value, "style");
    if (from === to || follows) continue;
    const message = `\`${field}\` of ${words} changed from ${showValue(from)} to ${showValue(to)}: it is written otherwise in the request.`;
    part.tell(at(field), major("wire"), message);
  }
  const hasContent = isJsonObject(after.value.content);
  if (isJsonObject(before.value.content) !== hasContent) {
    const message = `${words} is written otherwise: by \`${hasContent ? "content" : "schema"}\`.`;
    part.tell(after.pointer, major("wire"), message);
  } else if (hasContent) compareContent(part, before, after);
  else part.schemas(`${before.pointer}/schema`, at("schema"));
  compareTexts(part, before, after);
}

/** Returns a serialization keyword of a parameter, or its default (OpenAPI 3.1, 4.8.12). */
function serialisation(
  { in: place, style, explode, allowReserved }: LocatedObject["value"],
  field: string,
): unknown {
  const written = style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  if (field === "style") return written;
  return field === "explode" ? (explode ?? written === "form") : (allowReserved ?? false);
}

function called({ value }: LocatedObject): string {
  return `the ${value.in} parameter \`${value.name}\``;
}
