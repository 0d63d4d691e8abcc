import type { FailureContext } from "../failures/failure.ts";
import { checkOptions, checkValues, longestTimerMs, type OptionRule } from "./check-options.ts";

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
   * Longest that a call may wait in line before anything of it is sent, in milliseconds. It waits for a place under
   * `maxConcurrency`, or for the rate limit. It fails with `attempts: 0` then. Default: no limit.
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

/** Whose settings are resolved: one call may do what a whole client must not. */
export type SettingsOwner = "client" | "call";

/**
 * Lays options over settings.
 * @param settings - what holds where the options say nothing
 * @param context - the call, for the message
 * @throws Refusal that names the option and the rule
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
  const retry: CallRetryOptions = given === false ? { maxAttempts: 1 } : given;
  const retryRules = owner === "client" ? clientRetryRules : callRetryRules;
  checkOptions(retry, "`retry`", Object.keys(retryRules), context);
  checkValues(retry, retryRules, "`retry.", context);
  checkValues(options, limitRules, undefined, context);
  return {
    retry: overlay(settings.retry, retry),
    // Who says how often wants retries, also where the client has none.
    repeats: given !== false && (retry.maxAttempts !== undefined || settings.repeats),
    attemptTimeoutMs: attemptTimeoutMs ?? settings.attemptTimeoutMs,
    deadlineMs: deadlineMs ?? settings.deadlineMs,
    queueTimeoutMs: queueTimeoutMs ?? settings.queueTimeoutMs,
  };
}

/** What is set, else what held before. */
function overlay(before: RetrySettings, { ...options }: CallRetryOptions): RetrySettings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}
