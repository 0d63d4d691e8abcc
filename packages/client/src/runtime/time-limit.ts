/** Why a call was cut short. */
export type CutReason = "attemptTimeoutMs" | "deadlineMs" | "signal";

/** A signal that ends with the first of several causes, and says which it was. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** What ended it; undefined while it runs. */
  readonly reason: () => CutReason | undefined;
  /** Milliseconds until the time is up. */
  readonly remainingMs: () => number;
  /** Lets go of the timer and of the listener on the outer signal; call it when the work has ended. */
  readonly release: () => void;
}

/**
 * Starts a clock.
 * @param name - what the limit is called when it runs out
 * @param limitMs - milliseconds, at most 2^31-1
 * @param outer - a wider limit, or the caller's signal; its end ends this one
 */
export function startTimeLimit(
  name: CutReason,
  limitMs: number,
  outer: { readonly signal: AbortSignal; readonly reason: () => CutReason | undefined } | undefined,
): TimeLimit {
  // A timer and a controller of our own cost less than AbortSignal.timeout and AbortSignal.any (measured), and can be
  // taken back: nothing is left on the caller's signal, however many calls it sees.
  const controller = new AbortController();
  const endsAt = performance.now() + limitMs;
  let reason: CutReason | undefined;
  const cut = (why: CutReason, cause: unknown): void => {
    reason ??= why;
    controller.abort(cause);
  };
  const onOuter = (): void => cut(outer?.reason() ?? "signal", outer?.signal.reason);
  const timer = setTimeout(() => cut(name, new Error(`${name} ran out`)), limitMs);
  if (outer?.signal.aborted) onOuter();
  else outer?.signal.addEventListener("abort", onOuter, { once: true });
  return {
    signal: controller.signal,
    reason: () => reason,
    remainingMs: () => endsAt - performance.now(),
    release: () => {
      clearTimeout(timer);
      outer?.signal.removeEventListener("abort", onOuter);
    },
  };
}
