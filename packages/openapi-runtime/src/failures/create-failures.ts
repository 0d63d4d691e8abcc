import { isIdempotent } from "../table/is-idempotent.ts";
import type { SchemaProblem } from "../validation/validation.ts";
import type * as types from "./failure.ts";
import type { ClassFacts, FailureContext, TimeoutName } from "./failure.ts";
import { nextStep } from "./next-step.ts";
import { redirectMayHaveRun, refusalMayHaveRun } from "./outcome-unknown.ts";
import { Refusal } from "./refusal.ts";
import { fieldsInStack, hasFailureFields, restoreFailure } from "./restore-failure.ts";

/** What the failures of one API are known by. */
export interface FailureFamily {
  /** Name of the base class, such as `ThingsError`. */
  readonly name: string;
  /** Key of the registered symbol that marks a failure, also for other copies of the client's package. It must never change. */
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
  /** @param why - what happened, for a refusal that no answer brought */
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
  /** @param waitedFor - what it waited for when it was not under way */
  readonly TimeoutError: new (
    limit: TimeoutName,
    limitMs: number,
    context: FailureContext,
    waitedFor?: string,
  ) => types.TimeoutError;
  /** @param why - what ended the call; @param waitedFor - what it waited for when it was not under way */
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
   * Whether a caught value is a failure of this client. It is one also when another copy of the package made it, and
   * when it comes from a worker, a queue or `structuredClone`. What travelled has the fields of `toJSON`, but no class,
   * body or excerpt. The platform leaves a structured clone only message, stack and cause; it gets its fields back
   * here.
   * @returns true narrows to the family, so that `switch (error.kind)` knows every case
   */
  readonly isFailure: (value: unknown) => value is types.Failure;
  /** What a caller gets of what was thrown inside the client: of a {@link Refusal}, a ConfigurationError. */
  readonly outward: (thrown: unknown) => unknown;
}

/** On each failure that a runtime makes: the marker of its family. A failure of another API's client is not one of ours. */
const familyMark = Symbol.for("@np6/openapi-runtime/family");

/** What `toJSON` has, in its order. */
const jsonFields = (
  "name kind message operationId method path callId attempts elapsedMs status requestId rateLimit retryAfterMs outcomeUnknown next " +
  "limit neverSent brokenOff problems"
).split(" ");

/** Makes the failure classes of one API. A client makes them once, and exports them under names of its own. */
export function createFailures({ name: baseName, marker, label }: FailureFamily): Failures {
  const ownMark = Symbol.for(marker);

  class ApiError extends Error {
    constructor(message: string, context: FailureContext, cause: unknown, facts: ClassFacts, own?: object) {
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
      const ofCall = operationId !== undefined;
      const next = context.next ?? nextStep({ kind, outcomeUnknown, status, ofCall, brokenOff, reason });
      const call = { kind, operationId, method, path, callId, attempts, elapsedMs, status };
      Object.assign(this, call, { requestId, rateLimit, retryAfterMs, outcomeUnknown, next }, own);
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
      const message = "the server answered with a redirect, which is never followed; check baseUrl.";
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
      // In line, nothing was sent.
      const inLine = limit === "queueTimeoutMs";
      const wait = waitedFor === undefined ? "" : `; it waited for ${waitedFor}`;
      const message = `the call did not ${inLine ? "begin" : "end"} within ${limitMs} ms (\`${limit}\`)${wait}.`;
      super(
        message,
        context,
        undefined,
        { kind: "timeout", mayHaveRun: inLine ? undefined : true },
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
  // On the prototypes, so that stacks begin with the name and no copy of it shows among the fields.
  for (const [name, made] of Object.entries(classes)) hide(hide(made, { name }).prototype, { name });
  hide(ApiError, { name: baseName });
  // The classes fill in what the interfaces say by `Object.assign`, which TypeScript does not follow.
  return { ApiError, ...classes, isFailure, outward } as unknown as Failures;
}

/**
 * Sets fields that can be read and that nothing lists. Loggers and `console.error` copy or print an error's own fields,
 * and must not get what an answer says of persons.
 */
function hide<Target extends object>(target: Target, fields: Readonly<Record<PropertyKey, unknown>>): Target {
  for (const name of Reflect.ownKeys(fields)) {
    Object.defineProperty(target, name, { value: Reflect.get(fields, name), configurable: true });
  }
  return target;
}

/** How many causes of causes are looked at. */
const deepest = 8;

/** Codes and messages of a cause and of its causes; a chain may run in a circle. */
function reasonOf(cause: unknown, depth = 1): string {
  if (!(cause instanceof Error) || depth > deepest) return "";
  const { code, message, cause: deeper } = cause as Error & { readonly code?: unknown };
  return `${typeof code === "string" ? code : ""} ${message} ${reasonOf(deeper, depth + 1)}`;
}

/**
 * Lets the stack end with the fields. `structuredClone` and `postMessage` keep of an Error only message, stack and cause, and a
 * worker must learn that a call may have run. Many loggers keep no more either.
 */
function showFieldsInStack(error: Error & { toJSON(): object }, label: string): void {
  let { stack } = error;
  if (stack === undefined) return;
  const get = (): string | undefined =>
    stack === undefined || fieldsInStack(stack, label) !== undefined
      ? stack
      : // The message stands at the beginning.
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
