import type { FailureContext } from "../failures/failure.ts";
import { checkOptions, checkValues, longestTimerMs, type OptionRule } from "./check-options.ts";

/** Rules for repeating a client's requests. */
export interface RetryOptions {
  /**
   * Largest number of times a request is sent, from 1 to 10. Attempts that end with 429 do not count: they are repeated
   * within `deadlineMs`. Default: 3.
   */
  readonly maxAttempts?: number | undefined;
  /** Upper bound of the wait before the second attempt, in milliseconds; it doubles with each attempt. Default: 250. */
  readonly baseDelayMs?: number | undefined;
  /** Upper bound of every wait between attempts, in milliseconds. Default: 8,000. */
  readonly maxDelayMs?: number | undefined;
  /**
   * Send a POST or PATCH again after a 503 with a valid Retry-After. Default: false, because no documentation states
   * that the call did not run after such a response.
   */
  readonly nonIdempotentOn503?: boolean | undefined;
}

/** Rules for repeating a single call. */
export interface CallRetryOptions extends RetryOptions {
  /**
   * Send this POST or PATCH again although an earlier attempt may have run: after a reset, a timeout, a broken-off
   * response or a 5xx. A customer may get the same mail twice. Default: false.
   */
  readonly nonIdempotentWhenUnknown?: boolean | undefined;
}

/** Time limits, for all calls of a client or for one call. */
export interface LimitOptions {
  /** Longest time of one attempt, its response body included, in milliseconds. Default: 30,000. */
  readonly attemptTimeoutMs?: number | undefined;
  /**
   * Longest time of a call once it has a slot, in milliseconds. It includes all attempts and the waits between them.
   * Default: 120,000.
   */
  readonly deadlineMs?: number | undefined;
  /**
   * Longest wait before the first attempt is sent, in milliseconds: for a slot under `maxConcurrency`, or for the rate
   * limit. A call that waits longer fails with `attempts: 0`. Default: no limit.
   */
  readonly queueTimeoutMs?: number | undefined;
}

/** {@link CallRetryOptions} with all defaults set. */
export type RetrySettings = {
  readonly [Name in keyof CallRetryOptions]-?: NonNullable<CallRetryOptions[Name]>;
};

/** Limits and retry rules of a call. */
export interface CallSettings {
  readonly retry: RetrySettings;
  /** False after `retry: false`: the call is sent once. It neither waits at the rate gate nor closes it. */
  readonly repeats: boolean;
  readonly attemptTimeoutMs: number;
  readonly deadlineMs: number;
  /** Infinity for no limit. */
  readonly queueTimeoutMs: number;
}

/** The settings of a client without options. */
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

const clientRetryRules: Readonly<Record<string, OptionRule>> = {
  maxAttempts: [1, 10],
  baseDelayMs: [0, longestTimerMs],
  maxDelayMs: [0, longestTimerMs],
  nonIdempotentOn503: "boolean",
};
const callRetryRules: Readonly<Record<string, OptionRule>> = {
  ...clientRetryRules,
  nonIdempotentWhenUnknown: "boolean",
};
const limitRules: Readonly<Record<string, OptionRule>> = {
  attemptTimeoutMs: [1, longestTimerMs],
  deadlineMs: [1, longestTimerMs],
  queueTimeoutMs: [1, longestTimerMs],
};

/** The owner of the settings: a call has an option more than a client. */
export type SettingsOwner = "client" | "call";

/**
 * Merges options into settings.
 * @param settings - values for missing options
 * @param context - the call, for the message
 * @throws Refusal that names the option and the rule
 */
export function resolveCallSettings(
  settings: CallSettings,
  options: LimitOptions & { readonly retry?: false | CallRetryOptions | undefined },
  owner: SettingsOwner,
  context?: FailureContext,
): CallSettings {
  const { attemptTimeoutMs, deadlineMs, queueTimeoutMs, retry: retryOption = {} } = options;
  if (
    attemptTimeoutMs === undefined &&
    deadlineMs === undefined &&
    queueTimeoutMs === undefined &&
    options.retry === undefined
  )
    return settings;
  const retry: CallRetryOptions = retryOption === false ? { maxAttempts: 1 } : retryOption;
  const retryRules = owner === "client" ? clientRetryRules : callRetryRules;
  checkOptions(retry, "`retry`", Object.keys(retryRules), context);
  checkValues(retry, retryRules, "`retry.", context);
  checkValues(options, limitRules, undefined, context);
  return {
    retry: overlay(settings.retry, retry),
    // `maxAttempts` of a call turns on retries, even when the client has none.
    repeats: retryOption !== false && (retry.maxAttempts !== undefined || settings.repeats),
    attemptTimeoutMs: attemptTimeoutMs ?? settings.attemptTimeoutMs,
    deadlineMs: deadlineMs ?? settings.deadlineMs,
    queueTimeoutMs: queueTimeoutMs ?? settings.queueTimeoutMs,
  };
}

/** Returns the settings with the options that are set. */
function overlay(before: RetrySettings, { ...options }: CallRetryOptions): RetrySettings {
  const defined = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(defined) };
}
