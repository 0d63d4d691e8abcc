import type { RehearsalResult } from "./rehearsal-results.ts";

/**
 * Formats one line per expectation, by part, then the failures in full; the last line is `N passed, N failed`. A
 * rehearsal without any expectation has failed.
 */
export function formatResults(results: readonly RehearsalResult[]): string {
  const failed = results.filter(({ passed }) => !passed);
  const width = Math.max(0, ...results.map(({ expectation }) => expectation.length));
  const parts = [...new Set(results.map(({ part }) => part))];
  const table = parts.flatMap((name) => [
    name,
    ...results
      .filter(({ part }) => part === name)
      .map(({ expectation, passed, seen }) =>
        `  ${passed ? "✓" : "✗"} ${expectation.padEnd(width)}  ${firstLine(seen)}`.trimEnd(),
      ),
  ]);
  const details = failed.map(({ part, expectation, seen }) => `✗ ${part}: ${expectation}\n${seen}\n`);
  const passed = results.length - failed.length;
  const total = results.length === 0 ? "0 passed, 1 failed" : `${passed} passed, ${failed.length} failed`;
  return [...table, "", ...details, total].join("\n");
}

function firstLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
