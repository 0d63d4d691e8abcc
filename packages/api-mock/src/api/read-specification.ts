import {
  asObject,
  createOperationTable,
  findOperation,
  isJsonObject,
  type JsonObject,
  operationParameters,
  resolveReference,
} from "@np6/openapi-document";
import { isJsonName } from "./prism-media-type.ts";

/** The facts about one documented response that the mock needs. */
export interface DocumentedResponse {
  /** Media types byte for byte as in the document; none for a response without a body. */
  readonly mediaTypes: readonly string[];
  /** True when the body may be empty: the document declares so (`x-body-may-be-empty`), or declares no body. */
  readonly bodyMayBeEmpty: boolean;
  /** Names of its examples by media type, for `Prefer: example=…`. */
  readonly exampleNames: Readonly<Record<string, readonly string[]>>;
  /** Names of the headers that it declares. */
  readonly headerNames: readonly string[];
}

/** The facts about one operation that the mock needs. */
export interface Operation {
  /** The operation object of the document. */
  readonly described: JsonObject;
  readonly operationId: string;
  readonly method: string;
  /** Path template, such as `/scripting/workflows/{id}/execution`. */
  readonly path: string;
  /** Undefined when the operation has no body. */
  readonly requestMediaTypes: readonly string[] | undefined;
  /** All media types that a success can have. */
  readonly successMediaTypes: readonly string[];
  /** By status, range (`4XX`) or `default`. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  /** Names in lower case of the headers that it declares as parameters. */
  readonly headerParameters: readonly string[];
  /** Names of the headers that contain a key. */
  readonly keyHeaders: readonly string[];
}

/** The facts about an API that the mock needs. */
export interface Specification {
  readonly document: JsonObject;
  readonly operations: readonly Operation[];
  /** The media types that are JSON. */
  readonly json: ReadonlySet<string>;
  /** The JSON media types whose names do not state it. */
  readonly disguised: ReadonlySet<string>;
}

function readResponse(
  document: JsonObject,
  value: unknown,
  mediaTypes: readonly string[],
): DocumentedResponse {
  const response = resolveReference(document, value);
  const contents = Object.entries(asObject(response.content));
  const exampleNames = contents.map(([mediaType, content]): [string, string[]] => {
    const { examples, example } = resolveReference(document, content);
    // Prism calls an example without a name "default".
    return [
      mediaType,
      isJsonObject(examples) ? Object.keys(examples) : example === undefined ? [] : ["default"],
    ];
  });
  return {
    mediaTypes,
    bodyMayBeEmpty: mediaTypes.length === 0 || response["x-body-may-be-empty"] === true,
    exampleNames: Object.fromEntries(exampleNames),
    headerNames: Object.keys(resolveReference(document, response.headers)),
  };
}

function headerParameters(document: JsonObject, described: { path: string; method: string }): string[] {
  const operation = findOperation(document, described);
  const parameters = operation === undefined ? [] : operationParameters(document, operation);
  return parameters.flatMap(({ value: parameter }) =>
    parameter.in === "header" ? [String(parameter.name).toLowerCase()] : [],
  );
}

/**
 * Reads the mock's facts from a bundled OpenAPI document. The code generator's own reader reads operations and media
 * types from the document at run time. The client's generated table is not used: an error in it must not make the mock
 * wrong in the same way.
 *
 * @throws DocumentError when the document is not OpenAPI 3.0 or 3.1.
 */
export function readSpecification(document: JsonObject): Specification {
  const { table } = createOperationTable(document);
  for (const { method, path } of Object.values(table.operations)) assertPlayable(method, path);
  const operations = Object.entries(table.operations).map(([operationId, described]): Operation => {
    const operation = findOperation(document, described)?.operation ?? {};
    const responses = resolveReference(document, operation.responses);
    const schemes = described.security.map((name) => table.securitySchemes[name]);
    return {
      described: operation,
      operationId,
      method: described.method,
      path: described.path,
      requestMediaTypes: described.requestBody?.mediaTypes,
      successMediaTypes: [
        ...new Set(
          Object.entries(described.responses).flatMap(([status, mediaTypes]) =>
            status.startsWith("2") ? mediaTypes : [],
          ),
        ),
      ],
      responses: Object.fromEntries(
        Object.entries(described.responses).map(([status, mediaTypes]) => [
          status,
          readResponse(document, responses[status], mediaTypes),
        ]),
      ),
      headerParameters: headerParameters(document, described),
      keyHeaders: schemes.flatMap((scheme) =>
        scheme?.type === "apiKey" && scheme.in === "header" ? [scheme.name] : [],
      ),
    };
  });
  const json = Object.entries(table.mediaTypes).flatMap(([type, format]) =>
    format === "json" ? [type] : [],
  );
  return {
    document,
    operations,
    json: new Set(json),
    disguised: new Set(json.filter((mediaType) => !isJsonName(mediaType))),
  };
}

const PLAYABLE = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]);

/** Refuses methods of OpenAPI 3.2: Prism supports only those of OpenAPI 3.1. */
function assertPlayable(method: string, path: string): void {
  if (PLAYABLE.has(method)) return;
  throw new Error(
    `${method} ${path}: the mock does not support the methods of OpenAPI 3.2 (query, additionalOperations); leave this operation out of the document.`,
  );
}
