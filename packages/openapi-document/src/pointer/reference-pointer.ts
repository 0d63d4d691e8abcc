import { childPointer, pointerTokens } from "./json-pointer.ts";

/**
 * Reads a `$ref` into the same document. A reference is a URI, so `#` in a name ought to be written `%23`; both ways are
 * understood.
 *
 * @returns the pointer as `childPointer` writes it; `undefined` for a reference to another file or to an anchor
 */
export function referencePointer(reference: string): string | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  return pointerTokens(reference).reduce(childPointer, "#");
}
