/** A table of a Markdown page. */
export interface Table {
  /** The heading above it. */
  readonly heading: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Reads the tables of a page. */
export function readTables(markdown: string): Table[] {
  const tables: { heading: string; head: string[]; rows: string[][] }[] = [];
  let heading = "";
  let open = false;
  for (const line of markdown.split("\n")) {
    heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    const isRow = /^\|.*\|$/.test(line.trim());
    if (isRow) {
      const cells = cellsOf(line.trim());
      if (!open) tables.push({ heading, head: cells, rows: [] });
      else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) tables.at(-1)?.rows.push(cells);
    }
    open = isRow;
  }
  return tables;
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** Lists the code in a cell, for example `a` and `b` of "`a`, `b` (c)". */
export function namesIn(cell: string | undefined): string[] {
  return [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}
