import { createOperationTable as createTable, type OperationTable } from "@np6/openapi-document";
import {
  type DocumentOptions,
  type LoadedDocument,
  loadDocument as load,
} from "@np6/openapi-document/reading";
import { CodegenError } from "../codegen-error.ts";

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 document in YAML or JSON and bundles the files it refers to. It never uses the
 * network or a configuration file, so the same files always give the same result.
 *
 * @param specFile path of the document
 * @throws CodegenError when a file is missing, outside the root folder, beyond a limit or not parseable; also for an
 *   unsupported version, a broken `$ref` or an object that breaks a rule of OpenAPI
 */
export async function loadDocument(specFile: string, options: DocumentOptions = {}): Promise<LoadedDocument> {
  try {
    return await load(specFile, options);
  } catch (error) {
    throw CodegenError.from(error);
  }
}

/**
 * Makes the operation table of an OpenAPI 3.0, 3.1 or 3.2 document. It describes each operation as far as requests and
 * responses need it. The function is pure and does not change the document.
 *
 * @param document parsed document in which every `$ref` points into itself (a bundled document)
 * @throws CodegenError with a JSON Pointer when the document breaks a rule of OpenAPI that the table needs
 */
export function createOperationTable(document: unknown): OperationTable {
  try {
    return createTable(document);
  } catch (error) {
    throw CodegenError.from(error);
  }
}
