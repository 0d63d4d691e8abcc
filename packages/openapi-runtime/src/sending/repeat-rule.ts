import type { Failure } from "../failures/failure.ts";
import type { RetrySettings } from "../options/call-settings.ts";

/**
 * Whether a request may be sent again after a failure. A call that is not idempotent is sent again only when it
 * certainly did not run, or when the caller allowed it.
 */
export function mayRepeat(failure: Failure, idempotent: boolean, retry: RetrySettings): boolean {
  if (failure.attempts === 0) return false;
  const repeatUnknown = idempotent || retry.nonIdempotentWhenUnknown;
  switch (failure.kind) {
    case "rate-limited":
      // The server refuses before it executes the call, as the vendor documents.
      return true;
    case "connection":
      return failure.neverSent || repeatUnknown;
    case "timeout":
      return failure.limit === "attemptTimeoutMs" && repeatUnknown;
    case "unexpected-response":
      return failure.brokenOff && repeatUnknown;
    case "http":
      return mayRepeatRefusal(failure.status, failure.retryAfterMs !== undefined, repeatUnknown, retry);
    default:
      return false;
  }
}

/** Statuses that may be temporary: the server was too slow, broken or unreachable (RFC 9110, section 15). */
const transient: ReadonlySet<number> = new Set([408, 500, 502, 503, 504]);

function mayRepeatRefusal(
  status: number,
  hasRetryAfter: boolean,
  repeatUnknown: boolean,
  { nonIdempotentOn503 }: RetrySettings,
): boolean {
  if (status === 503 && hasRetryAfter && nonIdempotentOn503) return true;
  return transient.has(status) && repeatUnknown;
}
