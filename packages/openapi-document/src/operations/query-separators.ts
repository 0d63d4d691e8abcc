import type { JsonObject } from "../pointer/json-object.ts";
import type { ListedOperation } from "./list-operations.ts";
import { operationParameters } from "./operation-parameters.ts";

/** What stands between the elements, as it is on the wire (OpenAPI, section "Style Examples"). */
const separators: Readonly<Record<string, string>> = { form: ",", spaceDelimited: "%20", pipeDelimited: "|" };

/**
 * What separates the elements of query parameters whose lists are one parameter (`explode: false`), by name. Of the others, each element
 * is a parameter, which needs no entry.
 */
export function querySeparators(document: JsonObject, entry: ListedOperation): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { value } of operationParameters(document, entry)) {
    const { in: place, name, style = "form", explode = style === "form" } = value;
    const separator = separators[String(style)];
    if (place === "query" && typeof name === "string" && explode === false && separator !== undefined) {
      found[name] = separator;
    }
  }
  return found;
}
