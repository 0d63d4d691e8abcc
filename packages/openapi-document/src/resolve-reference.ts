import { isJsonObject, type JsonObject } from "./json-object.ts";

/**
 * Follows a `$ref` inside one document (JSON Pointer, RFC 6901, in a URI fragment) until an object without `$ref` is
 * reached. Returns an empty object for anything that is not an object. A bundled document has no other kind of `$ref`.
 *
 * @throws Error when the `$ref` points outside the document, to nothing, or back to itself.
 */
export function resolveReference(document: JsonObject, value: unknown): JsonObject {
  const seen = new Set<string>();
  let current = value;
  while (isJsonObject(current) && typeof current.$ref === "string") {
    const reference = current.$ref;
    if (!reference.startsWith("#/")) {
      throw new Error(`$ref "${reference}" leaves the document; bundle the document first.`);
    }
    if (seen.has(reference))
      throw new Error(`$ref "${reference}" points back to itself; break the circle in the document.`);
    seen.add(reference);
    current = reference
      .slice(2)
      .split("/")
      .map((token) => decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce<unknown>((parent, key) => (isJsonObject(parent) ? parent[key] : undefined), document);
    if (current === undefined) {
      throw new Error(`$ref "${reference}" points to nothing; correct it in the document.`);
    }
  }
  return isJsonObject(current) ? current : {};
}
