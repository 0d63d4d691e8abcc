import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A path for a journal in a folder of its own, which is gone after the test. */
export function temporaryJournal(parent: string = tmpdir()): string {
  const folder = mkdtempSync(join(parent, "np6-bulk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "job.db");
}
