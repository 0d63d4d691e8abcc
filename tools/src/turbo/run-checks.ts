import { rm } from "node:fs/promises";
import { join } from "node:path";
import { readWorkspace } from "../repository/read-workspace.ts";
import { repositoryRoot } from "../repository/repository-root.ts";
import { formatSummary } from "./format-summary.ts";
import { lockCheckout } from "./lock-folder.ts";
import { nameSlowest } from "./name-slowest.ts";
import { runTurbo, type TaskResult } from "./run-turbo.ts";
import { summarizeRun } from "./summarize-run.ts";

/** Path of the vitest report of a test task, relative to its package. */
const reports: Readonly<Record<string, string>> = {
  test: ".results/vitest.json",
  "test:slow": ".results/slow.json",
};

/**
 * Runs turbo tasks as checks and prints a summary whose last line is `N passed, N failed`. It sets exit code 1 when any
 * check failed.
 * @param checkout - `released`: the checkout is locked only while the packages are built. Builds of other commands do
 *   not change finished outputs, so they need not wait.
 */
export async function runChecks(
  tasks: readonly string[],
  checkout: "held" | "released" = "held",
): Promise<void> {
  await using lock = await lockCheckout((line) => process.stdout.write(`${line}\n`));
  if (checkout === "released") {
    // A build failure is not counted here, because it occurs again below.
    await runTurbo(["build"]);
    await lock.disposeAsync();
  }
  // An old report must not count for a test run that crashed before it wrote one. Turbo restores valid reports from its
  // cache.
  const { packages } = await readWorkspace(repositoryRoot);
  const stale = packages.flatMap(({ directory }) =>
    tasks.map((task) => reports[task] && join(directory, reports[task])),
  );
  await Promise.all(stale.map((file) => file && rm(join(repositoryRoot, file), { force: true })));

  const results = await runTurbo(tasks);
  const reportFile = ({ task }: TaskResult) => reports[task];
  const rows = await summarizeRun(results, reportFile);
  const slowest = await nameSlowest(results, reportFile);
  process.stdout.write(`\n${[...slowest, "", formatSummary(rows)].join("\n")}\n`);
  process.exitCode = rows.some((row) => row.failed > 0) ? 1 : 0;
}
