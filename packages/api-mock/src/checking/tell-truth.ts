import { isJsonObject } from "@np6/openapi-document";
import type { Operation } from "../api/read-specification.ts";
import { describeProblem } from "../schemas/create-validator.ts";
import { responseSchema } from "../schemas/json-body.ts";
import { type Answer, headerOf } from "../wire/answer.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";
import type { BodyRules } from "./check-request-body.ts";

/** Properties that documents use for what was wrong with a request, the most telling first (RFC 9457 has the first). */
const properties = ["detail", "message", "description", "error_description", "reason", "title", "error"];

/**
 * Writes what was wrong with a request into the body of its refusal, in place of what the document's example says. A test that
 * reads it must not be sent to the wrong field.
 *
 * @param body JSON text of the documented refusal
 * @param accepts whether the operation may answer this
 * @returns the body as it was when it has no place for a reason
 */
function tellReason(body: Buffer, reason: string, accepts: (body: unknown) => boolean): Buffer {
  const example: unknown = JSON.parse(body.toString("utf8"));
  if (!isJsonObject(example)) return body;
  const name = properties.find(
    (property) => Object.hasOwn(example, property) && typeof example[property] === "string",
  );
  if (name === undefined) return body;
  const told = { ...example, [name]: reason };
  return accepts(told) ? Buffer.from(JSON.stringify(told)) : body;
}

/** Examples are few and never change, so each is looked at once; by the schema that it should keep to. */
const problemsOfExamples = new WeakMap<object, Map<string, readonly string[]>>();

/**
 * Makes an answer that came from the document's examples true. A refusal says why this request is refused, and an
 * example that breaks its own schema is told as a violation.
 *
 * @param reason why the request is refused, when the document allows it; else the first rule that it breaks
 */
export function tellTruth(
  { specification, validator }: BodyRules,
  operation: Operation,
  answer: Answer,
  reason: string | undefined = reasonOf(answer),
): Answer {
  const { status, rawHeaders, body, violations } = answer;
  const mediaType = headerOf(rawHeaders, "content-type")?.split(";")[0]?.trim() ?? "";
  if (body.length === 0 || !specification.json.has(mediaType)) return answer;
  const schema = responseSchema(specification, operation, status, mediaType);
  if (reason !== undefined && status >= 400) {
    const accepts = (told: unknown) => !isJsonObject(schema) || validator()(schema, told).length === 0;
    const told = tellReason(body, reason, accepts);
    return {
      ...answer,
      body: told,
      rawHeaders: forwardedHeaders(rawHeaders, { "content-length": String(told.length) }),
    };
  }
  if (!isJsonObject(schema)) return answer;
  const known = problemsOfExamples.get(schema) ?? new Map<string, readonly string[]>();
  problemsOfExamples.set(schema, known);
  const text = body.toString("utf8");
  const broken =
    known.get(text) ??
    validator()(schema, JSON.parse(text)).map((problem) => `response.body: ${describeProblem(problem)}`);
  known.set(text, broken);
  return { ...answer, violations: [...violations, ...broken] };
}

/** `request.body.receiver: Request body property receiver must be object` says the place twice. */
function reasonOf({ status, violations: [first] }: Answer): string | undefined {
  // What Prism says of a missing key is less than the document does.
  return first === undefined || status === 401 || status === 403
    ? undefined
    : `${first.replace(/^request[^:]*: /, "")}.`;
}
