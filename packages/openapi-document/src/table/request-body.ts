import type { ListedOperation } from "../operations/list-operations.ts";
import type { TableWarning } from "../operations/table-warning.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { locateObject } from "../pointer/locate-object.ts";
import type { RequestBodyDescription } from "./api-description.ts";
import { isMediaRange } from "./body-format.ts";
import { contentMediaTypes } from "./content-media-types.ts";
import type { MediaTypeRegistry } from "./media-type-registry.ts";

/** Describes the request body of an operation; `undefined` when it accepts none. */
export function requestBody(
  document: JsonObject,
  entry: ListedOperation,
  registry: MediaTypeRegistry,
  warnings: TableWarning[],
): RequestBodyDescription | undefined {
  if (entry.operation.requestBody === undefined) return undefined;
  const pointer = childPointer(entry.operationPointer, "requestBody");
  const body = locateObject(document, entry.operation.requestBody, pointer, "Request Body Object");
  if (entry.method === "GET" || entry.method === "HEAD") {
    warnings.push({
      kind: "body of GET",
      pointer,
      reason: `${entry.method} ${entry.path} has a request body, which fetch refuses to send`,
    });
  }
  const mediaTypes = contentMediaTypes(document, body, registry, warnings);
  for (const range of mediaTypes.filter(isMediaRange)) {
    const reason = `a request cannot be labelled with the range ${range}; the caller has to choose a media type`;
    const pointer = childPointer(childPointer(body.pointer, "content"), range);
    warnings.push({ kind: "range as a request type", pointer, reason });
  }
  return { required: body.value.required === true, mediaTypes };
}
