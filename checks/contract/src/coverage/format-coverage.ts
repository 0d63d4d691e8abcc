import type { CoverageItem } from "./coverage.ts";
import { formatTable } from "./format-table.ts";

/** Writes coverage as a table: how many of an operation's documented requests, answers and named examples went over the wire. */
export function formatCoverage(items: readonly CoverageItem[]): string {
  const byOperation = Map.groupBy(items, ({ operationId }) => operationId);
  const rows = [...byOperation].map(([operationId, own]) => row(operationId, own));
  return formatTable([
    ["operation", "requests", "answers", "examples", "covered"],
    ...rows,
    row("all", items),
  ]);
}

/** A request counts once for each media type, an answer once for each status and media type. */
function row(name: string, items: readonly CoverageItem[]): string[] {
  const count = (of: readonly CoverageItem[]): string =>
    `${of.filter(({ covered }) => covered).length}/${of.length}`;
  const messages = items.filter(({ example }) => example === undefined);
  // Rounded down: 100 % is said of everything only.
  const share = Math.floor((items.filter(({ covered }) => covered).length / items.length) * 100);
  return [
    name,
    count(messages.filter(({ message }) => message === "request")),
    count(messages.filter(({ message }) => message !== "request")),
    count(items.filter(({ example }) => example !== undefined)),
    `${share} %`,
  ];
}
