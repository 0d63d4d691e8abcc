import { lengthen, shorten, type TextForm } from "./text-form.ts";

/** How the rows of a source are kept: the names of their columns once, and of each row its cells. */
export interface RowForm {
  readonly columns: readonly string[];
  readonly cells: TextForm;
}

/** Marks cells that are the item itself again, as in a file of one column; no JSON text begins with it. */
const sameAsItem = "\u0002";

type Row = Readonly<Record<string, string>>;

/** The cells of a row as text; a row that has other columns than the first one is kept whole. */
export function cellsText(columns: readonly string[], row: Row): string {
  const names = Object.keys(row);
  const isAlike = names.length === columns.length && names.every((name, index) => name === columns[index]);
  return JSON.stringify(isAlike ? Object.values(row) : row);
}

/** What is stored of a row's cells beside what is stored of its item. */
export function shortenCells({ cells }: RowForm, text: string, storedItem: string): string {
  const stored = shorten(cells, text);
  return stored === storedItem ? sameAsItem : stored;
}

/** The row again. */
export function lengthenCells({ columns, cells }: RowForm, stored: string, storedItem: string): Row {
  const value = JSON.parse(lengthen(cells, stored === sameAsItem ? storedItem : stored)) as string[] | Row;
  return Array.isArray(value)
    ? Object.fromEntries(columns.map((name, index) => [name, value[index] ?? ""]))
    : value;
}
