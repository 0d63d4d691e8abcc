import {
  createOperationTable,
  curlCommand,
  type JsonObject,
  listExampleOperations,
} from "@np6/openapi-document";

/** An operation's name and a curl line that calls it. */
export interface CurlLine {
  readonly operationId: string;
  readonly line: string;
}

/**
 * Writes a curl line for each operation, for a POSIX shell, with the document's own examples.
 *
 * @param url base URL of the mock, without a trailing slash
 * @param key text of the key within double quotes of the shell
 */
export function curlLines(document: JsonObject, url: string, key = "any-key"): CurlLine[] {
  return listExampleOperations(document, createOperationTable(document).table).map((operation) => ({
    operationId: operation.operationId,
    line: curlCommand(operation, operation.bodies[0], { url, key }),
  }));
}
