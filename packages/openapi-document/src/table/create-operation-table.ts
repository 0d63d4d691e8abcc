import { type DeprecatedInput, deprecatedInputs } from "../operations/deprecated-inputs.ts";
import { type ListedOperation, listOperations } from "../operations/list-operations.ts";
import { nameOperations } from "../operations/name-operations.ts";
import { operationSecurity } from "../operations/operation-security.ts";
import { pathParameters } from "../operations/path-parameters.ts";
import { querySeparators } from "../operations/query-separators.ts";
import type { TableWarning } from "../operations/table-warning.ts";
import { DocumentError } from "../pointer/document-error.ts";
import { asObject, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import type { ApiDescription, OperationDescription } from "./api-description.ts";
import { MediaTypeRegistry } from "./media-type-registry.ts";
import { requestBody } from "./request-body.ts";
import { responseHeaders } from "./response-headers.ts";
import { responseKinds } from "./response-kinds.ts";
import { responses } from "./responses.ts";
import { securitySchemes } from "./security-schemes.ts";
import { serverUrl } from "./server-url.ts";

/** An operation table and the warnings about its document. */
export interface OperationTable {
  readonly table: ApiDescription;
  readonly warnings: readonly TableWarning[];
}

// RFC 9110 9.2.2: the safe methods, PUT and DELETE. OpenAPI 3.2 defines QUERY as a safe method.
const IDEMPOTENT = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"]);

/**
 * Makes the operation table of an OpenAPI 3.0, 3.1 or 3.2 document. It describes each operation as far as requests and
 * responses need it. The function is pure and does not change the document.
 *
 * @param document parsed document in which every `$ref` points into itself (a bundled document)
 * @throws DocumentError with a JSON Pointer when the document breaks a rule of OpenAPI that the table needs
 */
export function createOperationTable(document: unknown): OperationTable {
  if (!isJsonObject(document))
    throw new DocumentError("an OpenAPI document must be an object", [{ pointer: "#" }]);
  const warnings: TableWarning[] = [];
  const registry = new MediaTypeRegistry(warnings);
  const schemes = securitySchemes(document);
  const server = serverUrl(document.servers, "#/servers");

  const describe = (entry: ListedOperation): OperationDescription => {
    const ownServer = operationServer(entry);
    const deprecated = deprecatedInputs(document, entry);
    const sunsets = sunsetsOf(entry, deprecated);
    const separators = querySeparators(document, entry);
    const body = requestBody(document, entry, registry);
    return {
      method: entry.method,
      path: entry.path,
      ...(entry.operation.deprecated === true ? { deprecated: true } : {}),
      ...(deprecated.length > 0 ? { deprecatedInputs: deprecated.map(({ path }) => path) } : {}),
      ...(Object.keys(sunsets).length > 0 ? { sunsets } : {}),
      ...(ownServer === undefined || ownServer === server ? {} : { server: ownServer }),
      pathParameters: pathParameters(document, entry, warnings),
      ...(Object.keys(separators).length === 0 ? {} : { querySeparators: separators }),
      ...(body === undefined ? {} : { requestBody: body }),
      responses: responses(document, entry, registry),
      security: operationSecurity(document, entry, schemes),
      idempotent: IDEMPOTENT.has(entry.method),
      ...(entry.operation["x-contacts-people"] === true ? { contactsPeople: true } : {}),
    };
  };

  const named = nameOperations(listOperations(document, warnings), warnings);
  const described = named.map((entry) => ({ entry, description: describe(entry) }));
  // This comes after all operations: only then is the format of every media type final.
  const mediaTypes = registry.formats();
  const operations = Object.fromEntries(
    described.map(({ entry, description }) => {
      const kinds = responseKinds(document, entry, (mediaType) => mediaTypes[mediaType] === "json");
      return [
        entry.name,
        Object.keys(kinds).length === 0 ? description : { ...description, jsonKinds: kinds },
      ];
    }),
  );
  const headers = responseHeaders(document, named);
  const table: ApiDescription = {
    title: infoText(document, "title"),
    version: infoText(document, "version"),
    server,
    ...(headers === undefined ? {} : { responseHeaders: headers }),
    securitySchemes: schemes,
    mediaTypes,
    operations,
  };
  return { table, warnings };
}

/** Collects the removal dates of an operation and of its deprecated inputs. */
function sunsetsOf(
  { operation }: ListedOperation,
  inputs: readonly DeprecatedInput[],
): Record<string, string> {
  const own = operation.deprecated === true ? operation["x-sunset"] : undefined;
  const dated = inputs.flatMap(({ path, sunset }) =>
    sunset === undefined ? [] : [[inputName(path), sunset]],
  );
  return Object.fromEntries([...(typeof own === "string" ? [["", own]] : []), ...dated]);
}

/** Formats a path for people: `body.lines[].note`. */
const inputName = (path: readonly string[]): string => path.join(".").replaceAll(".[]", "[]");

/** Returns the server of an operation, or that of its path item. */
function operationServer({
  operation,
  operationPointer,
  pathItem,
  pathItemPointer,
}: ListedOperation): string | undefined {
  return (
    serverUrl(operation.servers, childPointer(operationPointer, "servers")) ??
    serverUrl(pathItem.servers, childPointer(pathItemPointer, "servers"))
  );
}

function infoText(document: JsonObject, field: "title" | "version"): string {
  const value = asObject(document.info)[field];
  if (typeof value === "string") return value;
  // YAML reads an unquoted 8.10 as the number 8.1, so converting the number back would lose a digit silently.
  const reason = `info.${field} must be a string${typeof value === "number" ? "; quote it" : ""}`;
  throw new DocumentError(reason, [{ pointer: `#/info/${field}` }]);
}
