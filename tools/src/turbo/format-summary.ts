import type { SummaryRow } from "./summarize-run.ts";

/** Formats a summary. @returns the table, and as its last line `N passed, N failed` */
export function formatSummary(rows: readonly SummaryRow[]): string {
  const width = Math.max(0, ...rows.map((row) => row.taskId.length));
  const lines = rows.map((row) => {
    const mark = row.failed > 0 ? "✗" : "✓";
    const counts = `${String(row.passed).padStart(5)} passed, ${row.failed} failed`;
    const notes = [row.problem, row.ranBecause ?? "unchanged, result from the cache"].filter((note) => note);
    return `${mark} ${row.taskId.padEnd(width)} ${counts}  (${notes.join("; ")})`;
  });
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  return [...lines, "", `${passed} passed, ${failed} failed`].join("\n");
}
