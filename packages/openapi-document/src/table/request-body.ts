import type { ListedOperation } from "../operations/list-operations.ts";
import { locateRequestBody } from "../operations/locate-bodies.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import type { RequestBodyDescription } from "./api-description.ts";
import { isMediaRange } from "./body-format.ts";
import { contentMediaTypes } from "./content-media-types.ts";
import type { MediaTypeRegistry } from "./media-type-registry.ts";

/** Describes the request body of an operation; `undefined` when it accepts none. */
export function requestBody(
  document: JsonObject,
  entry: ListedOperation,
  registry: MediaTypeRegistry,
): RequestBodyDescription | undefined {
  const body = locateRequestBody(document, entry);
  if (body === undefined) return undefined;
  if (entry.method === "GET" || entry.method === "HEAD") {
    const pointer = childPointer(entry.operationPointer, "requestBody");
    const reason = `${entry.method} ${entry.path} has a request body, which fetch refuses to send`;
    registry.warnings.push({ kind: "body of GET", pointer, reason });
  }
  const mediaTypes = contentMediaTypes(document, body, registry);
  for (const range of mediaTypes.filter(isMediaRange)) {
    const reason = `a request cannot be labelled with the range ${range}; the caller has to choose a media type`;
    const pointer = childPointer(childPointer(body.pointer, "content"), range);
    registry.warnings.push({ kind: "range as a request type", pointer, reason });
  }
  return { required: body.value.required === true, mediaTypes };
}
