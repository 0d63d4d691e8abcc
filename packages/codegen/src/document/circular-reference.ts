import { isRecord, type JsonObject } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import { referenceTarget } from "../operation-table/reference-target.ts";

/**
 * Finds a `$ref` of a document that leads back to itself without ever arriving at an object. (A schema that contains
 * itself is no such thing.)
 *
 * @returns a JSON Pointer to it, `undefined` when there is none
 */
export function circularReference(document: JsonObject): string | undefined {
  const pending: { node: unknown; pointer: string }[] = [{ node: document, pointer: "#" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, pointer } = next;
    if (typeof node !== "object" || node === null) continue;
    if (goesInCircle(document, node)) return pointer;
    const children = Object.entries(node).map(([key, child]) => ({
      node: child,
      pointer: childPointer(pointer, key),
    }));
    pending.push(...children.reverse());
  }
  return undefined;
}

function goesInCircle(document: JsonObject, start: object): boolean {
  const visited = new Set<unknown>();
  let node: unknown = start;
  while (isRecord(node) && typeof node.$ref === "string" && node.$ref.startsWith("#/")) {
    if (visited.has(node)) return true;
    visited.add(node);
    node = referenceTarget(document, node.$ref);
  }
  return false;
}
