import { curlCommand, type JsonObject, listExampleOperations } from "@np6/openapi-document";

/**
 * Writes, for each operation, its name and a curl line to paste into a POSIX shell, made of the document's own examples.
 *
 * @param url base URL of the mock, without a slash at the end
 */
export function curlLines(document: JsonObject, url: string): string {
  return listExampleOperations(document)
    .map((operation) => {
      const command = curlCommand(operation, operation.bodies[0], { url, key: "any-key" });
      return `${operation.operationId}\n  ${command}\n`;
    })
    .join("\n");
}
