import { readFile, rm } from "node:fs/promises";
import { coverageFile } from "./coverage-file.ts";
import { formatCoverage } from "./format-coverage.ts";

/** Global set-up of vitest: at the end of a run, prints the coverage of `contract.test.ts`, if it ran. */
export async function setup(): Promise<() => Promise<void>> {
  await rm(coverageFile, { force: true });
  return async () => {
    const coverage = await readFile(coverageFile, "utf8").catch(() => undefined);
    if (coverage === undefined) return;
    process.stdout.write(
      `\nCoverage of the spec, as JSON in ${coverageFile}:\n${formatCoverage(JSON.parse(coverage))}`,
    );
  };
}
