import { isJsonObject } from "@np6/openapi-document";

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
export function tellReason(body: Buffer, reason: string, accepts: (body: unknown) => boolean): Buffer {
  const example: unknown = JSON.parse(body.toString("utf8"));
  if (!isJsonObject(example)) return body;
  const name = properties.find(
    (property) => Object.hasOwn(example, property) && typeof example[property] === "string",
  );
  if (name === undefined) return body;
  const told = { ...example, [name]: reason };
  return accepts(told) ? Buffer.from(JSON.stringify(told)) : body;
}
