import { describedAt } from "../pointer/described-at.ts";
import { DocumentError } from "../pointer/document-error.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { type LocatedObject, locateObject } from "../pointer/locate-object.ts";
import { isPossibleParameter } from "../reading/probable-mistakes.ts";

/** An operation, its path item, and pointers to both. */
interface PlacedOperation {
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
  readonly pathItemPointer: string;
  readonly operationPointer: string;
}

/**
 * Lists the parameters of an operation with references resolved: those of the path item first, then its own. A
 * parameter of the operation replaces the one of the path item with the same name and location. A description beside a
 * `$ref` overrides that of the target.
 */
export function operationParameters(document: JsonObject, entry: PlacedOperation): LocatedObject[] {
  const declared = new Map<string, LocatedObject>();
  for (const parameter of [
    ...parametersIn(document, entry.pathItem.parameters, childPointer(entry.pathItemPointer, "parameters")),
    ...parametersIn(document, entry.operation.parameters, childPointer(entry.operationPointer, "parameters")),
  ]) {
    const { in: place, name } = parameter.value;
    declared.set(JSON.stringify([place, name]), parameter);
  }
  return [...declared.values()];
}

function parametersIn(document: JsonObject, parameters: unknown, pointer: string): LocatedObject[] {
  if (parameters === undefined) return [];
  if (!Array.isArray(parameters)) throw new DocumentError("parameters must be an array", [{ pointer }]);
  return parameters
    .map((node, index) => {
      const located = locateObject(document, node, childPointer(pointer, index), "Parameter Object");
      return { value: describedAt(document, node), pointer: located.pointer };
    })
    .filter(({ value }) => isPossibleParameter(value));
}
