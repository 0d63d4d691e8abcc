import type * as runtime from "@np6/openapi-runtime";
import { createFailures, type Failures } from "@np6/openapi-runtime";

// This client's failures. All versions have the same marker and label, so copies recognise each other's failures.

/** The failure classes, as the runtime needs them. */
export const failures: Failures = createFailures({
  name: "Np6Error",
  marker: "@np6/api-client/error",
  label: "np6",
});

/** Base class of every failure of the client. No field contains the API key. */
export type Np6Error = runtime.ApiError;
export const Np6Error: Failures["ApiError"] = failures.ApiError;

export type HttpError<Body = unknown> = runtime.HttpError<Body>;
export const HttpError: Failures["HttpError"] = failures.HttpError;

export type RedirectError = runtime.RedirectError;
export const RedirectError: Failures["RedirectError"] = failures.RedirectError;

export type UnexpectedResponseError = runtime.UnexpectedResponseError;
export const UnexpectedResponseError: Failures["UnexpectedResponseError"] = failures.UnexpectedResponseError;

export type TimeoutError = runtime.TimeoutError;
export const TimeoutError: Failures["TimeoutError"] = failures.TimeoutError;

export type AbortedError = runtime.AbortedError;
export const AbortedError: Failures["AbortedError"] = failures.AbortedError;

export type ConnectionError = runtime.ConnectionError;
export const ConnectionError: Failures["ConnectionError"] = failures.ConnectionError;

export type KeyUnavailableError = runtime.KeyUnavailableError;
export const KeyUnavailableError: Failures["KeyUnavailableError"] = failures.KeyUnavailableError;

export type ConfigurationError = runtime.ConfigurationError;
export const ConfigurationError: Failures["ConfigurationError"] = failures.ConfigurationError;

/** Every failure that the client throws or returns; switch on `kind`, or on `next`. */
export type Np6Failure<Body = unknown> = runtime.Failure<Body>;

/**
 * Whether a caught value is a failure of this client. Failures of other copies of the package count too. So do copies
 * from a worker, a queue or `structuredClone`, which have the fields of `toJSON`, but no class, body or excerpt. A
 * structured clone keeps only message, stack and cause; this guard restores its fields.
 * @returns true narrows to the family, so that `switch (error.kind)` covers every case
 */
export const isNp6Error: (value: unknown) => value is Np6Failure = failures.isFailure;
