import type { CallRetryOptions, LimitOptions } from "./call-settings.ts";
import type { Serializers } from "./serializers.ts";

/** What a call may bring, before its types are known. Both faces of the client bring it into this shape. */
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
  /** Media type to ask for. */
  readonly accept?: string | undefined;
  /** Media type of the body. */
  readonly contentType?: string | undefined;
  readonly retry?: false | CallRetryOptions | undefined;
  readonly context?: unknown;
}

/** Names of the options that both faces take. */
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
 * What a call's headers are made from: what the platform's `Headers` take, and objects and lists whose values may also be
 * numbers, booleans and absent.
 */
export type HeadersInput =
  | ConstructorParameters<typeof Headers>[0]
  | Readonly<Record<string, HeaderValue>>
  | Iterable<readonly [string, HeaderValue]>;

/** `undefined` and `null` leave the header out. */
export type HeaderValue = string | number | boolean | null | undefined;
