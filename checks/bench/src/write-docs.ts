import { readFile, writeFile } from "node:fs/promises";
import { formatGoals } from "./goals.ts";
import { formatTable, type Table } from "./parts/table.ts";
import { plot } from "./plot.ts";

const docs = new URL("../../../docs/", import.meta.url);
const [begin, end] = ["<!-- begin: pnpm bench --docs -->", "<!-- end: pnpm bench --docs -->"];

/** Replaces the figures in docs/performance.md, between its two marks, and the plot beside it. */
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
