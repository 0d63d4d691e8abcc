import { valueAt } from "../json-pointer.test-support.ts";

/**
 * Copies a JSON document and changes one member, or removes it if the new value is `undefined`.
 *
 * @param pointer pointer to the member (RFC 6901); its parent must exist.
 */
export function editedDocument(document: unknown, pointer: string, value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const end = pointer.lastIndexOf("/");
  const parent = valueAt(copy, pointer.slice(0, end));
  if (typeof parent !== "object" || parent === null)
    throw new Error(`Nothing stands at ${pointer.slice(0, end)}.`);
  const key = pointer
    .slice(end + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
  if (value === undefined) Reflect.deleteProperty(parent, key);
  else Reflect.set(parent, key, value);
  return copy;
}
