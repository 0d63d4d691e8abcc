import { isIdempotent } from "../table/is-idempotent.ts";
import type { SchemaProblem } from "../validation/validation.ts";
import type * as types from "./failure.ts";
import type { ClassFacts, FailureContext, TimeoutName } from "./failure.ts";
import { nextStep } from "./next-step.ts";
import { redirectMayHaveRun, refusalMayHaveRun } from "./outcome-unknown.ts";
import { Refusal } from "./refusal.ts";
import { fieldsInStack, hasFailureFields, restoreFailure } from "./restore-failure.ts";

/** Names of one API's failures. */
export interface FailureFamily {
  /** Name of the base class, such as `ThingsError`. */
  readonly name: string;
  /** Key of the registered symbol that marks a failure in all copies of the client's package. It must never change. */
  readonly marker: string;
  /** Word in the last line of a stack, before the failure's fields. It must never change either. */
  readonly label: string;
}

/** The failure classes of a client, and its guard. */
export interface Failures {
  readonly ApiError: abstract new (
    message: string,
    context: FailureContext,
    cause: unknown,
    facts: ClassFacts,
  ) => types.ApiError;
  /** @param why - the reason, for a refusal without a response */
  readonly HttpError: new <Body = unknown>(
    context: FailureContext & { status: number },
    body: Body | undefined,
    bodyExcerpt: string,
    why?: string,
  ) => types.HttpError<Body>;
  readonly RedirectError: new (context: FailureContext) => types.RedirectError;
  readonly UnexpectedResponseError: new (
    message: string,
    context: FailureContext & { status: number },
    bodyExcerpt: string,
    brokenOff?: { readonly cause: unknown },
    problems?: readonly SchemaProblem[],
  ) => types.UnexpectedResponseError;
  /** @param waitedFor - the awaited event, when nothing was in flight */
  readonly TimeoutError: new (
    limit: TimeoutName,
    limitMs: number,
    context: FailureContext,
    waitedFor?: string,
  ) => types.TimeoutError;
  /** @param why - the reason of the abort; @param waitedFor - the awaited event, when nothing was in flight */
  readonly AbortedError: new (
    context: FailureContext,
    cause?: unknown,
    why?: string,
    waitedFor?: string,
  ) => types.AbortedError;
  readonly ConnectionError: new (
    message: string,
    context: FailureContext,
    neverSent: boolean,
    cause?: unknown,
  ) => types.ConnectionError;
  readonly KeyUnavailableError: new (context?: FailureContext, cause?: unknown) => types.KeyUnavailableError;
  readonly ConfigurationError: new (
    message: string,
    context?: FailureContext,
    cause?: unknown,
    problems?: readonly SchemaProblem[],
  ) => types.ConfigurationError;
  /**
   * Whether a caught value is a failure of this client. Failures of other copies of the package count too. So do copies
   * from a worker, a queue or `structuredClone`, which have the fields of `toJSON`, but no class, body or excerpt. A
   * structured clone keeps only message, stack and cause; this guard restores its fields.
   * @returns true narrows to the family, so that `switch (error.kind)` covers every case
   */
  readonly isFailure: (value: unknown) => value is types.Failure;
  /** Converts a {@link Refusal} into a ConfigurationError for the caller; returns other errors unchanged. */
  readonly outward: (thrown: unknown) => unknown;
}

/** On each failure that a runtime makes: the marker of its family. It separates the failures of different APIs. */
const familyMark = Symbol.for("@np6/openapi-runtime/family");

/** The fields of `toJSON`, in order. */
const jsonFields = (
  "name kind message operationId method path callId attempts elapsedMs status requestId rateLimit retryAfterMs outcomeUnknown next " +
  "limit neverSent brokenOff problems"
).split(" ");

