// Main entry: the runtime that a generated client is built on.

export { type ClientDefinition, createApiClient } from "./faces/create-faces.ts";
export type { Answered, CallPromise, DryRunMethods, OperationMethods } from "./faces/operation-methods.ts";
export type {
  CallOptions,
  CommonCallOptions,
  DefaultAccept,
  DefaultContentType,
  FetchInit,
  OperationData,
  OperationInput,
  OperationRefusal,
  OperationShape,
  OptionalWhenEmpty,
  SuccessMediaType,
} from "./faces/operation-types.ts";
export type { FetchMethods, FetchResult } from "./faces/path-methods.ts";
export type { ApiKey } from "./options/api-key.ts";
export type { HeadersInput, HeaderValue } from "./options/call-options.ts";
export type { CallRetryOptions, LimitOptions, RetryOptions } from "./options/call-settings.ts";
export type { ApiNames, ClientOptions, Fetch, Guard, Wrap } from "./options/configuration.ts";
export type { QuerySerializerOptions, Serializers } from "./options/serializers.ts";
export type { DryRun } from "./request/dry-run.ts";
export type { CloseMethods, CloseOptions } from "./sending/close-methods.ts";
export type { CloseReport } from "./sending/open-calls.ts";
export type { AnswerHeaders } from "./sending/outcome.ts";
export type { ApiDescription, OperationDescription } from "./table/api-description.ts";
export type {
  DeclaredAnswers,
  FirstRequestMediaType,
  TableEntry,
  TableEntryAt,
} from "./table/table-entry.ts";
export type { SchemaProblem, Validation } from "./validation/validation.ts";
export type {
  CallEvent,
  CallNames,
  DeprecationEvent,
  EndEvent,
  FailureEvent,
  Hooks,
  OperationEvent,
  ResponseEvent,
  RetryEvent,
} from "./watching/hooks.ts";

// Failures.

export { createFailures, type FailureFamily, type Failures } from "./failures/create-failures.ts";
export type {
  AbortedError,
  AnsweredFailure,
  ApiError,
  ClassFacts,
  ConfigurationError,
  ConnectionError,
  Failure,
  FailureContext,
  FailureKind,
  HttpError,
  KeyUnavailableError,
  NextStep,
  RateLimit,
  RedirectError,
  TimeoutError,
  TimeoutName,
  UnexpectedResponseError,
} from "./failures/failure.ts";
