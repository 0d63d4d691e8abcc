import type { Table } from "./parts/table.ts";

/** The goal for a figure: for the median of a row, or for its ratio to the first row of the table. */
type Goal = readonly [
  what: string,
  table: string,
  row: string,
  of: "cost" | "ratio",
  sign: "≤" | "≥",
  limit: number,
];

const byOperation = "np6, by operation";
const byPath = "np6, by path";
const undici = "np6, by operation, undici";

/** Measured with both time limits, retries, hooks and the response cap switched on. */
const goals: readonly Goal[] = [
  ["A call by operation", "One call over a stub", byOperation, "ratio", "≤", 1.25],
  ["A call by path", "One call over a stub", byPath, "ratio", "≤", 1.4],
  ["Bytes of a call by operation", "Allocated by one call", byOperation, "ratio", "≤", 1.4],
  ["Bytes of a call by path", "Allocated by one call", byPath, "ratio", "≤", 1.4],
  ["CPU of a request", "Loopback, 16 at once: CPU", byOperation, "ratio", "≤", 1.08],
  ["CPU of a request by undici", "Loopback, 16 at once: CPU", undici, "ratio", "≤", 0.4],
  ["Requests per second by undici", "Loopback, 16 at once: throughput", undici, "ratio", "≥", 3],
  ["Import, beside openapi-fetch alone", "Import", byOperation, "ratio", "≤", 1],
  ["createClient, ms", "Making the first client", byOperation, "cost", "≤", 1],
  ["Bundle of one call, bytes", "Bundle of one call", byOperation, "cost", "≤", 11_000],
  ["Types of three calls", "Types of three calls, this API", byOperation, "cost", "≤", 100],
  ["Types of three calls, GitHub", "Types of three calls, GitHub's API", byOperation, "cost", "≤", 100],
  ["Code generation, 13 MB", "Code generation, a document of 13 MB", "np6-codegen", "ratio", "≤", 1.2],
];

/** Compares the goals with the measured figures, as a Markdown table. */
export function formatGoals(tables: readonly Table[]): string {
  const lines = goals.flatMap(([goal, table, row, of, sign, limit]) => {
    const match = tables.find(({ title }) => title === table)?.rows.find(({ name }) => name === row);
    if (match === undefined) return [];
    const value = match[of].median;
    const met = sign === "≤" ? value <= limit : value >= limit;
    const missedBy = `missed by ${Math.round(Math.abs(value / limit - 1) * 100)} %`;
    return `| ${goal} | ${sign} ${limit} | ${format(value)} | ${met ? "met" : missedBy} |`;
  });
  if (lines.length === 0) return "";
  return ["### Goals", "", "| | goal | measured | |", "| --- | ---: | ---: | --- |", ...lines, ""].join("\n");
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2);
}