/** Makes the failure classes of one API. A client calls this once and exports the classes under its own names. */
export function createFailures({ name: baseName, marker, label }: FailureFamily): Failures {
  const ownMark = Symbol.for(marker);

  class ApiError extends Error {
    constructor(
      message: string,
      context: FailureContext,
      cause: unknown,
      facts: ClassFacts,
      properties?: object,
    ) {
      const { kind, mayHaveRun, brokenOff, reason } = facts;
      const {
        operationId,
        method,
        path,
        callId,
        elapsedMs = 0,
        status,
        requestId,
        rateLimit,
        retryAfterMs,
      } = context;
      const attempts = context.attempts ?? (mayHaveRun === undefined ? 0 : 1);
      const outcomeUnknown =
        context.outcomeUnknown ?? (mayHaveRun === true && attempts > 0 && !isIdempotent(method));
      super(describe(message, context, outcomeUnknown), cause === undefined ? undefined : { cause });
      const hasOperation = operationId !== undefined;
      const next =
        context.next ?? nextStep({ kind, outcomeUnknown, status, hasOperation, brokenOff, reason });
      const call = { kind, operationId, method, path, callId, attempts, elapsedMs, status };
      Object.assign(this, call, { requestId, rateLimit, retryAfterMs, outcomeUnknown, next }, properties);
      hide(this, { [ownMark]: true, [familyMark]: marker, context: context.context });
      showFieldsInStack(this, label);
    }

    toJSON(): Record<string, unknown> {
      return Object.fromEntries(jsonFields.map((field) => [field, Reflect.get(this, field)]));
    }
  }

  class HttpError extends ApiError {
    constructor(
      context: FailureContext & { status: number },
      body: unknown,
      bodyExcerpt: string,
      why = `the server refused the call with status ${context.status}.`,
    ) {
      const { status } = context;
      const kind = status === 429 ? "rate-limited" : "http";
      super(why, context, undefined, { kind, mayHaveRun: refusalMayHaveRun(status) });
      hide(this, { body, bodyExcerpt });
    }
  }

  class RedirectError extends ApiError {
    constructor(context: FailureContext) {
      const mayHaveRun = redirectMayHaveRun(context.status);
      const message = "the server responded with a redirect, which is never followed; check baseUrl.";
      super(message, context, undefined, { kind: "redirect", mayHaveRun });
    }
  }

  class UnexpectedResponseError extends ApiError {
    constructor(
      message: string,
      context: FailureContext,
      bodyExcerpt: string,
      broken?: { readonly cause: unknown },
      problems: readonly SchemaProblem[] = [],
    ) {
      const brokenOff = broken !== undefined;
      const facts = { kind: "unexpected-response", mayHaveRun: true, brokenOff } as const;
      super(message, context, broken?.cause, facts, { brokenOff, problems });
      hide(this, { bodyExcerpt });
    }
  }

  class TimeoutError extends ApiError {
    constructor(limit: TimeoutName, limitMs: number, context: FailureContext, waitedFor?: string) {
      // A queued call has not sent a request.
      const isQueued = limit === "queueTimeoutMs";
      const wait = waitedFor === undefined ? "" : `; it waited for ${waitedFor}`;
      const message = `the call did not ${isQueued ? "begin" : "end"} within ${limitMs} ms (\`${limit}\`)${wait}.`;
      super(
        message,
        context,
        undefined,
        { kind: "timeout", mayHaveRun: isQueued ? undefined : true },
        { limit },
      );
    }
  }

  class AbortedError extends ApiError {
    constructor(
      context: FailureContext,
      cause?: unknown,
      why = "the caller's signal aborted the call",
      waitedFor?: string,
    ) {
      const wait = waitedFor === undefined ? "" : ` while it waited for ${waitedFor}`;
      super(`${why}${wait}.`, context, cause, { kind: "aborted", mayHaveRun: true });
    }
  }

  class ConnectionError extends ApiError {
    constructor(message: string, context: FailureContext, neverSent: boolean, cause?: unknown) {
      const facts = { kind: "connection", mayHaveRun: !neverSent, reason: reasonOf(cause) } as const;
      super(message, context, cause, facts, { neverSent });
    }
  }

  class KeyUnavailableError extends ApiError {
    constructor(context: FailureContext = {}, cause?: unknown) {
      super("the `apiKey` function failed.", context, cause, { kind: "key-unavailable" });
    }
  }

  class ConfigurationError extends ApiError {
    constructor(
      message: string,
      context: FailureContext = {},
      cause?: unknown,
      problems: readonly SchemaProblem[] = [],
    ) {
      super(message, context, cause, { kind: "configuration" }, { problems });
    }
  }

  const isFailure = (value: unknown): value is types.Failure => {
    const family = typeof value === "object" && value !== null ? Reflect.get(value, familyMark) : undefined;
    if (family !== undefined) return family === marker;
    return Object(value)[ownMark] === true || hasFailureFields(value) || restoreFailure(value, label);
  };
  const outward = (thrown: unknown): unknown =>
    thrown instanceof Refusal
      ? new ConfigurationError(thrown.message, thrown.context, thrown.cause, thrown.problems)
      : thrown;

  const answered = { HttpError, RedirectError, UnexpectedResponseError };
  const unanswered = { TimeoutError, AbortedError, ConnectionError, KeyUnavailableError, ConfigurationError };
  const classes = { ...answered, ...unanswered };
  // Set on the prototypes: stacks begin with the name, and the name is not listed among the fields.
  for (const [name, failureClass] of Object.entries(classes))
    hide(hide(failureClass, { name }).prototype, { name });
  hide(ApiError, { name: baseName });
  // The classes set the interfaces' fields by `Object.assign`, which TypeScript does not follow.
  return { ApiError, ...classes, isFailure, outward } as unknown as Failures;
}

