import { type JsonObject, locateObject, referenceTarget } from "@np6/openapi-document";

export { childPointer } from "@np6/openapi-document";

/** What a pointer without `#` leads to in a document, or `undefined` when it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  return referenceTarget(document, pointer);
}

/** Follows `$ref`s inside the document and gives the pointer of what they lead to; other pointers stay as they are. */
export function resolvePointer(document: unknown, pointer: string): string {
  const node = valueAt(document, pointer);
  if (typeof Object(node).$ref !== "string") return pointer;
  return locateObject(document as JsonObject, node, pointer, "object").pointer.replace(/^#/, "");
}
