import { randomUUID } from "node:crypto";
import type { Operation } from "../api/read-specification.ts";
import { type Answer, headerOf } from "../wire/answer.ts";
import { forwardedHeaders } from "../wire/forwarded-headers.ts";

/** The header by which support finds a call. */
export const requestIdHeader = "x-request-id";

/** Gives a response a unique id, if the document declares the header for the operation. */
export function withRequestId(answer: Answer, operation: Operation | undefined): Answer {
  const declared = Object.values(operation?.responses ?? {}).some(({ headerNames }) =>
    headerNames.some((name) => name.toLowerCase() === requestIdHeader),
  );
  if (!declared && headerOf(answer.rawHeaders, requestIdHeader) === undefined) return answer;
  return { ...answer, rawHeaders: forwardedHeaders(answer.rawHeaders, { [requestIdHeader]: randomUUID() }) };
}
