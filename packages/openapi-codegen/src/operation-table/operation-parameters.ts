import { isPossibleParameter } from "@np6/openapi-document";
import { CodegenError } from "../codegen-error.ts";
import type { JsonObject } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import type { ListedOperation } from "./list-operations.ts";
import { type LocatedObject, resolveReference } from "./resolve-reference.ts";

/**
 * Lists the parameters of an operation, references followed: those of the path item, which hold for all its operations, and
 * then its own. One that is declared again by place and name is there once, as the operation declares it.
 */
export function operationParameters(document: JsonObject, entry: ListedOperation): LocatedObject[] {
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
  if (!Array.isArray(parameters)) throw new CodegenError("parameters must be an array", [{ pointer }]);
  return parameters
    .map((node, index) => resolveReference(document, node, childPointer(pointer, index), "Parameter Object"))
    .filter(({ value }) => isPossibleParameter(value));
}
