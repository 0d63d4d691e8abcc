import { readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { holdLock, isFileLocked, isLocked } from "./hold-lock.ts";

/** Makes an empty journal, with this text in its lock file. */
function withLock(text?: string): string {
  const file = temporaryJournal();
  writeFileSync(file, "");
  if (text !== undefined) writeFileSync(`${file}.lock`, text.repeat(500));
  return file;
}

const descriptorsOf = (file: string): number =>
  readdirSync("/proc/self/fd").filter((name) => {
    try {
      return readlinkSync(join("/proc/self/fd", name)) === file;
    } catch {
      // The descriptor of the directory listing itself.
      return false;
    }
  }).length;

test("a lock is held until it is given back, and only once", () => {
  const file = withLock();
  expect(isLocked(file)).toBe(false);
  const { release } = holdLock(file);
  expect(isLocked(file)).toBe(true);
  expect(() => holdLock(file)).toThrow(
    `${file}: another process is running this job. Check \`np6-bulk status\`, or end that process first.`,
  );
  release();
  expect(isLocked(file)).toBe(false);
  holdLock(file).release();
});

test("a file that is no lock is an error, and no sign of a runner", () => {
  const file = withLock("a letter");
  expect(() => isFileLocked(`${file}.lock`)).toThrow("not a database");
  expect(() => holdLock(file)).toThrow("not a database");
});

test("a lock whose file cannot be made is an error", () => {
  const long = join(dirname(temporaryJournal()), "a".repeat(252));
  writeFileSync(long, "");
  expect(() => holdLock(long)).toThrow("ENAMETOOLONG");
});

test.runIf(process.platform === "linux")("looking, and being refused, leave no file open", () => {
  const file = withLock();
  const { release } = holdLock(file);
  const before = descriptorsOf(`${file}.lock`);
  for (let time = 0; time < 2; time += 1) {
    expect(isLocked(file)).toBe(true);
    expect(() => holdLock(file)).toThrow("another process");
  }
  // SQLite keeps a descriptor of a locked file until the lock ends, because closing it would release the lock.
  release();
  expect(before).toBe(1);
  expect(descriptorsOf(`${file}.lock`)).toBe(0);
});

test("a lock remembers how much the journal knew, for whoever takes it next", () => {
  const file = withLock();
  const first = holdLock(file);
  expect(first.lastSeen).toBe(0);
  first.remember(7);
  expect(isLocked(file)).toBe(true);
  first.release();
  const second = holdLock(file);
  expect(second.lastSeen).toBe(7);
  second.release();
});
