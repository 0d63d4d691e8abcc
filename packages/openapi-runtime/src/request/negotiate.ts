import { inCode, Refusal } from "../failures/refusal.ts";
import type { NamedOperation } from "../table/api-description.ts";
import { successMediaTypes } from "../table/declared-media-types.ts";

/**
 * Chooses the media types of a call's Accept header: the caller's choice, else one for each declared success. That is
 * the first of the client's preferred ones that the success has, else the success's first. So a media type that the
 * spec adds later changes no existing call.
 * @returns an empty list when every success is empty
 * @throws Refusal when the spec does not declare the choice
 */
export function acceptedMediaTypes(
  operation: NamedOperation,
  preferred: readonly string[],
  choice?: string,
): readonly string[] {
  const successes = successMediaTypes(operation);
  if (choice !== undefined)
    return [requireDeclared("accept", choice, [...new Set(successes.flat())], operation)];
  const accepted = successes.flatMap((declared) => firstPreferred(preferred, declared) ?? declared[0] ?? []);
  return [...new Set(accepted)];
}

/** Makes the Accept value of a call. When every success is empty, any media type is accepted, for refusals. */
export function acceptHeader(accepted: readonly string[]): string {
  return accepted.join(", ") || "*/*";
}

/**
 * Chooses the Content-Type of a call's body: the caller's choice, the first of the client's preferred ones that the
 * spec declares, or the first declared.
 * @returns undefined when there is no body, so that no header is sent
 * @throws Refusal for a choice that the spec does not declare; for a body of an operation without one; for a missing
 *   body that is required
 */
export function contentTypeHeader(
  operation: NamedOperation,
  body: unknown,
  preferred: readonly string[],
  choice?: string,
): string | undefined {
  const declared = operation.requestBody?.mediaTypes ?? [];
  const chosen =
    choice === undefined
      ? (firstPreferred(preferred, declared) ?? declared[0])
      : requireDeclared("contentType", choice, declared, operation);
  if (body === undefined) {
    if (!operation.requestBody?.required) return undefined;
    throw new Refusal("this operation needs a body; pass `body`.", operation);
  }
  if (chosen === undefined) {
    throw new Refusal("this operation takes no body; leave `body` out.", operation);
  }
  return chosen;
}

function firstPreferred(preferred: readonly string[], declared: readonly string[]): string | undefined {
  return preferred.find((mediaType) => declared.includes(mediaType));
}

function requireDeclared(
  option: string,
  choice: string,
  declared: readonly string[],
  operation: NamedOperation,
): string {
  if (declared.includes(choice)) return choice;
  const allowed = declared.length > 0 ? `one of: ${declared.join(", ")}` : "left out";
  throw new Refusal(`\`${option}\` is ${JSON.stringify(choice)}; it must be ${allowed}.`, inCode(operation));
}
