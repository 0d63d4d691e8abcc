import { describedAt } from "../pointer/described-at.ts";
import { DocumentError } from "../pointer/document-error.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { type LocatedObject, locateObject } from "../pointer/locate-object.ts";
import { isPossibleParameter } from "../reading/probable-mistakes.ts";

/** An operation and the path item that it stands in, and where both stand. */
interface PlacedOperation {
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
  readonly pathItemPointer: string;
  readonly operationPointer: string;
}

/**
 * Lists the parameters of an operation, references followed: those of the path item, which hold for all its operations, and
 * then its own. One that is declared again by place and name is there once, as the operation declares it. A description beside
 * a `$ref` is laid over its target.
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
