import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";

/** Keywords that the type, the property list or the description shows. */
const shownElsewhere: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "format",
  "const",
  "title",
  "description",
  "deprecated",
  "properties",
  "required",
  "items",
  "additionalProperties",
  "allOf",
  "oneOf",
  "anyOf",
  "discriminator",
  "examples",
  "example",
]);

/**
 * What else a schema demands of a value. A keyword that has no words of its own here is shown as the document writes it,
 * so that none is left out.
 */
export function Constraints({ schema }: { readonly schema: JsonObject }): JSX.Element | null {
  const keywords = Object.entries(schema).filter(
    ([keyword]) => !shownElsewhere.has(keyword) && !keyword.startsWith("x-"),
  );
  if (keywords.length === 0) return null;
  return (
    <ul class="constraints">
      {keywords.map(([keyword, value]) => (
        <li>{describe(keyword, value)}</li>
      ))}
    </ul>
  );
}

function describe(keyword: string, value: unknown): JSX.Element {
  if (keyword === "enum" && Array.isArray(value)) return <>one of {values(value)}</>;
  if (keyword === "not" && isJsonObject(value) && Array.isArray(value.enum)) {
    return <>none of {values(value.enum)}</>;
  }
  return (
    <>
      {keyword}: <code>{JSON.stringify(value)}</code>
    </>
  );
}

function values(list: readonly unknown[]): JSX.Element[] {
  return list.map((value, index) => (
    <>
      {index === 0 ? "" : ", "}
      <code>{JSON.stringify(value)}</code>
    </>
  ));
}
