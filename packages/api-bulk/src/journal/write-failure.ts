import { JournalWriteError } from "../journal-write-error.ts";

/** SQLite's primary result codes for a file that takes no more (https://www.sqlite.org/rescode.html). */
const reasons: Readonly<Record<number, string>> = {
  5: "another process has been writing in it for ten seconds",
  8: "it may only be read",
  10: "the disk refuses to read or write it",
  13: "the disk is full",
};

/** Puts into words that a journal could not be written; any other error comes back as it is. */
export function writeFailure(journal: string, error: unknown): unknown {
  const { code, errcode, errstr } = error as { code?: unknown; errcode?: number; errstr?: string };
  const reason = code === "ERR_SQLITE_ERROR" ? reasons[(errcode ?? 0) & 0xff] : undefined;
  if (reason === undefined) return error;
  return new JournalWriteError(
    `${journal} cannot be written: ${reason} (${errstr}). Nothing is sent after this. ` +
      "Put that right, then run again: the journal knows where it stands.",
    { cause: error },
  );
}
