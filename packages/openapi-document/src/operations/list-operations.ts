import { DocumentError } from "../pointer/document-error.ts";
import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { locateObject } from "../pointer/locate-object.ts";
import type { HttpMethod } from "../table/api-description.ts";
import type { TableWarning } from "./table-warning.ts";

/** An operation as the document writes it. */
export interface ListedOperation {
  readonly method: HttpMethod;
  readonly path: string;
  /** The path item, with its `$ref` resolved. */
  readonly pathItem: JsonObject;
  /** Pointer to the path item under `paths`, before its `$ref` is followed. */
  readonly pathPointer: string;
  /** Pointer to the path item after its `$ref` is followed. */
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

/** A token (RFC 9110, 5.6.2), which every HTTP method is. */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * Lists the operations under `paths`, which clients call, or `webhooks`, which the API calls, in the order of the
 * document.
 * @throws DocumentError when `paths`, a path item or an operation breaks a rule of OpenAPI
 */
export function listOperations(
  document: JsonObject,
  warnings: TableWarning[],
  section: "paths" | "webhooks" = "paths",
  isMeant: (path: string) => boolean = () => true,
): ListedOperation[] {
  const listed: ListedOperation[] = [];
  if (document[section] === undefined) return listed;
  const start = `#/${section}`;
  const paths = locateObject(document, document[section], start, "Paths Object");
  for (const [path, node] of Object.entries(paths.value)) {
    if (!isMeant(path)) continue;
    const pathPointer = childPointer(start, path);
    if (section === "paths" && path.startsWith("x-")) continue;
    if (section === "paths" && !path.startsWith("/")) {
      throw new DocumentError(`path "${path}" must start with a slash`, [{ pointer: pathPointer }]);
    }
    const target = locateObject(document, node, pathPointer, "Path Item Object");
    // Members beside the $ref of a path item override its target, as in a bundled document.
    const pathItem =
      isJsonObject(node) && node !== target.value ? { ...target.value, ...node } : target.value;
    for (const [key, value] of Object.entries(pathItem)) {
      const ownKey = isJsonObject(node) && Object.hasOwn(node, key);
      const pathItemPointer = ownKey ? pathPointer : target.pointer;
      const pointer = childPointer(pathItemPointer, key);
      const described = operationsUnder(document, key, value, pointer);
      if (described.length === 0 && !OTHER_FIELDS.has(key) && !key.startsWith("x-")) {
        const version = isVersion32(document) ? "3.2" : "3.1";
        const reason = `"${key}" is ignored: it is no method of OpenAPI ${version} (they are written in lower case)`;
        warnings.push({ kind: "unknown member of a path", pointer, reason });
      }
      for (const { method, node, operationPointer } of described) {
        const operation = locateObject(document, node, operationPointer, "Operation Object").value;
        const pathItemPointer = target.pointer;
        listed.push({ method, path, pathItem, pathPointer, pathItemPointer, operation, operationPointer });
      }
    }
  }
  return listed;
}

/** Lists the operations in a member of a path item: one under a method, any number under `additionalOperations`. */
function operationsUnder(
  document: JsonObject,
  key: string,
  value: unknown,
  pointer: string,
): { readonly method: HttpMethod; readonly node: unknown; readonly operationPointer: string }[] {
  const method = Object.hasOwn(METHODS, key) ? METHODS[key] : undefined;
  if (method !== undefined) return [{ method, node: value, operationPointer: pointer }];
  if (!isVersion32(document)) return [];
  if (key === "query") return [{ method: "QUERY", node: value, operationPointer: pointer }];
  if (key !== "additionalOperations" || !isJsonObject(value)) return [];
  return Object.entries(value).map(([name, node]) => {
    const operationPointer = childPointer(pointer, name);
    if (!TOKEN.test(name)) {
      const reason = `"${name}" is no method of HTTP; write it as it is sent, as in COPY`;
      throw new DocumentError(reason, [{ pointer: operationPointer }]);
    }
    const own = name.toLowerCase();
    if (name === own.toUpperCase() && (own === "query" || Object.hasOwn(METHODS, own))) {
      const reason = `${name} has a member of its own; describe it as "${own}" of the path`;
      throw new DocumentError(reason, [{ pointer: operationPointer }]);
    }
    return { method: name, node, operationPointer };
  });
}

function isVersion32({ openapi }: JsonObject): boolean {
  return typeof openapi === "string" && /^3\.2(?:\.|$)/.test(openapi);
}
