import type { Np6Failure } from "@np6/api-client";

/**
 * Chooses the exit code of a failure. 1: wrong use, nothing was sent. 2: refused, and a repeat will be too. 3: the call
 * may have run. 4: it did not run, and may work later. 130: interrupted before it could run.
 */
export function exitCode({ outcomeUnknown, kind, next, attempts }: Np6Failure): number {
  if (outcomeUnknown) return 3;
  if (kind === "aborted") return 130;
  if (next === "retry") return 4;
  return attempts === 0 ? 1 : 2;
}
