// The client.

export type {
  ApiKey,
  CallEvent,
  CallNames,
  CallRetryOptions,
  ClientOptions,
  CloseMethods,
  CloseOptions,
  CloseReport,
  DeprecationEvent,
  DryRun,
  EndEvent,
  FailureEvent,
  Fetch,
  HeadersInput,
  Hooks,
  LimitOptions,
  OperationEvent,
  QuerySerializerOptions,
  RateLimit,
  ResponseEvent,
  RetryEvent,
  RetryOptions,
  SchemaProblem,
  Serializers,
  Validation,
} from "@np6/openapi-runtime";
export { createClient, type Np6Client, type Np6ClientOptions } from "./create-client.ts";
export type { ReceiverGuard } from "./guard-receivers.ts";
export { realApiUrl } from "./real-api-url.ts";

// Failures.

export type { AnsweredFailure, FailureKind, NextStep } from "@np6/openapi-runtime";
export { type FailedItem, failedItems } from "./failed-items.ts";
export {
  AbortedError,
  ConfigurationError,
  ConnectionError,
  HttpError,
  isNp6Error,
  KeyUnavailableError,
  Np6Error,
  type Np6Failure,
  RedirectError,
  TimeoutError,
  UnexpectedResponseError,
} from "./failures.ts";

// Types of calls and results of each operation, such as `ExecuteWorkflowInput` and `ExecuteWorkflowResult`.

export type * from "@np6/api-types/methods";

// Types inside them, such as `Workflow` and `Receiver`.

export type * from "@np6/api-types";

// Types that the declarations of wrappers refer to.

export type {
  CommonCallOptions,
  DeclaredAnswers,
  FetchInit as PathCallInit,
  FetchResult as PathCallResult,
  FirstRequestMediaType,
  OperationRefusal,
  OperationShape,
  OptionalWhenEmpty,
} from "@np6/openapi-runtime";
export type { FetchInit, FetchResult, OperationData, OperationInput } from "./call-types.ts";
