import { isRecord } from "../is-record.ts";
import { childPointer, resolvePointer, valueAt } from "../json-pointer.ts";

/**
 * Finds a parameter of an operation, or of the path that the operation belongs to.
 * @param operation - pointer of the operation
 * @param location - `path`, `query`, `header` or `cookie`
 * @returns its pointer, or that of the reference to it; that of the operation's parameters when there is no such parameter
 */
export function parameterPointer(
  document: object,
  operation: string,
  location: string,
  name: string,
): string {
  const own = childPointer(operation, "parameters");
  const shared = childPointer(operation.slice(0, operation.lastIndexOf("/")), "parameters");
  for (const list of [own, shared]) {
    const parameters = valueAt(document, list);
    for (const index of Array.isArray(parameters) ? parameters.keys() : []) {
      const pointer = childPointer(list, String(index));
      const parameter = valueAt(document, resolvePointer(document, pointer));
      if (isRecord(parameter) && parameter.in === location && parameter.name === name) return pointer;
    }
  }
  return own;
}
