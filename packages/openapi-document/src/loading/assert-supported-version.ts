import { DocumentError } from "../pointer/document-error.ts";
import { isJsonObject } from "../pointer/json-object.ts";

/**
 * Checks that a parsed file is an OpenAPI 3.0, 3.1 or 3.2 document.
 *
 * @throws DocumentError
 */
export function assertSupportedVersion(parsed: unknown, file: string): void {
  if (!isJsonObject(parsed)) {
    throw new DocumentError("this is not an OpenAPI document: its top level is not an object", [{ file }]);
  }
  const { openapi, swagger, paths, webhooks, components } = parsed;
  if (swagger !== undefined) {
    const reason = `Swagger ${String(swagger)} is not supported; convert the document to OpenAPI 3 first, for example with swagger2openapi`;
    throw new DocumentError(reason, [{ file, pointer: "#/swagger" }]);
  }
  if (openapi === undefined) {
    const reason = 'this is not an OpenAPI document: it has no "openapi" field such as openapi: 3.1.0';
    throw new DocumentError(reason, [{ file }]);
  }
  const pointer = "#/openapi";
  if (typeof openapi !== "string") {
    throw new DocumentError('the OpenAPI version must be a string; quote it, as in "3.1.0"', [
      { file, pointer },
    ]);
  }
  if (!/^3\.[012](?:\.|$)/.test(openapi)) {
    throw new DocumentError(`OpenAPI ${openapi} is not supported; use 3.0, 3.1 or 3.2`, [{ file, pointer }]);
  }
  if (paths === undefined && webhooks === undefined && components === undefined) {
    throw new DocumentError("an OpenAPI document needs paths, webhooks or components", [{ file }]);
  }
}
