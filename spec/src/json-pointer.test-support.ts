import { isRecord } from "./is-record.ts";

/** The pointer to a member of a value (RFC 6901): `~` and `/` in the key are escaped. */
export function childPointer(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** What a pointer leads to in a document, or `undefined` when it leads nowhere. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Follows `$ref`s inside the document and gives the pointer of what they lead to; other pointers stay as they are. */
export function resolvePointer(document: unknown, pointer: string): string {
  const value = valueAt(document, pointer);
  const reference = isRecord(value) ? value.$ref : undefined;
  if (typeof reference !== "string") return pointer;
  if (!reference.startsWith("#/"))
    throw new Error(`${pointer} refers to ${reference}, which is not in the document.`);
  return resolvePointer(document, reference.slice(1));
}
