import type { CallRetryOptions, LimitOptions } from "./call-settings.ts";

/** What a call may bring, before its types are known. Both faces of the client bring it into this shape. */
export interface CallInit extends LimitOptions {
  /** Path parameters by name. */
  readonly path?: object | undefined;
  /** Query parameters by name. */
  readonly query?: object | undefined;
  /** Header parameters that the spec declares, by name. */
  readonly header?: object | undefined;
  readonly body?: unknown;
  /** Further headers. */
  readonly headers?: HeadersInput | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Media type to ask for. */
  readonly accept?: string | undefined;
  /** Media type of the body. */
  readonly contentType?: string | undefined;
  readonly retry?: false | CallRetryOptions | undefined;
}

/** Names of the options that both faces take. */
export const callOptionNames: readonly string[] = [
  "body",
  "headers",
  "signal",
  "accept",
  "contentType",
  "retry",
  "attemptTimeoutMs",
  "deadlineMs",
];

/** What the platform's `Headers` are made from. Not the name `HeadersInit`, which only the DOM's types have. */
export type HeadersInput = ConstructorParameters<typeof Headers>[0];
