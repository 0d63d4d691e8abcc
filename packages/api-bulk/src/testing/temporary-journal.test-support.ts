import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Returns a path for a journal in a new folder, which is removed after the test. */
export function temporaryJournal(parent: string = tmpdir()): string {
  const folder = mkdtempSync(join(parent, "np6-bulk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "job.db");
}
