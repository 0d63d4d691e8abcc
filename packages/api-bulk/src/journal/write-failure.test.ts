import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { JournalWriteError } from "../journal-write-error.ts";
import { writeFailure } from "./write-failure.ts";

test("a full database is told from other errors of SQLite", () => {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE t (x); PRAGMA max_page_count = 2");
  const thrownBy = (sql: string): unknown => {
    try {
      return database.exec(sql);
    } catch (error) {
      return error;
    }
  };
  const full = writeFailure("a.db", thrownBy("INSERT INTO t VALUES (zeroblob(100000))"));
  expect(full).toBeInstanceOf(JournalWriteError);
  expect(String(full)).toContain("a.db cannot be written: the disk is full (database or disk is full)");
  expect(String(full)).toContain("Nothing is sent after this. Correct that, then run again: the journal has");
  expect((full as Error).cause).toBeInstanceOf(Error);
  // The same number from another library is not SQLite's code, and does not concern the disk.
  const foreign = Object.assign(new Error("of somebody else"), { code: "ELSE", errcode: 13 });
  expect(writeFailure("a.db", foreign)).toBe(foreign);
  const other = thrownBy("SELECT nonsense");
  expect(writeFailure("a.db", other)).toBe(other);
  database.close();
});
