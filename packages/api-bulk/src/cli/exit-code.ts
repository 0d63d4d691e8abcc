import type { RunSummary } from "../protocol/run-options.ts";

/**
 * How a run ended, for a program that waits for it. 0: all done; 2: finished, some failed; 3: there are receivers that
 * may have run. 4: paused, can be resumed; 130: interrupted, can be resumed. 1 is wrong use, and nothing was sent.
 */
export function exitCode({ state, counts }: RunSummary): number {
  if (counts.unknown + counts.ran > 0) return 3;
  if (state === "interrupted") return 130;
  if (state !== "finished") return 4;
  return counts.failed > 0 ? 2 : 0;
}
