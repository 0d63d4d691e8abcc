import { isIdempotent } from "../table/is-idempotent.ts";
import { type NextStep, nextStep } from "./next-step.ts";
import type { RateLimit } from "./rate-limit.ts";

/** What went wrong, in one word; every failure of the client has one. */
export type FailureKind =
  | "http"
  | "rate-limited"
  | "redirect"
  | "timeout"
  | "aborted"
  | "connection"
  | "unexpected-response"
  | "key-unavailable"
  | "configuration";

/** What is known of the call when it fails. */
export interface FailureContext {
  readonly operationId?: string | undefined;
  readonly method?: string | undefined;
  /** Path template of the spec, never the filled-in path. */
  readonly path?: string | undefined;
  /** How often the request was sent. Default: once, and not at all where the client itself refuses. */
  readonly attempts?: number | undefined;
  readonly elapsedMs?: number | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Default: what it is when the request was sent once. A call without a method counts as one that is not harmless to repeat. */
  readonly outcomeUnknown?: boolean | undefined;
  /** Default: what follows from the rest. */
  readonly next?: NextStep | undefined;
}

/** What a class knows of its failures. */
export interface ClassFacts {
  readonly kind: FailureKind;
  /** Whether a call that was sent once and failed like this may have run. Left out: it was not sent. */
  readonly mayHaveRun?: boolean | undefined;
  readonly brokenOff?: boolean | undefined;
  /** Why no answer came: codes and messages. */
  readonly reason?: string | undefined;
}

/** Fields that only some classes have. */
interface FieldsOfSome {
  readonly limit?: unknown;
  readonly neverSent?: unknown;
  readonly brokenOff?: unknown;
  readonly problems?: unknown;
}

/** Where a failure's stack holds its fields: as a last line of its own, which survives `structuredClone`. */
export const fieldsInStack: RegExp = /\n {4}\[np6 (\{.*\})\]$/;

/**
 * Marks an error as ours across copies of the package: `instanceof` fails when a consumer's tree holds
 * two of them, or when one came through `require` and the other through `import`.
 */
const marker: unique symbol = Symbol.for("@np6/api-client/error") as never;

/**
 * Base class of every failure of the client. The API key is in none of its fields. `name` is a getter in each
 * class, so that stacks begin with it and no copy of it shows among the fields.
 */
export abstract class Np6Error extends Error {
  readonly kind: FailureKind;
  /** operationId of the spec; absent when the client itself could not be made. */
  readonly operationId: string | undefined;
  readonly method: string | undefined;
  /** Path template of the spec, such as `/things/{id}`; never the filled-in path. */
  readonly path: string | undefined;
  /** How often the request was sent; 0 when it was refused before sending. */
  readonly attempts: number;
  /** Milliseconds from the call to the failure; 0 when it was refused before sending. */
  readonly elapsedMs: number;
  /** HTTP status, once the answer's headers arrived. */
  readonly status: number | undefined;
  /** `x-request-id` of the answer: what the vendor's support traces a call by. */
  readonly requestId: string | undefined;
  /** The answer's rate-limit headers, as sent. */
  readonly rateLimit: RateLimit | undefined;
  /** How long the server asked to wait, in milliseconds, when it said so in a way that can be read. */
  readonly retryAfterMs: number | undefined;
  /** True when a call that is not harmless to repeat may have run: check before sending it again. */
  readonly outcomeUnknown: boolean;
  /** What to do about it. */
  readonly next: NextStep;

  constructor(message: string, context: FailureContext, cause: unknown, facts: ClassFacts) {
    const { kind, mayHaveRun, brokenOff, reason } = facts;
    const attempts = context.attempts ?? (mayHaveRun === undefined ? 0 : 1);
    const outcomeUnknown =
      context.outcomeUnknown ?? (mayHaveRun === true && attempts > 0 && !isIdempotent(context.method));
    super(describe(message, context, outcomeUnknown), cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.operationId = context.operationId;
    this.method = context.method;
    this.path = context.path;
    this.attempts = attempts;
    this.elapsedMs = context.elapsedMs ?? 0;
    this.status = context.status;
    this.requestId = context.requestId;
    this.rateLimit = context.rateLimit;
    this.retryAfterMs = context.retryAfterMs;
    this.outcomeUnknown = outcomeUnknown;
    const { status } = context;
    const ofCall = context.operationId !== undefined;
    this.next = context.next ?? nextStep({ kind, outcomeUnknown, status, ofCall, brokenOff, reason });
    Object.defineProperty(this, marker, { value: true });
    showFieldsInStack(this);
  }

  /** What may go into a log or a queue: no part of a body, no cause, no key. `isNp6Error` knows it again. */
  toJSON(): Record<string, unknown> {
    const { limit, neverSent, brokenOff, problems } = this as FieldsOfSome;
    return {
      name: this.name,
      kind: this.kind,
      message: this.message,
      operationId: this.operationId,
      method: this.method,
      path: this.path,
      attempts: this.attempts,
      elapsedMs: this.elapsedMs,
      status: this.status,
      requestId: this.requestId,
      rateLimit: this.rateLimit,
      retryAfterMs: this.retryAfterMs,
      outcomeUnknown: this.outcomeUnknown,
      next: this.next,
      limit,
      neverSent,
      brokenOff,
      problems,
    };
  }
}

/** True for every failure of this client, also for one made by another copy of the package. */
export function hasNp6Marker(value: unknown): boolean {
  return typeof value === "object" && value !== null && marker in value;
}

/**
 * Lets the stack end with the fields. `structuredClone` and `postMessage` keep of an Error only message, stack and cause, and a
 * worker must learn that a call may have run. Many loggers keep no more either.
 */
function showFieldsInStack(error: Np6Error): void {
  let { stack } = error;
  if (stack === undefined) return;
  const get = (): string | undefined => {
    if (stack === undefined || fieldsInStack.test(stack)) return stack;
    // The message stands at the beginning.
    return `${stack}\n    [np6 ${JSON.stringify({ ...error.toJSON(), message: undefined })}]`;
  };
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
