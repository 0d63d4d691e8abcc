import { createRequire } from "node:module";

// The contract tests' own look at the spec. It shares no code with packages/openapi-document, by which the generator
// and the mock read documents. What both read wrong in the same way would agree with itself.

/** A JSON object of the spec whose fields are not known yet. */
export type JsonObject = { readonly [name: string]: unknown };

/** The bundled OpenAPI document, as consumers get it with the types package. */
export const specDocument: JsonObject = createRequire(import.meta.url)("@np6/api-types/openapi.json");

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of the document that is an object, after its `$ref`s; an empty one when it is not there. */
export function objectAt(parent: JsonObject, name: string): JsonObject {
  return resolve(parent[name]).value;
}

/** Follows a local `$ref`. @returns the target and its JSON pointer, when it was a reference */
export function resolve(value: unknown): { value: JsonObject; pointer?: string } {
  if (!isObject(value)) return { value: {} };
  if (typeof value.$ref !== "string") return { value };
  const segments = value.$ref
    .replace(/^#\//, "")
    .split("/")
    .map((segment) => decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~"));
  let target: unknown = specDocument;
  for (const segment of segments) target = isObject(target) ? target[segment] : undefined;
  if (!isObject(target)) throw new Error(`the spec has nothing at ${value.$ref}`);
  return { value: target, pointer: value.$ref };
}

/** A JSON pointer from its segments, as a URI fragment. */
export function pointerOf(...segments: readonly string[]): string {
  const escaped = segments.map((segment) => segment.replaceAll("~", "~0").replaceAll("/", "~1"));
  return `#/${escaped.map(encodeURIComponent).join("/")}`;
}
