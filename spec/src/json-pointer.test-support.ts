import { type JsonObject, locateObject, referenceTarget } from "@np6/openapi-document";

export { childPointer } from "@np6/openapi-document";

/** Looks up a pointer without `#` in a document; `undefined` when it does not exist. */
export function valueAt(document: unknown, pointer: string): unknown {
  return referenceTarget(document, pointer);
}

/** Follows `$ref`s inside the document and returns the pointer to the target; other pointers stay unchanged. */
export function resolvePointer(document: unknown, pointer: string): string {
  const node = valueAt(document, pointer);
  if (typeof Object(node).$ref !== "string") return pointer;
  return locateObject(document as JsonObject, node, pointer, "object").pointer.replace(/^#/, "");
}
