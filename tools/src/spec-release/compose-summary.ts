import type { SpecChange, SpecDiff } from "@np6/openapi-diff";
import type { StepResult } from "./run-steps.ts";

/** The content of the summary. */
export interface SummaryContent {
  readonly steps: readonly StepResult[];
  /** `undefined` when an earlier step failed. */
  readonly comparison: { readonly diff: SpecDiff; readonly base: string } | undefined;
  /** Changed files according to git, relative to the repository. */
  readonly changedFiles: readonly string[];
}

/** Maximum number of listed changes; a changelog contains the rest. */
const LISTED = 40;

/** Writes the summary for a pull request that changes the API description, in Markdown. */
export function composeSummary({ steps, comparison, changedFiles }: SummaryContent): string {
  return [
    title(comparison),
    steps.map(formatStep).join("\n"),
    comparison === undefined ? "" : formatChanges(comparison.diff.changes),
    changedFiles.length === 0
      ? ""
      : `Changed files:\n\n${changedFiles.map((file) => `- \`${file}\``).join("\n")}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function title(comparison: SummaryContent["comparison"]): string {
  if (comparison === undefined) return "## API description changed";
  const { diff, base } = comparison;
  return diff.bump === "none"
    ? `## API description: no change that affects consumers since ${base}`
    : `## API description: ${diff.bump} change since ${base}`;
}

function formatStep({ title: name, outcome }: StepResult): string {
  if (outcome === undefined) return `- ⏭ ${name}: not run`;
  return `- ${outcome.passed ? "✓" : "✗"} ${name}: ${outcome.note}`;
}

function formatChanges(changes: readonly SpecChange[]): string {
  if (changes.length === 0) return "";
  const rows = changes.slice(0, LISTED).map(({ bump, operationId, direction, message }) => {
    const concerned = [operationId === undefined ? "" : `\`${operationId}\``, direction ?? ""]
      .join(" ")
      .trim();
    return `| ${bump} | ${concerned} | ${message.replaceAll("|", "\\|").replaceAll("\n", " ")} |`;
  });
  const more = changes.length > LISTED ? `\n\n… and ${changes.length - LISTED} more: \`pnpm spec diff\`` : "";
  return `| bump | where | what |\n| --- | --- | --- |\n${rows.join("\n")}${more}`;
}
