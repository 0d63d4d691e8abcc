import { fromPrismContentType } from "../api/prism-media-type.ts";
import type { ForwardedRequest } from "../refusing/decide-request.ts";

/** Changes to Prism's response before the client gets it. */
export interface AnswerChange {
  /** Headers that replace Prism's; `undefined` removes one. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** True when the body is removed. */
  readonly empty: boolean;
}

/** Decides the changes to Prism's response: the API's own media type is restored, and an unwanted body is removed. */
export function changeAnswer(
  request: ForwardedRequest,
  disguised: ReadonlySet<string>,
  answer: { readonly status: number; readonly contentType: string | undefined },
): AnswerChange {
  // Prism answers a missing key or an invalid body before the requested status.
  const empty = request.emptyBodyOf === answer.status;
  const contentType =
    answer.contentType === undefined ? undefined : fromPrismContentType(answer.contentType, disguised);
  return {
    empty,
    headers: empty ? { "content-type": undefined, "content-length": "0" } : { "content-type": contentType },
  };
}
