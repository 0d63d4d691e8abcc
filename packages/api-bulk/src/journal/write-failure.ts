import { JournalWriteError } from "../journal-write-error.ts";

/** SQLite's primary result codes for a file that cannot be written (https://www.sqlite.org/rescode.html). */
const reasons: Readonly<Record<number, string>> = {
  5: "another process has locked it for ten seconds",
  8: "it is read-only",
  10: "the disk refuses to read or write it",
  13: "the disk is full",
};

/** Converts an error of writing a journal to a JournalWriteError; returns other errors unchanged. */
export function writeFailure(journal: string, error: unknown): unknown {
  const { code, errcode, errstr } = error as { code?: unknown; errcode?: number; errstr?: string };
  const reason = code === "ERR_SQLITE_ERROR" ? reasons[(errcode ?? 0) & 0xff] : undefined;
  if (reason === undefined) return error;
  return new JournalWriteError(
    `${journal} cannot be written: ${reason} (${errstr}). Nothing is sent after this. ` +
      "Correct that, then run again: the journal has the state of every receiver.",
    { cause: error },
  );
}
