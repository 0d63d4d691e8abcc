import { existsSync } from "node:fs";
import { BulkError } from "../bulk-error.ts";
import type { Journal } from "../journal/journal.ts";
import { openJournal } from "../journal/open-journal.ts";
import { postgresJournal } from "../postgres/postgres-journal.ts";
import type { CommandLine } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Opens the journal of the option or the environment: a password on the command line is visible to other users. */
export async function openNamedJournal(line: CommandLine, { environment }: Terminal): Promise<Journal> {
  const named = line.text("journal") ?? environment.NP6_BULK_JOURNAL ?? "";
  if (named === "") {
    throw new BulkError(
      `${line.command} needs --journal: the file that records the job, or postgres://…. NP6_BULK_JOURNAL can name it, too.`,
    );
  }
  const job = line.text("job");
  if (/^postgres(ql)?:/.test(named)) {
    const name = job ?? environment.NP6_BULK_JOB;
    if (name === undefined || name === "") {
      throw new BulkError(
        `${line.command} needs --job: the job's name in the database. NP6_BULK_JOB can name it, too.`,
      );
    }
    const leaseMs = line.seconds("lease");
    return postgresJournal({
      connectionString: named,
      job: name,
      ...(leaseMs === undefined ? {} : { leaseMs }),
    });
  }
  if (job !== undefined) throw new BulkError("--job is for a journal in Postgres. A file has one job.");
  if (line.command === "worker") {
    throw new BulkError("A worker needs a journal in Postgres. For a file, use `np6-bulk run`.");
  }
  if (line.command !== "plan" && !existsSync(named)) {
    throw new BulkError(`There is no journal ${named}. \`np6-bulk plan\` creates it.`);
  }
  return openJournal(named);
}
