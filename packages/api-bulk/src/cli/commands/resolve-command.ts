import { createReadStream } from "node:fs";
import { userInfo } from "node:os";
import { parse } from "csv-parse";
import { BulkError } from "../../bulk-error.ts";
import type { Journal, Resolution } from "../../journal/journal.ts";
import type { CommandLine } from "../options.ts";
import type { Terminal } from "../terminal.ts";

const answers = ["ran", "did-not-run"] as const;

/** Records resolutions, from a file with the columns `seq` and `resolved` or for a batch or key. @returns exit code */
export async function resolveCommand(
  line: CommandLine,
  journal: Journal,
  terminal: Terminal,
): Promise<number> {
  const reason = line.required("reason", "the source of your knowledge, which the journal keeps");
  const [from, key] = [line.text("from"), line.text("key")];
  if (key !== undefined) {
    await journal.keys.resolve(key, readAs(line), userInfo().username, reason);
    terminal.printMessage("1 key resolved\n");
    return 0;
  }
  const resolutions =
    from === undefined
      ? await readBatch(line, journal)
      : await readResolutions(from, line.text("delimiter") ?? ",");
  const by = userInfo().username;
  terminal.printMessage(
    `${(await journal.resolve(resolutions, by, reason)).toLocaleString("en-US")} receivers resolved\n`,
  );
  return 0;
}

function readAs(line: CommandLine): (typeof answers)[number] {
  const as = line.choice("as", answers);
  if (as === undefined) throw new BulkError(`resolve needs --as: ${answers.join(" or ")}.`);
  return as;
}

async function readBatch(line: CommandLine, journal: Journal): Promise<Resolution[]> {
  const batch = Number(
    line.required("batch", "the number of a batch, from the report; or add --from with a file"),
  );
  const as = readAs(line);
  for await (const attempt of journal.attempts()) {
    if (attempt.batch === batch) return [{ first: attempt.first, last: attempt.last, as }];
  }
  throw new BulkError(
    `There is no batch ${batch} in ${journal.name}. \`np6-bulk report\` has their numbers.`,
  );
}

async function readResolutions(file: string, delimiter: string): Promise<Resolution[]> {
  const resolutions: Resolution[] = [];
  const parser = createReadStream(file).pipe(
    parse({ bom: true, columns: true, info: true, skip_empty_lines: true, delimiter }),
  );
  for await (const { record, info } of parser) {
    const { seq, resolved } = record as Record<string, string | undefined>;
    if (seq === undefined || resolved === undefined) {
      const columns = Object.keys(record as object).join(", ");
      throw new BulkError(
        `${file} needs the columns seq and resolved, and has: ${columns}. For another separator, add --delimiter ';'.`,
      );
    }
    if (resolved === "" || resolved === "unknown") continue;
    const as = answers.find((answer) => answer === resolved);
    if (!/^\d+$/.test(seq) || as === undefined) {
      throw new BulkError(
        `${file}, line ${info.lines}: the column seq must have the number from the report, and resolved must be ran, did-not-run or unknown.`,
      );
    }
    const last = resolutions.at(-1);
    const number = Number(seq);
    if (last?.as === as && last.last === number - 1) {
      resolutions[resolutions.length - 1] = { ...last, last: number };
    } else resolutions.push({ first: number, last: number, as });
  }
  return resolutions;
}