/**
 * Sets readable fields that are not enumerable. Loggers and `console.error` copy or print an error's enumerable fields,
 * and a response body may contain personal data.
 */
function hide<Target extends object>(target: Target, fields: Readonly<Record<PropertyKey, unknown>>): Target {
  for (const name of Reflect.ownKeys(fields)) {
    Object.defineProperty(target, name, { value: Reflect.get(fields, name), configurable: true });
  }
  return target;
}

/** Largest number of nested causes that are inspected. */
const deepest = 8;

/** Joins codes and messages of a cause and of its own causes. The chain may be circular. */
function reasonOf(cause: unknown, depth = 1): string {
  if (!(cause instanceof Error) || depth > deepest) return "";
  const { code, message, cause: deeper } = cause as Error & { readonly code?: unknown };
  return `${typeof code === "string" ? code : ""} ${message} ${reasonOf(deeper, depth + 1)}`;
}

/**
 * Appends the fields to the stack. `structuredClone` and `postMessage` keep only message, stack and cause of an Error,
 * and many loggers keep no more. A worker must still learn that a call may have run.
 */
function showFieldsInStack(error: Error & { toJSON(): object }, label: string): void {
  let { stack } = error;
  if (stack === undefined) return;
  const get = (): string | undefined =>
    stack === undefined || fieldsInStack(stack, label) !== undefined
      ? stack
      : // The stack begins with the message.
        `${stack}\n    [${label} ${JSON.stringify({ ...error.toJSON(), message: undefined })}]`;
  const set = (changed: string | undefined): void => {
    stack = changed;
  };
  Object.defineProperty(error, "stack", { get, set, configurable: true });
}

function describe(message: string, context: FailureContext, outcomeUnknown: boolean): string {
  const call = context.operationId ? `${context.operationId} (${context.method} ${context.path}): ` : "";
  const requestId = context.requestId ? ` Request id: ${context.requestId}.` : "";
  const unknown = outcomeUnknown ? " The call may have run: check before sending it again." : "";
  return `${call}${message}${requestId}${unknown}`;
}
