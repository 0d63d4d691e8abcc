import type { CoverageItem } from "./coverage.ts";

/** Names what nobody exercised: `operationId status mediaType`, or `operationId request mediaType`, with the name of an example behind it. */
export function listUncovered(items: readonly CoverageItem[]): string[] {
  return items
    .filter(({ covered }) => !covered)
    .map(({ operationId, message, mediaType, example = "" }) =>
      `${operationId} ${message} ${mediaType} ${example}`.trimEnd(),
    );
}
