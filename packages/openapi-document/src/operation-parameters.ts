import { describedAt } from "./described-at.ts";
import type { JsonObject } from "./json-object.ts";

/**
 * The parameters of an operation, those of its path included. One that both declare is the operation's.
 * @param pathItem the path item, of which only `parameters` is read
 * @param operation the operation, likewise
 */
export function operationParameters(
  document: JsonObject,
  pathItem: JsonObject,
  operation: JsonObject,
): readonly JsonObject[] {
  const parameters = [pathItem.parameters, operation.parameters]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((parameter) => describedAt(document, parameter));
  return [...new Map(parameters.map((one) => [`${one.in} ${one.name}`, one])).values()];
}
