import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { BulkError } from "../bulk-error.ts";
import { createDuplicateFinder } from "../planning/duplicate-finder.ts";
import type { Plan } from "./journal.ts";
import { cellsText, type RowForm, shortenCells } from "./row-form.ts";
import { commonForm, lengthen, shorten, type TextForm } from "./text-form.ts";

/** Rows of one transaction. The first of these are looked at for what all have in common. */
const chunkSize = 1000;

/** Where the hash over a plan begins. */
export function planHash(operation: string, input: unknown): ReturnType<typeof createHash> {
  return createHash("sha256").update(`${operation}\n${JSON.stringify(input)}\n`);
}

function textOf(item: unknown, seq: number): string {
  const text: string | undefined = JSON.stringify(item);
  if (text === undefined)
    throw new BulkError(`Receiver ${seq} is no JSON value: ${String(item)}. Leave it out.`);
  return text;
}

/** What was written of a plan. */
export interface WrittenPlan {
  readonly total: number;
  readonly form: TextForm;
  readonly rows: RowForm;
  readonly hash: string;
  /** Numbers of the receivers that came before, in their order. */
  readonly skipped: readonly number[];
}

/** Writes the items of a plan; nothing of it counts before `planned` is set, in the last transaction. */
export async function writePlan(
  database: DatabaseSync,
  plan: Plan,
  transaction: (name: string, work: () => void) => void,
): Promise<WrittenPlan> {
  const insert = database.prepare("INSERT INTO item (seq, body, cells) VALUES (?, ?, ?)");
  const hash = planHash(plan.operation, plan.input);
  const finder = createDuplicateFinder();
  let form: TextForm | undefined;
  let rows: RowForm | undefined;
  let columns: readonly string[] | undefined;
  let waiting: { readonly text: string; readonly cells: string | undefined }[] = [];
  let total = 0;

  const flush = (): void => {
    if (waiting.length === 0) return;
    const texts = waiting.map(({ text }) => text);
    hash.update(`${texts.join("\n")}\n`);
    form ??= formOf(texts);
    rows ??= { columns: columns ?? [], cells: formOf(waiting.flatMap(({ cells }) => cells ?? [])) };
    const [itemForm, rowForm] = [form, rows];
    transaction("chunk", () => {
      for (const { text, cells } of waiting) {
        total += 1;
        const stored = shorten(itemForm, text);
        insert.run(total, stored, cells === undefined ? null : shortenCells(rowForm, cells, stored));
      }
    });
    waiting = [];
  };

  let seq = 0;
  for await (const { item, row } of plan.items) {
    seq += 1;
    const text = textOf(item, seq);
    if (plan.duplicates !== "keep") finder.add(plan.keyOf(item));
    if (row !== undefined && rows === undefined) columns ??= Object.keys(row);
    waiting.push({ text, cells: row && cellsText(columns ?? [], row) });
    if (waiting.length === chunkSize) flush();
  }
  flush();
  if (form === undefined || rows === undefined) {
    throw new BulkError("There is no receiver in the plan. Give at least one.");
  }
  const again = plan.duplicates === "keep" ? [] : findAgain(database, form, plan, finder.candidates());
  if (plan.duplicates === "refuse" && again.length > 0) {
    const examples = again.slice(0, 3).map(({ seq, of }) => `receiver ${seq} is receiver ${of}`);
    throw new BulkError(
      `${again.length === 1 ? "1 receiver comes" : `${again.length} receivers come`} more than once: ${examples.join(", ")}${again.length > 3 ? ", …" : ""}. ` +
        "Take them out, or choose `duplicates`: `first` skips the later ones, `keep` sends to them again.",
    );
  }
  return { total, form, rows, hash: hash.digest("hex"), skipped: again.map(({ seq }) => seq) };
}

/** What all of these texts begin and end with. */
function formOf([first = "", ...others]: readonly string[]): TextForm {
  const forms = others.filter((text) => text !== first).map((text) => commonForm(first, text));
  const shortest = (texts: readonly string[]): string =>
    texts.reduce((least, text) => (text.length < least.length ? text : least), texts[0] ?? "");
  return {
    prefix: shortest(forms.map(({ prefix }) => prefix)),
    suffix: shortest(forms.map(({ suffix }) => suffix)),
  };
}

/** Looks again at those whose hashes are equal, and says which really came before. */
function findAgain(
  database: DatabaseSync,
  form: TextForm,
  { keyOf }: Plan,
  places: readonly number[],
): { readonly seq: number; readonly of: number }[] {
  const first = new Map<string, number>();
  const again: { readonly seq: number; readonly of: number }[] = [];
  const select = database.prepare("SELECT body FROM item WHERE seq = ?");
  for (const place of places) {
    const seq = place + 1;
    const key = keyOf(JSON.parse(lengthen(form, String(select.get(seq)?.body))));
    const of = first.get(key);
    if (of === undefined) first.set(key, seq);
    else again.push({ seq, of });
  }
  return again;
}

/** Ranges of the numbers from 1 to `total`, cut where a number is skipped. */
export function rangesOf(
  total: number,
  skipped: readonly number[],
): { readonly first: number; readonly last: number; readonly state: "planned" | "skipped" }[] {
  const ranges: { first: number; last: number; state: "planned" | "skipped" }[] = [];
  let next = 1;
  for (const seq of [...skipped, total + 1]) {
    if (seq > next) ranges.push({ first: next, last: seq - 1, state: "planned" });
    if (seq <= total) ranges.push({ first: seq, last: seq, state: "skipped" });
    next = seq + 1;
  }
  return ranges;
}
