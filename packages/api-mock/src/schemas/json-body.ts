import { asObject, isJsonObject, namedExamples, resolveReference } from "@np6/openapi-document";
import type { Operation, Specification } from "../api/read-specification.ts";

/** A JSON body that the document describes. */
export interface JsonBody {
  readonly mediaType: string;
  /** The schema as in the document: it may be a `$ref`. */
  readonly schema: unknown;
  /** Its examples, in the order of the document. */
  readonly examples: readonly unknown[];
}

/** Finds the status of the operation's success, the lowest of several. */
function successStatus(operation: Operation): string | undefined {
  return Object.keys(operation.responses)
    .filter((status) => /^2/.test(status))
    .sort()[0];
}

/** Finds the JSON body of the operation's success: that of `mediaType`, or the first one. */
export function successBody(
  specification: Specification,
  operation: Operation,
  mediaType?: string,
): JsonBody | undefined {
  const responses = resolveReference(specification.document, operation.described.responses);
  return firstJson(specification, responses[successStatus(operation) ?? ""], mediaType);
}

/** Finds the JSON body of the operation's request: that of `mediaType`, or the first one. */
export function requestBody(
  specification: Specification,
  operation: Operation,
  mediaType?: string,
): JsonBody | undefined {
  return firstJson(specification, operation.described.requestBody, mediaType);
}

/** Finds the schema of a response's body: of the status itself, its range, or the default. */
export function responseSchema(
  { document }: Specification,
  operation: Operation,
  status: number,
  mediaType: string,
): unknown {
  const responses = resolveReference(document, operation.described.responses);
  const response = responses[status] ?? responses[`${Math.trunc(status / 100)}XX`] ?? responses.default;
  const { content } = resolveReference(document, response);
  return isJsonObject(content) ? resolveReference(document, content[mediaType]).schema : undefined;
}

function firstJson(
  { document, json }: Specification,
  holder: unknown,
  requestedType?: string,
): JsonBody | undefined {
  const { content } = resolveReference(document, holder);
  const bodies = Object.entries(asObject(content)).filter(([type]) => json.has(type));
  const [mediaType, value] = bodies.find(([name]) => name === requestedType) ?? bodies[0] ?? [];
  if (mediaType === undefined) return undefined;
  const media = resolveReference(document, value);
  return {
    mediaType,
    schema: media.schema,
    examples: namedExamples(document, media).map((example) => example.value),
  };
}
