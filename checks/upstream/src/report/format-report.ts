import type { AcceptedDifference } from "./accepted-differences.ts";
import type { JudgedDifference } from "./judge-differences.ts";
import type { UpstreamReport } from "./upstream-report.ts";

/**
 * Formats a report for people: one block per operation, schema, response … of the curated spec. The vendor's side is in
 * the left column, the curated one in the right.
 * @param acceptedFile - path of the file with accepted differences, for the reader
 */
export function formatReport(report: UpstreamReport, acceptedFile: string): string {
  const { counts, vendor, curated, prefixes } = report;
  const judged = (verdict: JudgedDifference["verdict"]) =>
    report.differences.filter((difference) => difference.verdict === verdict);
  return [
    `vendor   ${vendor.title} ${vendor.version}, ${vendor.source}`,
    `curated  ${curated.title} ${curated.version}, ${curated.source}`,
    `compared ${prefixes.join(", ")}: ${vendor.operations} operations in the vendor's bundle, ${curated.operations} curated`,
    "",
    ...section("DRIFT", formatGroups(judged("drift"))),
    ...section("ACCEPTED", formatGroups(judged("accepted"))),
    ...section("KNOWN: only the curated spec has it, from another source", formatKnown(judged("known"))),
    ...formatStale(report.stale, acceptedFile),
    ...driftHelp(report, acceptedFile),
    `${counts.drift} drift, ${counts.accepted} accepted, ${counts.known} known, ${counts.stale} stale`,
    "",
  ].join("\n");
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines, ""];
}

/** Aligns columns in all rows; the last column is not padded. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(width(column))).join(" | ")}`.trimEnd(),
  );
}

function label({ at, fact }: JudgedDifference): string {
  const path = at.includes(": ") ? at.slice(at.indexOf(": ") + 2) : "";
  return path === "" ? fact : `${path}  ${fact}`;
}

function formatGroups(differences: readonly JudgedDifference[]): string[] {
  const [header = "", ...rows] = columns([
    ["", "vendor", "curated"],
    ...differences.map((entry) => [label(entry), entry.vendor.text, entry.curated.text]),
  ]);
  const table = differences.map((difference, index) => ({ difference, row: rows[index] ?? "" }));
  const groups = Map.groupBy(table, ({ difference }) => difference.at.split(": ")[0] ?? "");
  return [...groups].flatMap(([subject, members]) => [
    "",
    subject,
    header,
    ...members.flatMap(({ difference, row }) => [row, ...formatDetails(difference)]),
  ]);
}

function formatDetails(difference: JudgedDifference): string[] {
  const { at, vendor, curated, places, alsoAt, grade, reason } = difference;
  return [
    `      at      ${at}`,
    `      vendor  ${vendor.pointer}`,
    ...(curated.pointer === "" ? [] : [`      curated ${curated.pointer}${grade ? ` (${grade})` : ""}`]),
    `      seen at ${listed(places)}`,
    ...(alsoAt.length === 0 ? [] : [`      also at ${listed(alsoAt)}`]),
    ...(reason === undefined ? [] : [`      because ${reason}`]),
  ];
}

function formatKnown(differences: readonly JudgedDifference[]): string[] {
  return columns(differences.map(({ at, fact, curated, grade = "" }) => [at, fact, curated.text, grade]));
}

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).join("; ");
  return texts.length > 3 ? `${shown}; and ${texts.length - 3} more` : shown;
}

function formatStale(stale: readonly AcceptedDifference[], acceptedFile: string): string[] {
  if (stale.length === 0) return [];
  return [
    `STALE: accepted in ${acceptedFile}, but the difference no longer exists; remove the entry`,
    "",
    ...stale.map(({ at, fact, vendor, curated }) => `  ${at}  ${fact} | ${vendor} | ${curated}`),
    "",
  ];
}

function driftHelp({ counts }: UpstreamReport, acceptedFile: string): string[] {
  if (counts.drift === 0) return [];
  return [
    "To resolve drift, correct spec/ if the vendor is right (spec/README.md, When the vendor changes). Otherwise, accept",
    `the difference in ${acceptedFile} with five fields: at, fact (the text between the address and the first bar),`,
    "vendor, curated and reason. --json writes each difference with these fields.",
    "",
  ];
}
