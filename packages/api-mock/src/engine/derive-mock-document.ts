import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import { toPrismMediaType } from "../api/prism-media-type.ts";

/** Objects whose keys are names chosen by the document's author: a header called `content` is a header. */
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

/** Where no media type is declared, only data or schemas: copied as they are. */
const opaque = new Set(["schema", "schemas", "example", "examples"]);

/** Header parameters that OpenAPI says to ignore (3.1, Parameter Object). Prism does not, and sees another Accept than the client's. */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

function isIgnoredParameter({ in: place, name }: JsonObject): boolean {
  return place === "header" && typeof name === "string" && ignoredHeaders.has(name.toLowerCase());
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
 * The document that Prism is fed with. It is the API's own document, with `+json` added wherever a media type in
 * `disguised` is declared: JSON that does not say so in its name. Header parameters that OpenAPI says to ignore accept
 * anything. Everything else is the same.
 *
 * @throws Error when a renamed media type would fall onto another one of the same content.
 */
export function deriveMockDocument(document: JsonObject, disguised: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(derive(document, false, disguised) as JsonObject));
}
