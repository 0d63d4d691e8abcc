import type { AbortedError } from "./aborted-error.ts";
import type { AnsweredFailure } from "./answered-failure.ts";
import type { ConfigurationError } from "./configuration-error.ts";
import type { ConnectionError } from "./connection-error.ts";
import type { KeyUnavailableError } from "./key-unavailable-error.ts";
import { hasNp6Marker } from "./np6-error.ts";
import { hasFailureFields, restoreFailure } from "./restore-failure.ts";
import type { TimeoutError } from "./timeout-error.ts";

/** Every failure that the client throws or returns; switch on `kind`, or on `next`. */
export type Np6Failure<Body = unknown> =
  | AnsweredFailure<Body>
  | TimeoutError
  | AbortedError
  | ConnectionError
  | KeyUnavailableError
  | ConfigurationError;

/**
 * Whether a caught value is a failure of this client, also when another copy of the package made it, and when it comes from a
 * worker, a queue or `structuredClone`. What travelled has the fields of `toJSON`, but no class, body or excerpt; a structured
 * clone, which the platform leaves only message, stack and cause, gets its fields back here.
 * @returns true narrows to the family, so that `switch (error.kind)` knows every case
 */
export function isNp6Error(value: unknown): value is Np6Failure {
  return hasNp6Marker(value) || hasFailureFields(value) || restoreFailure(value);
}
