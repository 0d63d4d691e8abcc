import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runRedocly } from "../../redocly/run-redocly.ts";
import type { RedoclyChange } from "./redocly-report.ts";

const config = fileURLToPath(new URL("redocly-diff.yaml", import.meta.url));

/**
 * Asks `redocly diff` about two documents.
 * @param skippedRules - names of its rules that are not to judge
 * @throws Error with what it said when it could not compare them
 */
export async function runRedoclyDiff(
  base: object,
  head: object,
  skippedRules: readonly string[],
): Promise<readonly RedoclyChange[]> {
  const folder = await mkdtemp(join(tmpdir(), "np6-redocly-diff-"));
  try {
    const file = (name: string) => join(folder, name);
    await writeFile(file("base.json"), JSON.stringify(base, null, 2));
    await writeFile(file("head.json"), JSON.stringify(head, null, 2));
    const options = [
      "--config",
      config,
      "--format",
      "json",
      "--fail-on",
      "none",
      "--output",
      file("report.json"),
    ];
    const skipped = skippedRules.flatMap((rule) => ["--skip-rule", rule]);
    // Problems of the documents themselves make it exit with an error after it has compared all the same.
    const { stderr } = await runRedocly([
      "diff",
      file("base.json"),
      file("head.json"),
      ...options,
      ...skipped,
    ]);
    const report = await readFile(file("report.json"), "utf8").catch((cause: unknown) => {
      throw new Error(`redocly diff could not compare the documents: ${stderr.trim()}`, { cause });
    });
    return (JSON.parse(report) as { changes: RedoclyChange[] }).changes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
