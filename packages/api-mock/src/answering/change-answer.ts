import { fromPrismContentType } from "../api/prism-media-type.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";

/** What becomes of Prism's answer on its way to the client. */
export interface AnswerChange {
  /** Headers to set in place of Prism's; `undefined` removes one. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** True when the answer loses its body. */
  readonly empty: boolean;
}

/** Decides what to change in Prism's answer: the media type gets the API's own name back, and a body that was asked away goes. */
export function changeAnswer(
  request: ForwardedRequest,
  disguised: ReadonlySet<string>,
  answer: { readonly status: number; readonly contentType: string | undefined },
): AnswerChange {
  // A missing key or a broken body is answered before the status that was asked for.
  const empty = request.emptyBodyOf === answer.status;
  const contentType =
    answer.contentType === undefined ? undefined : fromPrismContentType(answer.contentType, disguised);
  return {
    empty,
    headers: empty ? { "content-type": undefined, "content-length": "0" } : { "content-type": contentType },
  };
}
