import type { SpecDiff } from "@np6/openapi-diff";
import { type Bump, isAtLeast } from "@np6/openapi-diff";

/** One step of a history, as compared. */
export interface HistoryStep {
  readonly packageName: string;
  readonly before: string;
  readonly after: string;
  /** The most that the vendor's numbers allow. */
  readonly promised: Bump;
  /** What the comparison said, or why there was none. */
  readonly outcome: SpecDiff | { readonly error: string };
  /** How long the command took, fetching both packages included. */
  readonly seconds: number;
  /** The most memory that it had, in megabytes. */
  readonly megabytes: number;
}

/** A Markdown table with a row per step, then the changes that the vendor's numbers did not promise. */
export function formatHistories(steps: readonly HistoryStep[]): string {
  const rows = steps.map((step) => {
    const { packageName, before, after, promised, outcome, seconds, megabytes } = step;
    const cost = `${seconds.toFixed(1)} | ${Math.round(megabytes)}`;
    return `| \`${packageName}\` ${before} → ${after} | ${found(outcome)} | ${promised} | ${cost} |`;
  });
  const table = [
    "| versions | the diff says | the vendor's number allows | s | MB |",
    "| --- | --- | --- | ---: | ---: |",
    ...rows,
  ];
  return `${[...table, ...steps.flatMap(surprises)].join("\n")}\n`;
}

function found(outcome: HistoryStep["outcome"]): string {
  if ("error" in outcome) return `no result: ${outcome.error.split("\n")[0]}`;
  const counts = (["major", "minor", "patch"] as const)
    .map((bump) => [bump, outcome.changes.filter((change) => change.bump === bump).length] as const)
    .filter(([, count]) => count > 0)
    .map(([bump, count]) => `${count} ${bump}`);
  return counts.length === 0 ? "none" : `**${outcome.bump}** (${counts.join(", ")})`;
}

function surprises({ packageName, before, after, promised, outcome }: HistoryStep): string[] {
  if ("error" in outcome || promised === "major" || !isAtLeast(outcome.bump, promised)) return [];
  const larger = outcome.changes.filter(({ bump }) => bump !== promised && isAtLeast(bump, promised));
  if (larger.length === 0) return [];
  const shown = larger
    .slice(0, 10)
    .map(({ bump, message, pointer }) => `- ${bump}: ${message} (\`${pointer}\`)`);
  const more = larger.length > shown.length ? [`- and ${larger.length - shown.length} more`] : [];
  return ["", `\`${packageName}\` ${before} → ${after} goes further than its number:`, ...shown, ...more];
}
