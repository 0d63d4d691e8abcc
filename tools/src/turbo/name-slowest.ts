import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { repositoryRoot } from "../repository/repository-root.ts";
import type { TaskResult } from "./run-turbo.ts";

interface TestFiles {
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly unknown[];
  }[];
}

/**
 * Lists the slowest tasks and test files of a run.
 * @param reportFile - path of a task's vitest report, relative to the package
 * @returns lines; none when no task ran
 */
export async function nameSlowest(
  tasks: readonly TaskResult[],
  reportFile: (task: TaskResult) => string | undefined,
): Promise<string[]> {
  const ran = tasks.filter(({ took = 0 }) => took >= 1000);
  const slowTasks = ran.map(({ taskId, took = 0 }) => ({ name: taskId, took }));
  const files = await Promise.all(
    ran.map(async (task) => {
      const report = reportFile(task);
      return report === undefined ? [] : testFiles(join(repositoryRoot, task.directory, report));
    }),
  );
  return [...longest("Slowest tasks", slowTasks, 3), ...longest("Slowest test files", files.flat(), 5)];
}

interface Duration {
  readonly name: string;
  /** In milliseconds. */
  readonly took: number;
}

async function testFiles(report: string): Promise<Duration[]> {
  const text = await readFile(report, "utf8").catch(() => '{"testResults":[]}');
  return (JSON.parse(text) as TestFiles).testResults.map(
    ({ name, startTime, endTime, assertionResults }) => ({
      name: `${relative(repositoryRoot, name)} (${assertionResults.length} tests)`,
      took: endTime - startTime,
    }),
  );
}

function longest(title: string, items: readonly Duration[], count: number): string[] {
  const slowest = items.toSorted((a, b) => b.took - a.took).slice(0, count);
  if (slowest.length === 0) return [];
  const lines = slowest.map(({ name, took }) => `${(took / 1000).toFixed(1).padStart(7)} s  ${name}`);
  return [`${title}:`, ...lines];
}
