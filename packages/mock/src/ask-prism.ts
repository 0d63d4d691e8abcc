import type { Answer } from "./answer.ts";
import { headerOf } from "./answer.ts";
import { askForBadRequest } from "./ask-for-bad-request.ts";
import { changeAnswer } from "./change-answer.ts";
import type { ServerConnection } from "./connect-server.ts";
import type { ForwardedRequest } from "./decide-request.ts";
import type { Departure } from "./departure.ts";
import { describeViolations } from "./describe-violations.ts";
import { forwardedHeaders } from "./forwarded-headers.ts";
import type { Refusal } from "./refusal.ts";
import { violationsHeader } from "./violations-header.ts";

/** A request as its client sent it. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** Tells when the client is gone. */
  readonly departure: Departure;
}

/** Prism only looks whether a key is there, so it never gets the real one. */
const keyForPrism = "present";

/**
 * Lets Prism check a request and answer it.
 *
 * @param fault what keeps the body from being JSON; `undefined` when it is, or need not be
 * @returns the answer as the API would send it, or a refusal for what Prism cannot be asked
 */
export async function askPrism(
  prism: ServerConnection,
  disguised: ReadonlySet<string>,
  request: WireRequest,
  forward: ForwardedRequest,
  fault: string | undefined,
): Promise<Answer | Refusal> {
  const forwarded = fault === undefined ? forward : askForBadRequest(forward, fault);
  if ("status" in forwarded) return forwarded;

  const body = fault === undefined ? request.body : Buffer.alloc(0);
  const names = forwarded.operation.keyHeaders.map((name) => name.toLowerCase());
  const keys = names.filter((name) => headerOf(request.rawHeaders, name) !== undefined);
  const {
    status,
    rawHeaders,
    body: content,
  } = await prism.send({
    ...request,
    body,
    rawHeaders: forwardedHeaders(request.rawHeaders, {
      ...forwarded.headers,
      ...Object.fromEntries(keys.map((name) => [name, keyForPrism])),
      "content-length": String(body.length),
    }),
  });
  const contentType = headerOf(rawHeaders, "content-type");
  const change = changeAnswer(forwarded, disguised, fault, { status, contentType });
  const violations = change.headers[violationsHeader] ?? headerOf(rawHeaders, violationsHeader);
  return {
    status,
    // What came whole goes on whole; a length is added where Prism sent it in chunks.
    rawHeaders: forwardedHeaders(rawHeaders, {
      ...(status === 204 ? {} : { "content-length": String(content.length) }),
      ...change.headers,
    }),
    body: change.empty ? Buffer.alloc(0) : content,
    violations: describeViolations(violations),
  };
}
