import type { Operation } from "../api/read-specification.ts";

/** A request, as far as the content of its answer depends on it. */
export interface ContentRequest {
  readonly operation: Operation;
  /** Path as sent, without the query. */
  readonly path: string;
  /** Parsed; undefined when there was none, or it is no JSON. */
  readonly body: unknown;
  /** In which the body came, as the document declares it; undefined when none came. */
  readonly mediaType?: string | undefined;
  /** In which the success is wanted, as the document declares it; undefined when it has no body. */
  readonly answerMediaType?: string | undefined;
}

/** What a source of content has to say of a request. */
export type ContentPlan =
  /** The API would refuse it; `detail` says why. */
  | { readonly refuse: { readonly status: number; readonly detail: string } }
  /** Carries the request out and returns the body of its success; called once Prism has found nothing wrong with it. */
  | { readonly carryOut: () => unknown };

/** Where the content of successes comes from, when the document's examples are not enough. */
export interface AnswerContent {
  /** Undefined when this source has nothing to say of the operation. */
  readonly plan: (request: ContentRequest) => ContentPlan | undefined;
  /** Back to how it was at the start. */
  readonly reset: () => void;
}
