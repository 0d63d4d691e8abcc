import { join } from "node:path";
import { repositoryRoot } from "../repository/repository-root.ts";
import { type Counts, countVitestResults } from "./count-vitest-results.ts";
import type { TaskResult } from "./run-turbo.ts";

/** A row of the summary: one task of one package. */
export interface SummaryRow extends Counts {
  readonly taskId: string;
  /** Reason why it ran; undefined when it came from the cache. */
  readonly ranBecause: string | undefined;
}

/**
 * Counts a run. A task that runs tests counts each test; any other check counts as one. A failed task counts at least
 * one failure, whatever its report contains. Preparing tasks (`build`) count only when they fail.
 * @param reportFile - path of the test tasks' vitest report, relative to the package
 */
export async function summarizeRun(
  tasks: readonly TaskResult[],
  reportFile: (task: TaskResult) => string | undefined,
): Promise<SummaryRow[]> {
  const rows = await Promise.all(tasks.map((task) => summarizeTask(task, reportFile(task))));
  return rows.filter((row) => row.passed + row.failed > 0).sort((a, b) => a.taskId.localeCompare(b.taskId));
}

async function summarizeTask(task: TaskResult, report: string | undefined): Promise<SummaryRow> {
  const { taskId, ranBecause } = task;
  const tests =
    report === undefined ? undefined : await countVitestResults(join(repositoryRoot, task.directory, report));
  if (tests !== undefined) {
    return { ...tests, taskId, ranBecause, failed: task.passed ? tests.failed : Math.max(1, tests.failed) };
  }
  if (!task.passed) return { taskId, ranBecause, passed: 0, failed: 1 };
  const prepares = task.task === "build" || task.task === "generate";
  return { taskId, ranBecause, passed: prepares ? 0 : 1, failed: 0 };
}
