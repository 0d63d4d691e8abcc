import { jsonObject } from "./json-object.ts";

/** Adds one reference token to a JSON Pointer in fragment form (RFC 6901: `~` is `~0`, `/` is `~1`). */
export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The reference tokens of a pointer that `childPointer` made. */
export function pointerTokens(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What a pointer leads to in a document, or `undefined` when it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (jsonObject(value) !== undefined && Object.hasOwn(value as object, token))
      value = (value as Record<string, unknown>)[token];
    else return undefined;
  }
  return value;
}

/**
 * Reads a `$ref` into the same document. A reference is a URI, so `#` in a name ought to be written `%23`; both ways are
 * understood, because names such as `Node#Discriminable` are the vendor's habit.
 * @returns the pointer, without percent-encoding; `undefined` for a reference to another file
 */
export function referencePointer(reference: string): string | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  return pointerTokens(reference).map(decode).reduce(childPointer, "#");
}

function decode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    // A lone % is not valid in a URI, but says clearly enough which name is meant.
    return token;
  }
}
