// What a generated client is made of.

export { type Call, type Calls, createCalls } from "./faces/create-calls.ts";
export { type FindOperation, indexOperations } from "./faces/find-operation.ts";
export { createOperationMethods, type OperationMethods } from "./faces/operation-methods.ts";
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
export { createFetchMethods, type FetchMethods, type FetchResult } from "./faces/path-methods.ts";
export type { ApiKey } from "./options/api-key.ts";
export type { CallInit, HeadersInput, HeaderValue } from "./options/call-options.ts";
export type { CallRetryOptions, LimitOptions, RetryOptions } from "./options/call-settings.ts";
export {
  type ClientOptions,
  type Configuration,
  type Fetch,
  resolveConfiguration,
} from "./options/configuration.ts";
export type { CloseMethods, CloseOptions } from "./sending/close-methods.ts";
export type { CloseReport } from "./sending/open-calls.ts";
export type { AnswerHeaders, Outcome, UnansweredFailure } from "./sending/send.ts";
export type { ApiDescription, NamedOperation, OperationDescription } from "./table/api-description.ts";
export type { DeclaredAnswers } from "./table/declared-answers.ts";
export type { FirstRequestMediaType } from "./table/first-request-media-type.ts";
export type { TableEntry, TableEntryAt } from "./table/table-entry.ts";
export type { SchemaProblem, Validation } from "./validation/validation.ts";
export type {
  CallEvent,
  DeprecationEvent,
  FailureEvent,
  Hooks,
  OperationEvent,
  ResponseEvent,
  RetryEvent,
} from "./watching/hooks.ts";

// Failures.

export { AbortedError } from "./failures/aborted-error.ts";
export type { AnsweredFailure } from "./failures/answered-failure.ts";
export { ConfigurationError } from "./failures/configuration-error.ts";
export { ConnectionError } from "./failures/connection-error.ts";
export { HttpError } from "./failures/http-error.ts";
export { isNp6Error, type Np6Failure } from "./failures/is-np6-error.ts";
export { KeyUnavailableError } from "./failures/key-unavailable-error.ts";
export type { NextStep } from "./failures/next-step.ts";
export { type FailureContext, type FailureKind, Np6Error } from "./failures/np6-error.ts";
export type { RateLimit } from "./failures/rate-limit.ts";
export { RedirectError } from "./failures/redirect-error.ts";
export { TimeoutError } from "./failures/timeout-error.ts";
export { UnexpectedResponseError } from "./failures/unexpected-response-error.ts";
