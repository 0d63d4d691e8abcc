import type { Cost } from "../measure/alternate.ts";

/** The result of one part of the bench. */
export interface Table {
  readonly title: string;
  /** Unit of `cost`, for example `µs per call`. */
  readonly unit: string;
  /** Rows; ratios are relative to the first one. */
  readonly rows: readonly Cost[];
}

/** Formats a table as Markdown: median, quartiles, and the ratio to the first row. */
export function formatTable({ title, unit, rows }: Table): string {
  const lines = rows.map(({ name, cost, ratio }) => {
    const [low, high] = cost.quartiles.map(format);
    return `| ${name} | ${format(cost.median)} | ${low}–${high} | ${ratio.median.toFixed(2)} |`;
  });
  return [
    `### ${title}`,
    "",
    `| | ${unit} | quartiles | ratio |`,
    "| --- | ---: | ---: | ---: |",
    ...lines,
    "",
  ].join("\n");
}

function format(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
