import type { Table } from "./parts/table.ts";

/** The goal for a figure. */
interface Goal {
  readonly what: string;
  /** Title of the table, and name of the row. */
  readonly table: string;
  readonly row: string;
  /** Whether the goal is for the median or for its ratio to the table's first row. */
  readonly of: "cost" | "ratio";
  /** Maximum of the figure; `least` is a minimum instead. */
  readonly most?: number;
  readonly least?: number;
}

const byOperation = "np6, by operation";
const byPath = "np6, by path";
const undici = "np6, by operation, undici";

/** Measured with both time limits, retries, hooks and the response cap switched on. */
const goals: readonly Goal[] = [
  { what: "A call by operation", table: "One call over a stub", row: byOperation, of: "ratio", most: 1.25 },
  { what: "A call by path", table: "One call over a stub", row: byPath, of: "ratio", most: 1.4 },
  {
    what: "Bytes of a call by operation",
    table: "Allocated by one call",
    row: byOperation,
    of: "ratio",
    most: 1.4,
  },
  { what: "Bytes of a call by path", table: "Allocated by one call", row: byPath, of: "ratio", most: 1.4 },
  { what: "CPU of a request", table: "Loopback, 16 at once: CPU", row: byOperation, of: "ratio", most: 1.08 },
  {
    what: "CPU of a request by undici",
    table: "Loopback, 16 at once: CPU",
    row: undici,
    of: "ratio",
    most: 0.4,
  },
  {
    what: "Requests per second by undici",
    table: "Loopback, 16 at once: throughput",
    row: undici,
    of: "ratio",
    least: 3,
  },
  { what: "Import, beside openapi-fetch alone", table: "Import", row: byOperation, of: "ratio", most: 1 },
  { what: "createClient, ms", table: "Making the first client", row: byOperation, of: "cost", most: 1 },
  {
    what: "Bundle of one call, bytes",
    table: "Bundle of one call",
    row: byOperation,
    of: "cost",
    most: 11_000,
  },
  {
    what: "Types of three calls",
    table: "Types of three calls, this API",
    row: byOperation,
    of: "cost",
    most: 100,
  },
  {
    what: "Types of three calls, GitHub",
    table: "Types of three calls, GitHub's API",
    row: byOperation,
    of: "cost",
    most: 100,
  },
  {
    what: "Code generation, 13 MB",
    table: "Code generation, a document of 13 MB",
    row: "np6-codegen",
    of: "ratio",
    most: 1.2,
  },
];

/** Compares the goals with the measured figures, as a Markdown table. */
export function formatGoals(tables: readonly Table[]): string {
  const lines = goals.flatMap(({ what, table, row, of, most, least }) => {
    const found = tables.find(({ title }) => title === table)?.rows.find(({ name }) => name === row);
    if (found === undefined) return [];
    const value = found[of].median;
    const limit = most ?? least ?? Number.NaN;
    const met = least === undefined ? value <= limit : value >= limit;
    const missedBy = `missed by ${Math.round(Math.abs(value / limit - 1) * 100)} %`;
    return `| ${what} | ${least === undefined ? "≤" : "≥"} ${limit} | ${format(value)} | ${met ? "met" : missedBy} |`;
  });
  if (lines.length === 0) return "";
  return ["### Goals", "", "| | goal | measured | |", "| --- | ---: | ---: | --- |", ...lines, ""].join("\n");
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2);
}
