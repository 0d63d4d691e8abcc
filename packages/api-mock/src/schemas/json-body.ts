import { isJsonObject, type JsonObject, namedExamples, resolveReference } from "@np6/openapi-document";
import { operationObject } from "../api/operation-object.ts";
import type { Operation, Specification } from "../api/read-specification.ts";

/** A JSON body that the document describes. */
export interface JsonBody {
  readonly mediaType: string;
  /** As it stands in the document: it may be a `$ref`. */
  readonly schema: unknown;
  /** Its examples, in the order of the document. */
  readonly examples: readonly unknown[];
}

/** The status of the operation's success, the lowest when there are several. */
function successStatus(operation: Operation): string | undefined {
  return Object.keys(operation.responses)
    .filter((status) => /^2/.test(status))
    .sort()[0];
}

/** The JSON body of the operation's success: that of `mediaType`, or the first one. */
export function successBody(
  document: JsonObject,
  specification: Specification,
  operation: Operation,
  mediaType?: string,
): JsonBody | undefined {
  const responses = resolveReference(document, operationObject(document, operation).responses);
  return firstJson(document, specification, responses[successStatus(operation) ?? ""], mediaType);
}

/** The JSON body that the operation takes: that of `mediaType`, or the first one. */
export function requestBody(
  document: JsonObject,
  specification: Specification,
  operation: Operation,
  mediaType?: string,
): JsonBody | undefined {
  return firstJson(document, specification, operationObject(document, operation).requestBody, mediaType);
}

/** The schema of an answer's body: of the status itself, its range, or the default. */
export function responseSchema(
  document: JsonObject,
  operation: Operation,
  status: number,
  mediaType: string,
): unknown {
  const responses = resolveReference(document, operationObject(document, operation).responses);
  const response = responses[status] ?? responses[`${Math.trunc(status / 100)}XX`] ?? responses.default;
  const { content } = resolveReference(document, response);
  return isJsonObject(content) ? resolveReference(document, content[mediaType]).schema : undefined;
}

function firstJson(
  document: JsonObject,
  specification: Specification,
  holder: unknown,
  wanted?: string,
): JsonBody | undefined {
  const { content } = resolveReference(document, holder);
  const json = Object.entries(isJsonObject(content) ? content : {}).filter(([mediaType]) =>
    specification.json.has(mediaType),
  );
  const [mediaType, value] = json.find(([name]) => name === wanted) ?? json[0] ?? [];
  if (mediaType === undefined) return undefined;
  const media = resolveReference(document, value);
  return {
    mediaType,
    schema: media.schema,
    examples: namedExamples(document, media).map((example) => example.value),
  };
}
