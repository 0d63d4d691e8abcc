import type { Np6Failure } from "@np6/api-client";

/**
 * What a failure means to a program that waits. 1: used wrongly, nothing was sent. 2: refused, and it will be again. 3: it may have
 * run. 4: it did not run, and may work later. 130: interrupted before it could run.
 */
export function exitCode({ outcomeUnknown, kind, next, attempts }: Np6Failure): number {
  if (outcomeUnknown) return 3;
  if (kind === "aborted") return 130;
  if (next === "retry") return 4;
  return attempts === 0 ? 1 : 2;
}
