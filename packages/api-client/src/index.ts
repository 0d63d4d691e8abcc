// The client.

export type {
  ApiKey,
  CallEvent,
  CallRetryOptions,
  ClientOptions,
  CloseMethods,
  CloseOptions,
  CloseReport,
  DeprecationEvent,
  FailureEvent,
  Fetch,
  Hooks,
  LimitOptions,
  OperationEvent,
  RateLimit,
  ResponseEvent,
  RetryEvent,
  RetryOptions,
  SchemaProblem,
  Validation,
} from "@np6/openapi-runtime";
export { createClient, type Np6Client } from "./create-client.ts";
export { realApiUrl } from "./real-api-url.ts";

// Failures.

export {
  AbortedError,
  type AnsweredFailure,
  ConfigurationError,
  ConnectionError,
  type FailureKind,
  HttpError,
  isNp6Error,
  KeyUnavailableError,
  type NextStep,
  Np6Error,
  type Np6Failure,
  RedirectError,
  TimeoutError,
  UnexpectedResponseError,
} from "@np6/openapi-runtime";
export { type FailedItem, failedItems } from "./failed-items.ts";

// Types of calls and results.

export type { OperationRefusal } from "@np6/openapi-runtime";
export type { FetchInit, FetchResult, OperationData, OperationInput } from "./call-types.ts";
