import { childPointer, isJsonObject, type JsonObject, locateObject } from "@np6/openapi-document";

/**
 * Copies the headers that responses refer to in place. openapi-typescript makes every header behind a `$ref` required,
 * even an optional one. The types would then promise a header that a server may leave out.
 * @param responses - a Responses Object, or the map `components.responses`
 * @param pointer - its location in the document
 */
export function inlineResponseHeaders(document: JsonObject, responses: unknown, pointer: string): void {
  if (!isJsonObject(responses)) return;
  for (const [name, response] of Object.entries(responses)) {
    if (!isJsonObject(response) || !isJsonObject(response.headers)) continue;
    const headers = response.headers as Record<string, unknown>;
    const at = childPointer(childPointer(pointer, name), "headers");
    for (const [header, node] of Object.entries(headers)) {
      headers[header] = locateObject(document, node, childPointer(at, header), "Header Object").value;
    }
  }
}
