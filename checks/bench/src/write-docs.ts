import { readFile, writeFile } from "node:fs/promises";
import { formatGoals } from "./goals.ts";
import { formatTable, type Table } from "./parts/table.ts";

const row = 24;
const left = 170;
const width = 640;

/** Draws a table's ratios as an SVG bar chart; lower is better, and a line marks the first row. */
function plot({ title, rows }: Table): string {
  const heading = `${title}, ratio to ${rows[0]?.name} (less is better)`;
  const largest = Math.max(...rows.map(({ ratio }) => ratio.median));
  const scale = (width - left - 70) / largest;
  const bars = rows.map(({ name, ratio }, index) => {
    const y = 40 + index * row;
    const isOurs = name.startsWith("np6");
    return `  <text x="${left - 8}" y="${y + 12}" text-anchor="end">${name}</text>
  <rect x="${left}" y="${y}" width="${(ratio.median * scale).toFixed(1)}" height="16" fill="${isOurs ? "#0969da" : "#8c959f"}"/>
  <text x="${(left + ratio.median * scale + 6).toFixed(1)}" y="${y + 12}">${ratio.median.toFixed(2)}×</text>`;
  });
  const height = 50 + rows.length * row;
  const line = (left + scale).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
  <title>${heading}</title>
  <rect width="100%" height="100%" fill="#fff"/>
  <text x="${left}" y="22" font-weight="bold">${heading}</text>
${bars.join("\n")}
  <line x1="${line}" y1="34" x2="${line}" y2="${height - 10}" stroke="#cf222e" stroke-dasharray="4 3"/>
</svg>
`;
}

const docs = new URL("../../../docs/", import.meta.url);
const [begin, end] = ["<!-- begin: pnpm bench --docs -->", "<!-- end: pnpm bench --docs -->"];

/** Replaces the figures in docs/performance.md, between its two markers, and the plot beside it. */
export async function writeDocs(
  machine: Readonly<Record<string, unknown>>,
  tables: readonly Table[],
): Promise<void> {
  const file = new URL("performance.md", docs);
  const page = await readFile(file, "utf8");
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/performance.md lacks ${begin} or ${end}`);
  const about = Object.entries(machine)
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
  const figures = [formatGoals(tables), ...tables.map(formatTable)].join("\n").trimEnd();
  await writeFile(file, `${before}${begin}\n${about}\n\n${figures}\n${end}${after}`);
  const plotted = tables[0];
  if (plotted !== undefined) await writeFile(new URL("performance.svg", docs), plot(plotted));
}
