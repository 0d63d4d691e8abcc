import { createHash } from "node:crypto";
import { closeSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import type { ItemState, Journal } from "../journal/journal.ts";
import { executionId } from "../protocol/execution-id.ts";

/** Selection, format and path of a report. */
export interface ReportOptions {
  readonly out: string;
  readonly state?: ItemState | undefined;
  readonly format: "csv" | "ndjson";
}

/** The written report. */
export interface WrittenReport {
  readonly rows: number;
  readonly sha256: string;
}

const facts = ["seq", "state", "reason", "batch", "attempt", "sent_at", "status", "request_id"] as const;

function cell(value: unknown): string {
  const text = value === undefined ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns the id that the source gave an execution. */
function presetId(item: unknown): unknown {
  return (item as { readonly id?: unknown } | null)?.id;
}

/**
 * Writes a line for each receiver: its planned input and its outcome. `<out>.manifest.json` has the counts and the
 * SHA-256. Only their owner can read the two files. They appear when they are complete.
 */
export async function writeReport(journal: Journal, options: ReportOptions): Promise<WrittenReport> {
  const { out, state, format } = options;
  const part = `${out}.part`;
  const hash = createHash("sha256");
  const file = openSync(part, "w", 0o600);
  let rows = 0;
  const job = await journal.job();
  const withIds = job?.executionIds === true;
  const factNames = withIds ? [...facts, "execution_id"] : facts;
  try {
    let lines: string[] = [];
    const write = (): void => {
      const text = lines.map((line) => `${line}\n`).join("");
      hash.update(text);
      writeSync(file, text);
      lines = [];
    };
    let columns: string[] | undefined;
    for await (const { seq, item, row, state: is, reason, result, attempts } of journal.items({ state })) {
      const last = attempts.at(-1);
      const sentAt = last === undefined ? undefined : new Date(last.sentAt).toISOString();
      const values: unknown[] = [
        seq,
        is,
        reason,
        last?.batch,
        last?.attempt,
        sentAt,
        last?.status,
        last?.requestId,
      ];
      if (withIds) values.push(presetId(item) ?? executionId(job.id, seq));
      if (format === "ndjson") {
        const named = Object.fromEntries(factNames.map((name, index) => [name, values[index] ?? null]));
        lines.push(JSON.stringify({ item, row, ...named, result }));
      } else {
        const cells: Readonly<Record<string, string>> = row ?? { item: JSON.stringify(item) };
        if (columns === undefined) {
          columns = Object.keys(cells);
          lines.push([...columns, ...factNames].map(cell).join(","));
        }
        lines.push([...columns.map((name) => cells[name]), ...values].map(cell).join(","));
      }
      rows += 1;
      if (lines.length >= 1000) write();
    }
    write();
  } finally {
    closeSync(file);
  }
  const sha256 = hash.digest("hex");
  const manifest = { file: out, rows, sha256, state: state ?? "all", counts: await journal.counts() };
  writeFileSync(`${out}.manifest.json`, `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(part, out);
  return { rows, sha256 };
}
