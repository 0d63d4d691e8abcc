import { childPointer, resolvePointer } from "./json-pointer.ts";

/** Pointer of an operation in a bundled document. */
export function operationPointer(
  document: object,
  operation: { readonly path: string; readonly method: string },
): string {
  const pathItem = resolvePointer(document, childPointer("#", "paths", operation.path));
  return childPointer(pathItem, operation.method.toLowerCase());
}
