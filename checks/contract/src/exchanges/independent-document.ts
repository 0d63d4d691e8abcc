import { createRequire } from "node:module";

// The contract tests' own reader of the spec. It shares no code with packages/openapi-document, which generator and
// mock use. Otherwise a common reading mistake would go unnoticed.

/** A JSON object of the spec whose fields are not checked yet. */
export type JsonObject = { readonly [name: string]: unknown };

/** The bundled OpenAPI document of the types package. */
export const specDocument: JsonObject = createRequire(import.meta.url)("@np6/api-types/openapi.json");

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a field of the document that is an object, with its `$ref`s resolved; an empty object when it is missing. */
export function objectAt(parent: JsonObject, name: string): JsonObject {
  return resolve(parent[name]).value;
}

/** Follows a local `$ref`. @returns the target, and its JSON pointer if the value was a reference */
export function resolve(value: unknown): { value: JsonObject; pointer?: string } {
  if (!isObject(value)) return { value: {} };
  if (typeof value.$ref !== "string") return { value };
  const segments = value.$ref
    .replace(/^#\//, "")
    .split("/")
    .map((segment) => decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~"));
  let target: unknown = specDocument;
  for (const segment of segments) target = isObject(target) ? target[segment] : undefined;
  if (!isObject(target)) throw new Error(`the spec has no value at ${value.$ref}`);
  return { value: target, pointer: value.$ref };
}

/** Makes a JSON pointer of segments, as a URI fragment. */
export function pointerOf(...segments: readonly string[]): string {
  const escaped = segments.map((segment) => segment.replaceAll("~", "~0").replaceAll("/", "~1"));
  return `#/${escaped.map(encodeURIComponent).join("/")}`;
}
