import type { CallRetryOptions, LimitOptions } from "./call-settings.ts";
import type { Serializers } from "./serializers.ts";

/** The untyped input of a call. Both faces of the client convert their input to it. */
export interface CallInit extends LimitOptions, Serializers {
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
  /** Media type to request. */
  readonly accept?: string | undefined;
  /** Media type of the body. */
  readonly contentType?: string | undefined;
  readonly retry?: false | CallRetryOptions | undefined;
  readonly context?: unknown;
}

/** Names of the options that both faces accept. */
export const callOptionNames: readonly string[] = [
  "body",
  "headers",
  "signal",
  "accept",
  "contentType",
  "retry",
  "context",
  "attemptTimeoutMs",
  "deadlineMs",
  "queueTimeoutMs",
];

/**
 * Headers of a call: any input of the platform's `Headers`, and objects or lists whose values may also be numbers,
 * booleans, null or undefined.
 */
export type HeadersInput =
  | ConstructorParameters<typeof Headers>[0]
  | Readonly<Record<string, HeaderValue>>
  | Iterable<readonly [string, HeaderValue]>;

/** A header's value; `undefined` and `null` omit the header. */
export type HeaderValue = string | number | boolean | null | undefined;
