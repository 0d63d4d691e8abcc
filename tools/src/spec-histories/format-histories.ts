import type { SpecDiff } from "@np6/openapi-diff";
import { type Bump, isAtLeast } from "@np6/openapi-diff";

/** A compared step of a history. */
export interface HistoryStep {
  readonly packageName: string;
  readonly before: string;
  readonly after: string;
  /** The largest bump that the vendor's numbers allow. */
  readonly promised: Bump;
  /** The result of the comparison, or the reason for its failure. */
  readonly outcome: SpecDiff | { readonly error: string };
  /** Duration of the command, including the download of both packages. */
  readonly seconds: number;
  /** Peak memory in megabytes. */
  readonly megabytes: number;
}

/** Makes a Markdown table with a row per step, followed by the changes that the vendor's numbers do not allow. */
export function formatHistories(steps: readonly HistoryStep[]): string {
  const rows = steps.map((step) => {
    const { packageName, before, after, promised, outcome, seconds, megabytes } = step;
    const cost = `${seconds.toFixed(1)} | ${Math.round(megabytes)}`;
    return `| \`${packageName}\` ${before} → ${after} | ${formatOutcome(outcome)} | ${promised} | ${cost} |`;
  });
  const table = [
    "| versions | verdict of the diff | allowed by the vendor's number | s | MB |",
    "| --- | --- | --- | ---: | ---: |",
    ...rows,
  ];
  return `${[...table, ...steps.flatMap(unexpectedChanges)].join("\n")}\n`;
}

function formatOutcome(outcome: HistoryStep["outcome"]): string {
  if ("error" in outcome) return `no result: ${outcome.error.split("\n")[0]}`;
  const counts = (["major", "minor", "patch"] as const)
    .map((bump) => [bump, outcome.changes.filter((change) => change.bump === bump).length] as const)
    .filter(([, count]) => count > 0)
    .map(([bump, count]) => `${count} ${bump}`);
  return counts.length === 0 ? "none" : `**${outcome.bump}** (${counts.join(", ")})`;
}

function unexpectedChanges({ packageName, before, after, promised, outcome }: HistoryStep): string[] {
  if ("error" in outcome || promised === "major" || !isAtLeast(outcome.bump, promised)) return [];
  const larger = outcome.changes.filter(({ bump }) => bump !== promised && isAtLeast(bump, promised));
  if (larger.length === 0) return [];
  const shown = larger
    .slice(0, 10)
    .map(({ bump, message, pointer }) => `- ${bump}: ${message} (\`${pointer}\`)`);
  const more = larger.length > shown.length ? [`- and ${larger.length - shown.length} more`] : [];
  return [
    "",
    `\`${packageName}\` ${before} → ${after} breaks more than its number allows:`,
    ...shown,
    ...more,
  ];
}
