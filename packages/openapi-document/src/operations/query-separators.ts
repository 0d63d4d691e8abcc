import type { JsonObject } from "../pointer/json-object.ts";
import type { ListedOperation } from "./list-operations.ts";
import { operationParameters } from "./operation-parameters.ts";

/** Separators between elements, percent-encoded as in a URL (OpenAPI, section "Style Examples"). */
const separators: Readonly<Record<string, string>> = { form: ",", spaceDelimited: "%20", pipeDelimited: "|" };

/**
 * Lists the separators of query parameters with `explode: false`, by name. Other parameters are repeated for each
 * element and need no separator.
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
