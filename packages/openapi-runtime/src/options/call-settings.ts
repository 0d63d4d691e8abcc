import { ConfigurationError } from "../failures/configuration-error.ts";
import { inCode } from "../failures/in-code.ts";
import type { FailureContext } from "../failures/np6-error.ts";
import { checkOptions } from "./check-options.ts";

/** When and how a client sends a request again. */
export interface RetryOptions {
  /**
   * How often a request is sent at most, from 1 to 10. What the server refuses with 429 does not count: that is repeated
   * within `deadlineMs`. Default: 3.
   */
  readonly maxAttempts?: number | undefined;
  /** Upper bound of the wait before the second attempt, in milliseconds; doubles with each one. Default: 250. */
  readonly baseDelayMs?: number | undefined;
  /** Upper bound of every such wait, in milliseconds. Default: 8,000. */
  readonly maxDelayMs?: number | undefined;
  /**
   * Send a POST or PATCH again after a 503 with a valid Retry-After. Default: false, because nothing documents that
   * such an answer means that the call did not run.
   */
  readonly nonIdempotentOn503?: boolean | undefined;
}

/** When and how a single call is sent again. */
export interface CallRetryOptions extends RetryOptions {
  /**
   * Send this POST or PATCH again although an earlier attempt may have run: after a reset, a timeout, a broken-off
   * answer or a 5xx. A customer may get the same mail twice. Default: false.
   */
  readonly nonIdempotentWhenUnknown?: boolean | undefined;
}

/** Limits that a client sets for all its calls, and a call for itself. */
export interface LimitOptions {
  /** Longest that one attempt may take, its body included, in milliseconds. Default: 30,000. */
  readonly attemptTimeoutMs?: number | undefined;
  /**
   * Longest that a call may take once it has its place, all attempts and the waits between them included, in milliseconds.
   * Default: 120,000.
   */
  readonly deadlineMs?: number | undefined;
  /**
   * Longest that a call may wait in line before anything of it is sent, for a place under `maxConcurrency` or for the rate
   * limit, in milliseconds. It fails with `attempts: 0` then. Default: no limit.
   */
  readonly queueTimeoutMs?: number | undefined;
}

/** {@link CallRetryOptions} with every default filled in. */
export type RetrySettings = {
  readonly [Name in keyof CallRetryOptions]-?: NonNullable<CallRetryOptions[Name]>;
};

/** What limits and repeats a call. */
export interface CallSettings {
  readonly retry: RetrySettings;
  /** False after `retry: false`: the call is sent once, and neither waits at the gate nor closes it. */
  readonly repeats: boolean;
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  /** Infinity when there is no limit. */
  readonly queueTimeoutMs: number;
}

/** The settings of a client that sets none. */
export const defaultCallSettings: CallSettings = {
  retry: {
    maxAttempts: 3,
    baseDelayMs: 250,
    maxDelayMs: 8_000,
    nonIdempotentOn503: false,
    nonIdempotentWhenUnknown: false,
  },
  repeats: true,
  attemptTimeoutMs: 30_000,
  deadlineMs: 120_000,
  queueTimeoutMs: Number.POSITIVE_INFINITY,
};

const clientRetryOptions = ["maxAttempts", "baseDelayMs", "maxDelayMs", "nonIdempotentOn503"];
const callRetryOptions = [...clientRetryOptions, "nonIdempotentWhenUnknown"];

/** setTimeout fires at once beyond this, and a client that trusts it hammers the server (measured). */
const longestTimerMs = 2 ** 31 - 1;

/** Whose settings are resolved: one call may do what a whole client must not. */
export type SettingsOwner = "client" | "call";

/**
 * Lays options over settings.
 * @param settings - what holds where the options say nothing
 * @param context - the call, for the message
 * @throws ConfigurationError that names the option and the rule
 */
export function resolveCallSettings(
  settings: CallSettings,
  options: LimitOptions & { readonly retry?: false | CallRetryOptions | undefined },
  owner: SettingsOwner,
  context?: FailureContext,
): CallSettings {
  const { attemptTimeoutMs, deadlineMs, queueTimeoutMs, retry: given = {} } = options;
  if (
    attemptTimeoutMs === undefined &&
    deadlineMs === undefined &&
    queueTimeoutMs === undefined &&
    options.retry === undefined
  )
    return settings;
  const retry = given === false ? { maxAttempts: 1 } : given;
  checkOptions(retry, "`retry`", owner === "client" ? clientRetryOptions : callRetryOptions, context);
  const { maxAttempts, baseDelayMs, maxDelayMs, nonIdempotentOn503, nonIdempotentWhenUnknown } = retry;
  checkInteger("retry.maxAttempts", maxAttempts, 1, 10, context);
  checkInteger("retry.baseDelayMs", baseDelayMs, 0, longestTimerMs, context);
  checkInteger("retry.maxDelayMs", maxDelayMs, 0, longestTimerMs, context);
  checkBoolean("retry.nonIdempotentOn503", nonIdempotentOn503, context);
  checkBoolean("retry.nonIdempotentWhenUnknown", nonIdempotentWhenUnknown, context);
  checkInteger("attemptTimeoutMs", attemptTimeoutMs, 1, longestTimerMs, context);
  checkInteger("deadlineMs", deadlineMs, 1, longestTimerMs, context);
  checkInteger("queueTimeoutMs", queueTimeoutMs, 1, longestTimerMs, context);
  return {
    retry: {
      maxAttempts: maxAttempts ?? settings.retry.maxAttempts,
      baseDelayMs: baseDelayMs ?? settings.retry.baseDelayMs,
      maxDelayMs: maxDelayMs ?? settings.retry.maxDelayMs,
      nonIdempotentOn503: nonIdempotentOn503 ?? settings.retry.nonIdempotentOn503,
      nonIdempotentWhenUnknown: nonIdempotentWhenUnknown ?? settings.retry.nonIdempotentWhenUnknown,
    },
    // Who says how often wants retries, also where the client has none.
    repeats: given !== false && (maxAttempts !== undefined || settings.repeats),
    attemptTimeoutMs: attemptTimeoutMs ?? settings.attemptTimeoutMs,
    deadlineMs: deadlineMs ?? settings.deadlineMs,
    queueTimeoutMs: queueTimeoutMs ?? settings.queueTimeoutMs,
  };
}

/** @throws ConfigurationError unless the value is absent or an integer in the range */
export function checkInteger(
  name: string,
  value: unknown,
  minimum: number,
  maximum: number,
  context?: FailureContext,
): void {
  if (value === undefined) return;
  if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) return;
  throw new ConfigurationError(
    `\`${name}\` must be an integer from ${minimum} to ${maximum}.`,
    inCode(context),
  );
}

function checkBoolean(name: string, value: unknown, context?: FailureContext): void {
  if (value === undefined || typeof value === "boolean") return;
  throw new ConfigurationError(`\`${name}\` must be true or false.`, inCode(context));
}
