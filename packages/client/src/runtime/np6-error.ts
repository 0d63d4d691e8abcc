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
  | "configuration";

/** What is known of the call when it fails. */
export interface FailureContext {
  readonly operationId?: string | undefined;
  readonly method?: string | undefined;
  /** Path template of the spec, never the filled-in path. */
  readonly path?: string | undefined;
  /** How often the request was sent. */
  readonly attempts?: number | undefined;
  readonly elapsedMs?: number | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly outcomeUnknown?: boolean | undefined;
}

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
  abstract readonly kind: FailureKind;
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

  constructor(message: string, context: FailureContext = {}, cause?: unknown) {
    super(describe(message, context), cause === undefined ? undefined : { cause });
    this.operationId = context.operationId;
    this.method = context.method;
    this.path = context.path;
    this.attempts = context.attempts ?? 0;
    this.elapsedMs = context.elapsedMs ?? 0;
    this.status = context.status;
    this.requestId = context.requestId;
    this.rateLimit = context.rateLimit;
    this.retryAfterMs = context.retryAfterMs;
    this.outcomeUnknown = context.outcomeUnknown ?? false;
    Object.defineProperty(this, marker, { value: true });
  }

  /** What may go into a log: no part of a body, no cause, no key. */
  toJSON(): Record<string, unknown> {
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
    };
  }
}

/** True for every failure of this client, also for one made by another copy of the package. */
export function hasNp6Marker(value: unknown): boolean {
  return typeof value === "object" && value !== null && marker in value;
}

function describe(message: string, context: FailureContext): string {
  const call = context.operationId ? `${context.operationId} (${context.method} ${context.path}): ` : "";
  const requestId = context.requestId ? ` Request id: ${context.requestId}.` : "";
  const unknown = context.outcomeUnknown ? " The call may have run: check before sending it again." : "";
  return `${call}${message}${requestId}${unknown}`;
}
