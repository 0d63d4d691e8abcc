import { childPointer, isJsonObject, type LocatedObject } from "@np6/openapi-document";
import { compareContent } from "./compare-content.ts";
import { compareTexts } from "./compare-texts.ts";
import { type Comparison, calledBy, type OperationPair } from "./comparison.ts";
import { showValue } from "./show-value.ts";

/** Compares the parameters of an operation and of its path. */
export function compareParameters(comparison: Comparison, pair: OperationPair): void {
  const { old, now, name } = pair;
  const direction = comparison.direction(pair, "request");
  const tell = (
    pointer: string,
    bump: "major" | "minor",
    message: string,
    breaks?: readonly ("types" | "wire")[],
  ) =>
    comparison.tell({ pointer, direction, bump, message, ...(breaks === undefined ? {} : { breaks }) }, name);
  for (const [key, before] of old.parameters) {
    const after = now.parameters.get(key);
    if (after === undefined) {
      tell(before.pointer, "major", `${called(before)} of ${calledBy(pair)} was removed.`, ["types", "wire"]);
    } else compareOne(comparison, pair, before, after);
  }
  for (const [key, added] of now.parameters) {
    if (old.parameters.has(key)) continue;
    const isNeeded = added.value.required === true;
    const message = `${called(added)} of ${calledBy(pair)} ${isNeeded ? "is new and has to be given" : "can be given now"}.`;
    tell(added.pointer, isNeeded ? "major" : "minor", message, isNeeded ? ["types", "wire"] : undefined);
  }
}

function compareOne(
  comparison: Comparison,
  pair: OperationPair,
  before: LocatedObject,
  after: LocatedObject,
): void {
  const { name } = pair;
  const direction = comparison.direction(pair, "request");
  const at = (field: string) => childPointer(after.pointer, field);
  const words = `${called(after)} of ${calledBy(pair)}`;
  if (before.value.name !== after.value.name) {
    // If another parameter now has the old name, old calls compile but send the value in the wrong place.
    const isTaken = [...pair.now.parameters.values()].some(
      ({ value }) => value.in === before.value.in && value.name === before.value.name,
    );
    const [bump, breaks] =
      after.value.in === "header"
        ? (["patch", undefined] as const)
        : (["major", isTaken ? (["types", "wire"] as const) : (["types"] as const)] as const);
    const message = `${called(before)} of ${calledBy(pair)} is called \`${after.value.name}\` now.`;
    comparison.tell({ pointer: at("name"), direction, bump, ...(breaks ? { breaks } : {}), message }, name);
  }
  const [was, is] = [before, after].map(({ value }) => value.required === true);
  if (was !== is) {
    const change = is
      ? ({ bump: "major", breaks: ["types", "wire"], message: `${words} became required.` } as const)
      : ({ bump: "minor", message: `${words} may be left out now.` } as const);
    comparison.tell({ pointer: at("required"), direction, ...change }, name);
  }
  for (const field of ["style", "explode", "allowReserved"]) {
    const [from, to] = [before, after].map(({ value }) => serialisation(value, field));
    // With another style, `explode` has another meaning, even if it is not written.
    const follows =
      field === "explode" && serialisation(before.value, "style") !== serialisation(after.value, "style");
    if (from === to || follows) continue;
    const message = `\`${field}\` of ${lower(words)} changed from ${showValue(from)} to ${showValue(to)}: it is written otherwise in the request.`;
    comparison.tell({ pointer: at(field), direction, bump: "major", breaks: ["wire"], message }, name);
  }
  if (isJsonObject(before.value.content) !== isJsonObject(after.value.content)) {
    const message = `${words} is written otherwise: by \`${isJsonObject(after.value.content) ? "content" : "schema"}\`.`;
    comparison.tell({ pointer: after.pointer, direction, bump: "major", breaks: ["wire"], message }, name);
  } else if (isJsonObject(after.value.content)) compareContent(comparison, pair, "request", before, after);
  else comparison.schemas(direction, [[`${before.pointer}/schema`], [`${after.pointer}/schema`]], name);
  compareTexts(comparison, before, after, direction, name);
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
  return `The ${value.in} parameter \`${value.name}\``;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
