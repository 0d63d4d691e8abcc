import { asObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { type LocatedObject, locateObject } from "../pointer/locate-object.ts";
import type { ListedOperation } from "./list-operations.ts";

type Described = Pick<ListedOperation, "operation" | "operationPointer">;

/** Locates the request body of an operation; `undefined` when it has none. */
export function locateRequestBody(
  document: JsonObject,
  { operation, operationPointer }: Described,
): LocatedObject | undefined {
  const { requestBody } = operation;
  const pointer = childPointer(operationPointer, "requestBody");
  return requestBody === undefined
    ? undefined
    : locateObject(document, requestBody, pointer, "Request Body Object");
}

/** Locates the responses of an operation by status; `at` is the place before a `$ref` of the response is followed. */
export function locateResponses(
  document: JsonObject,
  { operation: { responses = {} }, operationPointer }: Described,
): (readonly [status: string, response: LocatedObject, at: string])[] {
  const pointer = childPointer(operationPointer, "responses");
  const declared = locateObject(document, responses, pointer, "Responses Object");
  return Object.entries(declared.value)
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, node]) => {
      const at = childPointer(declared.pointer, status);
      return [status, locateObject(document, node, at, "Response Object"), at];
    });
}

/** Locates the media types of a body, parameter or header, in the order of the document. */
export function locateContent(
  document: JsonObject,
  { value, pointer }: LocatedObject,
): (readonly [mediaType: string, media: LocatedObject])[] {
  const at = childPointer(pointer, "content");
  return Object.entries(asObject(value.content)).map(([mediaType, node]) => [
    mediaType,
    locateObject(document, node ?? {}, childPointer(at, mediaType), "Media Type Object"),
  ]);
}
