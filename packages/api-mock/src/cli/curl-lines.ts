import {
  createOperationTable,
  curlCommand,
  type JsonObject,
  listExampleOperations,
} from "@np6/openapi-document";

/** An operation's name and a line that calls it. */
export interface CurlLine {
  readonly operationId: string;
  readonly line: string;
}

/**
 * Writes, for each operation, a curl line to paste into a POSIX shell, made of the document's own examples.
 *
 * @param url base URL of the mock, without a slash at the end
 * @param key what stands as the key, as the shell reads it in double quotes
 */
export function curlLines(document: JsonObject, url: string, key = "any-key"): CurlLine[] {
  return listExampleOperations(document, createOperationTable(document).table).map((operation) => ({
    operationId: operation.operationId,
    line: curlCommand(operation, operation.bodies[0], { url, key }),
  }));
}
