import type { Operation } from "../api/read-specification.ts";

/** The facts about a request on which the content of its response depends. */
export interface ContentRequest {
  readonly operation: Operation;
  /** Path as sent, without the query. */
  readonly path: string;
  /** The parsed body; undefined when there was none, or it is not JSON. */
  readonly body: unknown;
  /** Media type of the body, as the document declares it; undefined without a body. */
  readonly mediaType?: string | undefined;
  /** Media type of the success, as the document declares it; undefined when it has no body. */
  readonly answerMediaType?: string | undefined;
}

/** Plan of a content source for a request. */
export type ContentPlan =
  /** The API would refuse it; `detail` is the reason. */
  | { readonly refuse: { readonly status: number; readonly detail: string } }
  /** Executes the request and returns the body of its success; called after Prism accepted the request. */
  | { readonly carryOut: () => unknown };

/** A source of success bodies, when the document's examples are not enough. */
export interface AnswerContent {
  /** Undefined when this source does not support the operation. */
  readonly plan: (request: ContentRequest) => ContentPlan | undefined;
  /** Restores the initial state. */
  readonly reset: () => void;
}
