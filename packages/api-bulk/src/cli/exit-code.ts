import type { RunSummary } from "../protocol/run-options.ts";

/**
 * Chooses the exit code of a run. 0: all done. 2: finished, some failed. 3: some receivers may have run. 4: paused, can
 * be resumed. 130: interrupted, can be resumed. A wrong use, with nothing sent, has the code 1.
 */
export function exitCode({ state, counts }: RunSummary): number {
  if (counts.unknown + counts.ran > 0) return 3;
  if (state === "interrupted") return 130;
  if (state !== "finished") return 4;
  return counts.failed > 0 ? 2 : 0;
}
