import type { RuntimeRun } from "./drive/runtime-run.ts";
import type { CaseOutcome } from "./suite/case-result.ts";

const marks: Readonly<Record<CaseOutcome, string>> = {
  passed: "ok",
  differs: "differs",
  failed: "FAILED",
  "not applicable": "-",
};

/**
 * Formats a line per case and a column per runtime, then differences and failures.
 * @param runs - by the name of the runtime, all with the same cases in the same order
 */
export function formatTable(runs: ReadonlyMap<string, RuntimeRun>): string {
  const columns = [...runs].map(([name, { version, results }]) => [
    version === undefined ? name : `${name.split(" ")[0]} ${version}`,
    ...results.map(({ outcome }) => marks[outcome]),
  ]);
  const [first] = runs.values();
  const labels = ["", ...(first?.results.map(({ name }) => name) ?? [])];
  const table = [labels, ...columns].map(padded);
  const lines = labels.map((_label, line) =>
    table
      .map((column) => column[line])
      .join("  ")
      .trimEnd(),
  );
  return [...lines, "", ...detailLines(runs)].join("\n");
}

function padded(column: readonly string[]): string[] {
  const width = Math.max(...column.map((cell) => cell.length));
  return column.map((cell) => cell.padEnd(width));
}

function detailLines(runs: ReadonlyMap<string, RuntimeRun>): string[] {
  return [...runs].flatMap(([runtime, { version, results }]) =>
    version === undefined
      ? [`${marks.failed}: ${runtime} did not run: ${results[0]?.detail}`]
      : results
          .filter(({ detail }) => detail !== "")
          .map(({ name, outcome, detail }) => `${marks[outcome]}: ${runtime}: ${name}: ${detail}`),
  );
}
