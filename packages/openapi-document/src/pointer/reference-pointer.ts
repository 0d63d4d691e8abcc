import { childPointer, pointerTokens } from "./json-pointer.ts";

/**
 * Converts a `$ref` into a pointer. A reference is a URI, so a `#` in a name should be written as `%23`; an unescaped
 * one is accepted too.
 *
 * @returns the pointer as `childPointer` writes it; `undefined` for a reference to another file or to an anchor
 */
export function referencePointer(reference: string): string | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  return pointerTokens(reference).reduce(childPointer, "#");
}
