import { isNp6Error } from "@np6/api-client";

/** What a failed attempt means for its batch. */
export type Verdict =
  /** It may have run: nobody but a person sends it again. */
  | { readonly kind: "unknown" }
  /** It did not run, and all wait: as long as the server says, else as long as the gate does. */
  | { readonly kind: "wait"; readonly retryAfterMs?: number | undefined; readonly limited: boolean }
  /** It did not run, and no other will: key, permission, address or code are wrong. */
  | { readonly kind: "pause" }
  /** It did not run because it is too large. */
  | { readonly kind: "too-large" }
  /** It was refused, by a status that says that something in it is wrong. */
  | { readonly kind: "refused" };

/** Refusals that speak of the job and not of its items. */
const ofTheJob: ReadonlySet<number> = new Set([401, 403, 404, 405, 409, 415]);

/**
 * Reads the client's failure, and nothing else: whether a call may have run is decided in one place, the client. What is no failure of
 * the client's came from nobody knows where, so the call may have run.
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
      if (ofTheJob.has(status) || failure.next === "fix-setup") return { kind: "pause" };
      if (failure.next === "retry")
        return { kind: "wait", retryAfterMs: failure.retryAfterMs, limited: false };
      return { kind: "refused" };
    }
  }
}
