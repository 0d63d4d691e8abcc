import type { CoverageItem } from "./coverage.ts";

/** Lists uncovered items: `operationId`, status or `request`, `mediaType`, and the name of an example. */
export function listUncovered(items: readonly CoverageItem[]): string[] {
  return items
    .filter(({ covered }) => !covered)
    .map(({ operationId, message, mediaType, example = "" }) =>
      `${operationId} ${message} ${mediaType} ${example}`.trimEnd(),
    );
}
