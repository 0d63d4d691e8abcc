import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "./repository-root.ts";

/** One turbo task of a run. */
export interface TaskResult {
  /** Package and task, such as `@np6/api-client#test`. */
  readonly taskId: string;
  readonly package: string;
  readonly task: string;
  /** Folder of the package, relative to the repository. */
  readonly directory: string;
  readonly passed: boolean;
  /** Whether the result came from turbo's cache. */
  readonly cached: boolean;
}

interface RunSummary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly package: string;
    readonly task: string;
    readonly directory: string;
    readonly cache: { readonly status: "HIT" | "MISS" };
    readonly execution?: { readonly exitCode?: number | null };
  }[];
}

/**
 * Runs turbo tasks, all of them even when one fails, and tells how each ended.
 * @param tasks - task names of turbo.json
 * @param options - further options of `turbo run`
 * @throws Error when turbo itself could not start
 */
export async function runTurbo(
  tasks: readonly string[],
  options: readonly string[] = [],
): Promise<TaskResult[]> {
  const turbo = [
    "run",
    ...tasks,
    "--continue=dependencies-successful",
    "--summarize",
    "--output-logs=errors-only",
    ...options,
  ];
  // all: turbo names its summary file on one of the two streams, depending on its version.
  const { all, exitCode } = await execa("turbo", turbo, {
    cwd: repositoryRoot,
    all: true,
    stdout: ["inherit", "pipe"],
    stderr: ["inherit", "pipe"],
    reject: false,
    env: { TURBO_TELEMETRY_DISABLED: "1", REDOCLY_TELEMETRY: "off", TURBO_NO_UPDATE_NOTIFIER: "1" },
  });
  const file = /\S*\.turbo[\\/]runs[\\/]\w+\.json/.exec(all ?? "")?.[0];
  if (file === undefined) throw new Error(`turbo ended with exit code ${exitCode} and wrote no summary.`);
  const path = join(repositoryRoot, file.slice(file.indexOf(".turbo")));
  const summary = JSON.parse(await readFile(path, "utf8")) as RunSummary;
  await rm(path);
  return summary.tasks.map((task) => ({
    taskId: task.taskId,
    package: task.package,
    task: task.task,
    directory: task.directory,
    passed: task.cache.status === "HIT" || task.execution?.exitCode === 0,
    cached: task.cache.status === "HIT",
  }));
}
