import type { ForwardedRequest } from "./decide-request.ts";
import { fromPrismContentType } from "./prism-media-type.ts";
import { toAsciiJson } from "./to-ascii-json.ts";
import { violationsHeader } from "./violations-header.ts";

/** What becomes of Prism's answer on its way to the client. */
export interface AnswerChange {
  /** Headers to set in place of Prism's; `undefined` removes one. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** True when the answer loses its body. */
  readonly empty: boolean;
}

/**
 * Decides what to change in Prism's answer: the media type gets the API's own name back, a body that was asked away
 * goes, and a body that was not JSON is told as a violation.
 *
 * @param jsonFault why the request's body was not JSON; `undefined` when it was, or did not have to be
 */
export function changeAnswer(
  request: ForwardedRequest,
  disguised: ReadonlySet<string>,
  jsonFault: string | undefined,
  answer: { readonly status: number; readonly contentType: string | undefined },
): AnswerChange {
  // A missing key or a broken body is answered before the status that was asked for.
  const empty = request.emptyBodyOf === answer.status;
  const contentType =
    answer.contentType === undefined ? undefined : fromPrismContentType(answer.contentType, disguised);
  const violation = {
    location: ["request", "body"],
    severity: "Error",
    code: "json",
    message: `Request body must be JSON: ${jsonFault}`,
  };
  return {
    empty,
    headers: {
      ...(empty ? { "content-type": undefined, "content-length": "0" } : { "content-type": contentType }),
      ...(jsonFault !== undefined && answer.status === 400
        ? { [violationsHeader]: toAsciiJson(JSON.stringify([violation])) }
        : {}),
    },
  };
}
