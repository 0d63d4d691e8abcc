import { CodegenError } from "../codegen-error.ts";
import { isRecord, type JsonObject } from "../is-record.ts";
import { childPointer } from "../json-pointer.ts";
import type { HttpMethod } from "./api-description.ts";
import type { CodegenWarning } from "./codegen-warning.ts";
import { resolveReference } from "./resolve-reference.ts";

/** One operation as the document writes it. */
export interface ListedOperation {
  readonly method: HttpMethod;
  readonly path: string;
  /** The path item with its own `$ref` resolved. */
  readonly pathItem: JsonObject;
  /** Where the path item stands under `paths`, whatever it refers to. */
  readonly pathPointer: string;
  /** Where the members of the path item really stand. */
  readonly pathItemPointer: string;
  readonly operation: JsonObject;
  readonly operationPointer: string;
}

const METHODS: Readonly<Record<string, HttpMethod>> = {
  get: "GET",
  put: "PUT",
  post: "POST",
  delete: "DELETE",
  options: "OPTIONS",
  head: "HEAD",
  patch: "PATCH",
  trace: "TRACE",
};

const OTHER_FIELDS = new Set(["$ref", "summary", "description", "servers", "parameters"]);

/**
 * Lists the operations under `paths` in the order of the document. Webhooks and callbacks are requests that the API
 * sends, not the client, and are left out.
 *
 * @throws CodegenError when `paths`, a path item or an operation is not what OpenAPI says
 */
export function listOperations(document: JsonObject, warnings: CodegenWarning[]): ListedOperation[] {
  const listed: ListedOperation[] = [];
  if (document.paths === undefined) return listed;
  const paths = resolveReference(document, document.paths, "#/paths", "Paths Object");
  for (const [path, node] of Object.entries(paths.value)) {
    if (path.startsWith("x-")) continue;
    const pathPointer = childPointer("#/paths", path);
    if (!path.startsWith("/")) {
      throw new CodegenError(`path "${path}" must start with a slash`, [{ pointer: pathPointer }]);
    }
    const target = resolveReference(document, node, pathPointer, "Path Item Object");
    // What stands beside the $ref of a path item wins, as in a bundled document.
    const pathItem = isRecord(node) && node !== target.value ? { ...target.value, ...node } : target.value;
    for (const [key, value] of Object.entries(pathItem)) {
      const ownKey = isRecord(node) && Object.hasOwn(node, key);
      const pathItemPointer = ownKey ? pathPointer : target.pointer;
      const operationPointer = childPointer(pathItemPointer, key);
      const method = Object.hasOwn(METHODS, key) ? METHODS[key] : undefined;
      if (method === undefined) {
        if (!OTHER_FIELDS.has(key) && !key.startsWith("x-")) {
          const reason = `"${key}" is ignored: it is no method of OpenAPI 3.1 (they are written in lower case)`;
          warnings.push({ pointer: operationPointer, reason });
        }
        continue;
      }
      const operation = resolveReference(document, value, operationPointer, "Operation Object").value;
      listed.push({
        method,
        path,
        pathItem,
        pathPointer,
        pathItemPointer: target.pointer,
        operation,
        operationPointer,
      });
    }
  }
  return listed;
}
