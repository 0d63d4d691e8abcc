import type { JsonObject } from "@np6/openapi-document";
import { childPointer, referenceTarget } from "@np6/openapi-document";
import type { ApiHeader, ApiRequest, ApiResponse } from "./api-operation.ts";
import { membersOf } from "./json-object.ts";
import { locateObject } from "./located-object.ts";
import { bareMediaType } from "./media-type.ts";

/** Pointers of the schemas of a `content`, by bare media type. */
export function contentSchemas(document: JsonObject, pointer: string): ReadonlyMap<string, string> {
  const content = `${pointer}/content`;
  return new Map(
    membersOf(referenceTarget(document, content)).map(([mediaType]) => [
      bareMediaType(mediaType),
      `${childPointer(content, mediaType)}/schema`,
    ]),
  );
}

/** Reads the request body at a pointer. */
export function readRequest(document: JsonObject, at: string): ApiRequest {
  const { value, pointer } = locateObject(document, at);
  return { pointer, required: value.required === true, schemas: contentSchemas(document, pointer) };
}

/** Reads the response at a pointer. Its headers go by their names in lower case. */
export function readResponse(document: JsonObject, at: string): ApiResponse {
  const { value, pointer } = locateObject(document, at);
  const headers = membersOf(value.headers)
    // OpenAPI ignores a header of this name: `content` describes it.
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name]) => [name.toLowerCase(), readHeader(document, pointer, name)] as const);
  return { pointer, schemas: contentSchemas(document, pointer), headers: new Map(headers) };
}

function readHeader(document: JsonObject, response: string, name: string): ApiHeader {
  const { pointer } = locateObject(document, childPointer(`${response}/headers`, name));
  return { title: `header ${name}`, pointer, schemaPointer: `${pointer}/schema` };
}
