import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import { BulkError } from "../bulk-error.ts";
import type { PlannedItem } from "../journal/journal.ts";

/** Source and format of receivers. */
export interface ReceiverSource {
  /** A path, or `-` for standard input. */
  readonly file: string;
  readonly format: "csv" | "ndjson" | undefined;
  /** The receiver's type, such as `id`. */
  readonly type: string;
  /** The column of a CSV file that contains receivers. */
  readonly column: string | undefined;
  /** Separator of a CSV file, such as `;`. */
  readonly delimiter: string;
  readonly stdin: Readable;
}

/**
 * Reads receivers one by one: a column of a CSV file, or a JSON value per line. A string is a receiver's value; an
 * object is a whole execution.
 *
 * @throws BulkError that names the file, the line and the problem
 */
export async function* readReceivers(source: ReceiverSource): AsyncGenerator<PlannedItem> {
  const { file, stdin } = source;
  const format = source.format ?? (/\.(ndjson|jsonl)$/.test(file) ? "ndjson" : "csv");
  // Small chunks: the rows of one chunk are all parsed at once, and freed before the next chunk.
  const input = file === "-" ? stdin : createReadStream(file, { highWaterMark: 8192 });
  try {
    yield* format === "csv" ? readCsv(source, input) : readLines(source, input);
  } catch (error) {
    if (error instanceof BulkError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BulkError(
      code === "ENOENT" ? `There is no file ${file}.` : `${file} cannot be read: ${message}`,
    );
  }
}

async function* readCsv(source: ReceiverSource, input: Readable): AsyncGenerator<PlannedItem> {
  const { file, type, column } = source;
  const columns = (header: string[]): string[] => {
    const twice = header.find((name, index) => header.indexOf(name) !== index);
    if (twice !== undefined) {
      throw new BulkError(`${file} has two columns ${JSON.stringify(twice)}. Rename one of them.`);
    }
    return header;
  };
  const parser = input.pipe(
    parse({ bom: true, columns, skip_empty_lines: true, info: true, delimiter: source.delimiter }),
  );
  input.once("error", (error) => parser.destroy(error));
  for await (const { record, info } of parser) {
    const row = record as Record<string, string>;
    const names = Object.keys(row);
    const [only = ""] = names;
    if (names.length === 1 && /[;\t|]/.test(only)) {
      throw new BulkError(
        `${file} has one column, ${JSON.stringify(only)}. If these are several columns, add their separator: --delimiter ';'.`,
      );
    }
    if (column === undefined && names.length === 1) {
      // Without this check, a file without a header would lose its first receiver.
      throw new BulkError(
        `${file} begins with ${JSON.stringify(only)}. If that is its header, add --column ${JSON.stringify(only)}; if it is a receiver, add a header line.`,
      );
    }
    if (column === undefined || !names.includes(column)) {
      const problem =
        column === undefined ? "has several columns" : `has no column ${JSON.stringify(column)}`;
      throw new BulkError(`${file} ${problem}. Choose one with --column: ${names.join(", ")}.`);
    }
    const value = (row[column] ?? "").trim();
    if (value === "") {
      throw new BulkError(
        `${file}, line ${info.lines}: column ${column} is empty. Fill it, or remove the line.`,
      );
    }
    checkText(value, `${file}, line ${info.lines}: column ${column}`);
    yield { item: { receiver: { type, value } }, row };
  }
}

async function* readLines({ file, type }: ReceiverSource, input: Readable): AsyncGenerator<PlannedItem> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line === 1 ? text.replace(/^\ufeff/, "") : text);
    } catch {
      throw new BulkError(`${file}, line ${line}: this is not JSON. Write one JSON value in each line.`);
    }
    if (typeof value === "string" && value !== "") {
      checkText(value, `${file}, line ${line}`);
      yield { item: { receiver: { type, value } } };
    } else if (typeof value === "object" && value !== null && "receiver" in value) yield { item: value };
    else {
      throw new BulkError(`${file}, line ${line}: write a string, or an object with a receiver.`);
    }
  }
}

/** Refuses text that no receiver contains: the file has another encoding, or is not text. */
function checkText(value: string, where: string): void {
  if (!/[\p{Cc}\ufffd]/u.test(value)) return;
  throw new BulkError(`${where} has bytes that are not UTF-8. Save the file as UTF-8.`);
}
