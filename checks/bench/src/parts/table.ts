import type { Cost } from "../measure/alternate.ts";

/** What one part of the bench measured. */
export interface Table {
  readonly title: string;
  /** Of `cost`, such as `µs per call`. */
  readonly unit: string;
  /** The first one is what the ratios compare with. */
  readonly rows: readonly Cost[];
}

/** A table as Markdown: median, quartiles, and the ratio to the first row. */
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
