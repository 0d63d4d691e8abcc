import type { JsonObject } from "../pointer/json-object.ts";
import { type ListedOperation, listOperations } from "./list-operations.ts";

const known = new WeakMap<JsonObject, ReadonlyMap<string, ListedOperation>>();

/**
 * Finds an operation by method and path, including those under `additionalOperations`.
 *
 * @param document a bundled document, which must not change any more
 */
export function findOperation(
  document: JsonObject,
  { method, path }: { readonly method: string; readonly path: string },
): ListedOperation | undefined {
  let operations = known.get(document);
  if (operations === undefined) {
    operations = new Map(listOperations(document, []).map((each) => [`${each.method} ${each.path}`, each]));
    known.set(document, operations);
  }
  return operations.get(`${method} ${path}`);
}
