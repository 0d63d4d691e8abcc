import { findResponse } from "../api/find-response.ts";
import type { Operation, Specification } from "../api/read-specification.ts";
import { describeProblem, type Validate } from "../schemas/create-validator.ts";
import { responseSchema } from "../schemas/json-body.ts";
import { type Answer, headerOf } from "../wire/answer.ts";

/** Rules for checking a response. */
export interface AnswerRules {
  readonly specification: Specification;
  readonly validate: Validate;
}

/**
 * Checks a response of a real API against the document: status, media type, and schema of JSON bodies.
 *
 * @returns the broken rules, one line each
 */
export function checkAnswer(
  { specification, validate }: AnswerRules,
  operation: Operation,
  { status, rawHeaders, body }: Pick<Answer, "status" | "rawHeaders" | "body">,
): string[] {
  const documented = findResponse(operation, status);
  if (documented === undefined) {
    const documentedStatuses = Object.keys(operation.responses).join(", ");
    return [
      `response.status: ${operation.operationId} does not document ${status}, but ${documentedStatuses}`,
    ];
  }
  if (body.length === 0) {
    if (documented.bodyMayBeEmpty) return [];
    return [`response.body: it is empty, and the document does not allow that for the ${status}`];
  }
  const contentType = headerOf(rawHeaders, "content-type");
  const mediaType = contentType?.split(";")[0]?.trim();
  if (mediaType === undefined || !documented.mediaTypes.includes(mediaType)) {
    const documentedTypes = documented.mediaTypes.join(", ") || "no body";
    return [
      `response.headers.content-type: received ${mediaType ?? "none"}; the ${status} documents ${documentedTypes}`,
    ];
  }
  if (!specification.json.has(mediaType)) return [];
  const encoding = headerOf(rawHeaders, "content-encoding") ?? "identity";
  if (encoding !== "identity")
    return [`response.body: it is encoded as ${encoding} although identity was requested; not checked`];
  const schema = responseSchema(specification, operation, status, mediaType);
  try {
    return validate(schema ?? true, JSON.parse(body.toString("utf8"))).map(
      (problem) => `response.body: ${describeProblem(problem)}`,
    );
  } catch (error) {
    return [`response.body: it is not JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
}
