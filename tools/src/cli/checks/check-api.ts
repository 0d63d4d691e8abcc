import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compareReports } from "../../api/compare-reports.ts";
import { describeApi } from "../../api/describe-api.ts";
import { leaveOutOperationTable } from "../../api/leave-out-operation-table.ts";
import { publicEntries } from "../../api/public-entries.ts";
import { readWorkspace } from "../../repository/read-workspace.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";

/**
 * Compares the public API of every published package, as built, with its committed report. It prints the problems and
 * exits with 1 if there are any. With `--update` it writes the reports instead.
 */
const update = process.argv.includes("--update");
const { packages } = await readWorkspace(repositoryRoot);

for (const { directory, declarations, report } of publicEntries(packages)) {
  const described = await describeApi(join(repositoryRoot, directory), declarations);
  const built = leaveOutOperationTable(described);
  const file = join(repositoryRoot, report);
  if (update) {
    await writeFile(file, built);
    process.stdout.write(`wrote ${report}\n`);
    continue;
  }
  const committed = await readFile(file, "utf8").catch(() => undefined);
  const problem = compareReports(report, committed, built);
  if (problem === undefined) continue;
  process.stdout.write(`✗ ${problem}\n`);
  process.exitCode = 1;
}
