import { createHash } from "node:crypto";
import { BulkError } from "../bulk-error.ts";
import type { Plan } from "../journal/journal.ts";
import { createDuplicateFinder } from "../planning/duplicate-finder.ts";
import { cellsText, type RowForm, shortenCells } from "./row-form.ts";
import { commonForm, lengthen, shorten, type TextForm } from "./text-form.ts";

/** Number of items stored together. The first chunk determines the items' common beginning and end. */
export const chunkSize = 1000;

/** Starts the hash over a plan. */
export function planHash(operation: string, input: unknown): ReturnType<typeof createHash> {
  return createHash("sha256").update(`${operation}\n${JSON.stringify(input)}\n`);
}

function textOf(item: unknown, seq: number): string {
  const text: string | undefined = JSON.stringify(item);
  if (text === undefined)
    throw new BulkError(`Receiver ${seq} is not a JSON value: ${String(item)}. Leave it out.`);
  return text;
}

/** A receiver as it is stored. */
export interface StoredItem {
  readonly seq: number;
  readonly body: string;
  readonly cells: string | null;
}

/** Storage for the items of a plan. */
export interface ItemStore {
  /** Adds consecutive items, at most a thousand. */
  add(items: readonly StoredItem[]): void | Promise<void>;
  bodyOf(seq: number): string | Promise<string>;
}

/** Result of writing a plan. */
export interface WrittenPlan {
  readonly total: number;
  readonly form: TextForm;
  readonly rows: RowForm;
  readonly hash: string;
  /** Numbers of the duplicates, in order. */
  readonly skipped: readonly number[];
}

/** Writes the items of a plan. The plan becomes valid when the last transaction sets `planned`. */
export async function writePlan(plan: Plan, store: ItemStore): Promise<WrittenPlan> {
  const hash = planHash(plan.operation, plan.input);
  const finder = createDuplicateFinder();
  let form: TextForm | undefined;
  let rows: RowForm | undefined;
  let columns: readonly string[] | undefined;
  let waiting: { readonly text: string; readonly cells: string | undefined }[] = [];
  let total = 0;

  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const texts = waiting.map(({ text }) => text);
    hash.update(`${texts.join("\n")}\n`);
    form ??= formOf(texts);
    rows ??= { columns: columns ?? [], cells: formOf(waiting.flatMap(({ cells }) => cells ?? [])) };
    const [itemForm, rowForm] = [form, rows];
    const before = total;
    total += waiting.length;
    await store.add(
      waiting.map(({ text, cells }, index) => {
        const body = shorten(itemForm, text);
        return {
          seq: before + index + 1,
          body,
          cells: cells === undefined ? null : shortenCells(rowForm, cells, body),
        };
      }),
    );
    waiting = [];
  };

  let seq = 0;
  for await (const { item, row } of plan.items) {
    seq += 1;
    const text = textOf(item, seq);
    if (plan.duplicates !== "keep") finder.add(plan.keyOf(item));
    if (row !== undefined && rows === undefined) columns ??= Object.keys(row);
    waiting.push({ text, cells: row && cellsText(columns ?? [], row) });
    if (waiting.length === chunkSize) await flush();
  }
  await flush();
  if (form === undefined || rows === undefined) {
    throw new BulkError("The plan has no receivers. Add at least one.");
  }
  const again = plan.duplicates === "keep" ? [] : await findAgain(store, form, plan, finder.candidates());
  if (plan.duplicates === "refuse" && again.length > 0) {
    const examples = again.slice(0, 3).map(({ seq, firstSeq }) => `receiver ${seq} is receiver ${firstSeq}`);
    throw new BulkError(
      `${again.length === 1 ? "1 receiver occurs" : `${again.length} receivers occur`} more than once: ${examples.join(", ")}${again.length > 3 ? ", …" : ""}. ` +
        "Remove them, or set `duplicates`: `first` skips the later ones, `keep` sends to them again.",
    );
  }
  return { total, form, rows, hash: hash.digest("hex"), skipped: again.map(({ seq }) => seq) };
}

/** Finds the common beginning and end of all these texts. */
function formOf([first = "", ...others]: readonly string[]): TextForm {
  const forms = others.filter((text) => text !== first).map((text) => commonForm(first, text));
  const shortest = (texts: readonly string[]): string =>
    texts.reduce((least, text) => (text.length < least.length ? text : least), texts[0] ?? "");
  return {
    prefix: shortest(forms.map(({ prefix }) => prefix)),
    suffix: shortest(forms.map(({ suffix }) => suffix)),
  };
}

/** Compares the items whose hashes are equal. Returns the real duplicates, with the item that each repeats. */
async function findAgain(
  store: ItemStore,
  form: TextForm,
  { keyOf }: Plan,
  candidates: readonly number[],
): Promise<{ readonly seq: number; readonly firstSeq: number }[]> {
  const first = new Map<string, number>();
  const again: { readonly seq: number; readonly firstSeq: number }[] = [];
  for (const index of candidates) {
    const seq = index + 1;
    const key = keyOf(JSON.parse(lengthen(form, await store.bodyOf(seq))));
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, seq);
    else again.push({ seq, firstSeq: earlier });
  }
  return again;
}

/** Makes ranges of the numbers from 1 to `total`, cut at skipped numbers. */
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
