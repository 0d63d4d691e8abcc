import { isNp6Error } from "@np6/api-client";

/** Effect of a failed attempt on its batch. */
export type Verdict =
  /** It may have run: only a person may send it again. */
  | { readonly kind: "unknown" }
  /** It did not run, and all batches wait: until the server's Retry-After, else by the pace. */
  | { readonly kind: "wait"; readonly retryAfterMs?: number | undefined; readonly limited: boolean }
  /** It did not run, and no other batch will: key, permission, address or code are wrong. */
  | { readonly kind: "pause" }
  /** It did not run because it is too large. */
  | { readonly kind: "too-large" }
  /** It was refused, with a status for invalid content. */
  | { readonly kind: "refused" };

/** Refusals that concern the job and not its items. */
const jobStatuses: ReadonlySet<number> = new Set([401, 403, 404, 405, 409, 415]);

/**
 * Judges by the client's failure alone, because only the client decides whether a call may have run. An error that is
 * not a failure of the client has an unknown source, so the call may have run.
 */
export function judgeFailure(failure: unknown): Verdict {
  if (!isNp6Error(failure) || failure.outcomeUnknown) return { kind: "unknown" };
  switch (failure.kind) {
    case "rate-limited":
      return { kind: "wait", retryAfterMs: failure.retryAfterMs, limited: true };
    case "configuration":
    case "key-unavailable":
    case "redirect":
      return { kind: "pause" };
    case "aborted":
    case "timeout":
    case "connection":
      return failure.next === "fix-setup" ? { kind: "pause" } : { kind: "wait", limited: false };
    case "unexpected-response":
      return { kind: "unknown" };
    case "http": {
      const { status } = failure;
      if (status === 413) return { kind: "too-large" };
      if (jobStatuses.has(status) || failure.next === "fix-setup") return { kind: "pause" };
      if (failure.next === "retry")
        return { kind: "wait", retryAfterMs: failure.retryAfterMs, limited: false };
      return { kind: "refused" };
    }
  }
}
