import { createOperationTable as createTable, type OperationTable } from "@np6/openapi-document";
import {
  type DocumentOptions,
  type LoadedDocument,
  loadDocument as load,
} from "@np6/openapi-document/reading";
import { CodegenError } from "../codegen-error.ts";

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON, and bundles the files it refers to into one document. Nothing is
 * fetched from a network and no configuration file is read: the same files always give the same result.
 *
 * @param specFile path of the document
 * @throws CodegenError when a file is missing, outside the root folder, beyond a limit or cannot be parsed, the version is
 *   not supported, a `$ref` is broken or an object is not what OpenAPI says it is
 */
export async function loadDocument(specFile: string, options: DocumentOptions = {}): Promise<LoadedDocument> {
  try {
    return await load(specFile, options);
  } catch (error) {
    throw CodegenError.from(error);
  }
}

/**
 * Makes the operation table of an OpenAPI 3.0, 3.1 or 3.2 document. It has what a client or server needs to know of
 * each operation on the wire. Pure; the document is not changed.
 *
 * @param document parsed document in which every `$ref` points into itself (a bundled one)
 * @throws CodegenError with a JSON Pointer when the document breaks a rule of OpenAPI that the table depends on
 */
export function createOperationTable(document: unknown): OperationTable {
  try {
    return createTable(document);
  } catch (error) {
    throw CodegenError.from(error);
  }
}
