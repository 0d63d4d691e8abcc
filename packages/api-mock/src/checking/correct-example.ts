import { isJsonObject } from "@np6/openapi-document";
import type { Operation } from "../api/read-specification.ts";
import { describeProblem } from "../schemas/create-validator.ts";
import { responseSchema } from "../schemas/json-body.ts";
import { type Answer, headerOf } from "../wire/answer.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";
import type { BodyRules } from "./check-request-body.ts";

/** Properties that documents use for the reason of a refusal, the most specific first (the first is of RFC 9457). */
const properties = ["detail", "message", "description", "error_description", "reason", "title", "error"];

/**
 * Writes the reason of a refusal into its body, in place of the example's text. Otherwise the example could point a
 * test's reader to the wrong field.
 *
 * @param body JSON text of the documented refusal
 * @param accepts whether the operation's schema allows the new body
 * @returns the unchanged body when it has no property for a reason
 */
function insertReason(body: Buffer, reason: string, accepts: (body: unknown) => boolean): Buffer {
  const example: unknown = JSON.parse(body.toString("utf8"));
  if (!isJsonObject(example)) return body;
  const name = properties.find(
    (property) => Object.hasOwn(example, property) && typeof example[property] === "string",
  );
  if (name === undefined) return body;
  const changed = { ...example, [name]: reason };
  return accepts(changed) ? Buffer.from(JSON.stringify(changed)) : body;
}

/** Problems of examples by schema. Examples are few and never change, so each is checked once. */
const problemsOfExamples = new WeakMap<object, Map<string, readonly string[]>>();

/**
 * Corrects a response that was made from the document's examples. A refusal gets the reason of this request's refusal.
 * An example that breaks its own schema is reported as a violation.
 *
 * @param reason reason of a refusal of a valid request; default: the first rule that the request breaks
 */
export function correctExample(
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
    const accepts = (candidate: unknown) =>
      !isJsonObject(schema) || validator()(schema, candidate).length === 0;
    const corrected = insertReason(body, reason, accepts);
    return {
      ...answer,
      body: corrected,
      rawHeaders: forwardedHeaders(rawHeaders, { "content-length": String(corrected.length) }),
    };
  }
  if (!isJsonObject(schema)) return answer;
  const cached = problemsOfExamples.get(schema) ?? new Map<string, readonly string[]>();
  problemsOfExamples.set(schema, cached);
  const text = body.toString("utf8");
  const broken =
    cached.get(text) ??
    validator()(schema, JSON.parse(text)).map((problem) => `response.body: ${describeProblem(problem)}`);
  cached.set(text, broken);
  return { ...answer, violations: [...violations, ...broken] };
}

/** Removes the location, which `request.body.receiver: Request body property receiver must be object` repeats. */
function reasonOf({ status, violations: [first] }: Answer): string | undefined {
  // For a missing key, the document's text is more specific than Prism's.
  return first === undefined || status === 401 || status === 403
    ? undefined
    : `${first.replace(/^request[^:]*: /, "")}.`;
}
