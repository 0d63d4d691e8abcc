import { childPointer, pointerTokens } from "@np6/openapi-document";

/**
 * Reads a `$ref` into the same document. A reference is a URI, so `#` in a name ought to be written `%23`; both ways are
 * understood, because names such as `Node#Discriminable` are the vendor's habit.
 * @returns the pointer as `childPointer` writes it; `undefined` for a reference to another file
 */
export function referencePointer(reference: string): string | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  return pointerTokens(reference).reduce(childPointer, "#");
}
