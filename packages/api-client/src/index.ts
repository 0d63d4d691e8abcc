// The client.

export { createClient, type Np6Client } from "./create-client.ts";
export { realApiUrl } from "./real-api-url.ts";
export type { ApiKey } from "./runtime/api-key.ts";
export type { CallRetryOptions, LimitOptions, RetryOptions } from "./runtime/call-settings.ts";
export type { CloseMethods, CloseOptions } from "./runtime/close-methods.ts";
export type { ClientOptions, Fetch } from "./runtime/configuration.ts";
export type {
  CallEvent,
  DeprecationEvent,
  FailureEvent,
  Hooks,
  OperationEvent,
  ResponseEvent,
  RetryEvent,
} from "./runtime/hooks.ts";
export type { CloseReport } from "./runtime/open-calls.ts";
export type { RateLimit } from "./runtime/rate-limit.ts";
export type { SchemaProblem, Validation } from "./runtime/validation.ts";

// Failures.

export { AbortedError } from "./runtime/aborted-error.ts";
export type { AnsweredFailure } from "./runtime/answered-failure.ts";
export { ConfigurationError } from "./runtime/configuration-error.ts";
export { ConnectionError } from "./runtime/connection-error.ts";
export { type FailedItem, failedItems } from "./runtime/failed-items.ts";
export { HttpError } from "./runtime/http-error.ts";
export { isNp6Error, type Np6Failure } from "./runtime/is-np6-error.ts";
export { KeyUnavailableError } from "./runtime/key-unavailable-error.ts";
export type { NextStep } from "./runtime/next-step.ts";
export { type FailureKind, Np6Error } from "./runtime/np6-error.ts";
export { RedirectError } from "./runtime/redirect-error.ts";
export { TimeoutError } from "./runtime/timeout-error.ts";
export { UnexpectedResponseError } from "./runtime/unexpected-response-error.ts";

// Types of calls and results.

export type { FetchInit, FetchResult, OperationData, OperationInput } from "./call-types.ts";
export type { OperationRefusal } from "./runtime/operation-types.ts";
