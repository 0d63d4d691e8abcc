import type { CoverageItem } from "./coverage.ts";
import { formatTable } from "./format-table.ts";

/** Formats coverage as a table: the exchanged share of each operation's requests, responses and named examples. */
export function formatCoverage(items: readonly CoverageItem[]): string {
  const byOperation = Map.groupBy(items, ({ operationId }) => operationId);
  const rows = [...byOperation].map(([operationId, entries]) => row(operationId, entries));
  return formatTable([
    ["operation", "requests", "answers", "examples", "covered"],
    ...rows,
    row("all", items),
  ]);
}

/** A request counts once per media type, a response once per status and media type. */
function row(name: string, items: readonly CoverageItem[]): string[] {
  const count = (of: readonly CoverageItem[]): string =>
    `${of.filter(({ covered }) => covered).length}/${of.length}`;
  const messages = items.filter(({ example }) => example === undefined);
  // Rounded down, so that 100 % means everything.
  const share = Math.floor((items.filter(({ covered }) => covered).length / items.length) * 100);
  return [
    name,
    count(messages.filter(({ message }) => message === "request")),
    count(messages.filter(({ message }) => message !== "request")),
    count(items.filter(({ example }) => example !== undefined)),
    `${share} %`,
  ];
}
