import { lengthen, shorten, type TextForm } from "./text-form.ts";

/** Storage form of a source's rows: the column names once, and only the cells of each row. */
export interface RowForm {
  readonly columns: readonly string[];
  readonly cells: TextForm;
}

/** Marks cells that equal the item, as in a file of one column; no JSON text begins with it. */
const sameAsItem = "\u0002";

type Row = Readonly<Record<string, string>>;

/** Writes the cells of a row as text. A row with other columns than the first one is stored completely. */
export function cellsText(columns: readonly string[], row: Row): string {
  const names = Object.keys(row);
  const isAlike = names.length === columns.length && names.every((name, index) => name === columns[index]);
  return JSON.stringify(isAlike ? Object.values(row) : row);
}

/** Shortens a row's cells for storage beside its item. */
export function shortenCells({ cells }: RowForm, text: string, storedItem: string): string {
  const stored = shorten(cells, text);
  return stored === storedItem ? sameAsItem : stored;
}

/** Restores a row. */
export function lengthenCells({ columns, cells }: RowForm, stored: string, storedItem: string): Row {
  const value = JSON.parse(lengthen(cells, stored === sameAsItem ? storedItem : stored)) as string[] | Row;
  return Array.isArray(value)
    ? Object.fromEntries(columns.map((name, index) => [name, value[index] ?? ""]))
    : value;
}
