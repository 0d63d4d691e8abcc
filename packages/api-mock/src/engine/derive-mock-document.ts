import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import { toPrismMediaType } from "../api/prism-media-type.ts";

/** Objects whose keys are names chosen by the document's author: there, `content` may be the name of a header. */
const mapsOfNames = new Set([
  "paths",
  "webhooks",
  "pathItems",
  "callbacks",
  "responses",
  "requestBodies",
  "parameters",
  "headers",
  "encoding",
  "links",
]);

/** Keys whose values are data or schemas without declared media types; they are copied unchanged. */
const opaque = new Set(["schema", "schemas", "example", "examples"]);

/** Header parameters that tools must ignore (OpenAPI 3.1, Parameter Object). Prism uses them and misreads Accept. */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

function isIgnoredParameter({ in: location, name }: JsonObject): boolean {
  return location === "header" && typeof name === "string" && ignoredHeaders.has(name.toLowerCase());
}

function derive(value: unknown, keysAreNames: boolean, disguised: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => derive(item, false, disguised));
  if (!isJsonObject(value)) return value;
  if (!keysAreNames && isIgnoredParameter(value)) return { in: value.in, name: value.name, schema: {} };
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      if (keysAreNames) return [key, derive(child, false, disguised)];
      if (opaque.has(key)) return [key, child];
      if (key === "content" && isJsonObject(child)) return [key, deriveContent(child, disguised)];
      return [key, derive(child, mapsOfNames.has(key), disguised)];
    }),
  );
}

function deriveContent(content: JsonObject, disguised: ReadonlySet<string>): JsonObject {
  const renamed = Object.entries(content).map(([mediaType, mediaTypeObject]): [string, unknown] => [
    toPrismMediaType(mediaType, disguised),
    derive(mediaTypeObject, false, disguised),
  ]);
  const names = renamed.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(
      `The document declares ${twice} beside the same type without "+json"; the mock cannot tell the two apart. Keep one of them.`,
    );
  }
  return Object.fromEntries(renamed);
}

/**
 * Makes the document for Prism. It is the API's own document, with `+json` added to the media types in `disguised`,
 * whose names do not state that they are JSON. Header parameters that OpenAPI ignores accept any value. Everything else
 * is the same.
 *
 * @throws Error when a renamed media type would equal another one of the same content.
 */
export function deriveMockDocument(document: JsonObject, disguised: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(derive(document, false, disguised) as JsonObject));
}
