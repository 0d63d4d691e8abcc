import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { explainTask } from "./explain-task.ts";
import { rememberedTasks, rememberTasks } from "./remembered-tasks.ts";
import type { TaskRecord } from "./task-record.ts";
import { turboEnvironment } from "./turbo-environment.ts";

/** One turbo task of a run. */
export interface TaskResult {
  /** Package and task, such as `@np6/api-client#test`. */
  readonly taskId: string;
  readonly package: string;
  readonly task: string;
  /** Folder of the package, relative to the repository. */
  readonly directory: string;
  readonly passed: boolean;
  /** Why it ran, in words; undefined when the result came from turbo's cache. */
  readonly ranBecause: string | undefined;
}

interface RunSummary {
  readonly tasks: readonly (TaskRecord & {
    readonly taskId: string;
    readonly package: string;
    readonly task: string;
    readonly directory: string;
    readonly cache: { readonly status: "HIT" | "MISS" };
    readonly execution?: { readonly exitCode?: number | null };
  })[];
}

/**
 * Runs turbo tasks, all of them even when one fails, and tells how each ended.
 * @param tasks - task names of turbo.json
 * @param options - further options of `turbo run`
 * @param signal - stops turbo and what it runs
 * @throws Error when turbo itself could not start; the signal's reason when it was stopped
 */
export async function runTurbo(
  tasks: readonly string[],
  options: readonly string[] = [],
  signal?: AbortSignal,
): Promise<TaskResult[]> {
  signal?.throwIfAborted();
  const turbo = [
    "run",
    ...tasks,
    "--continue=dependencies-successful",
    "--summarize",
    "--output-logs=errors-only",
    ...options,
  ];
  // Shows what turbo says, but for the lines about itself: the summary that it names is read here and removed.
  let file: string | undefined;
  const showForReader = function* (line: string): Generator<string> {
    file ??= /^Summary:.*?(\.turbo[\\/]runs[\\/]\w+\.json)/.exec(stripVTControlCharacters(line).trim())?.[1];
    if (!/^\s*(Summary:|• turbo|• Remote caching|• Packages in scope)/.test(stripVTControlCharacters(line)))
      yield line;
  };
  const { exitCode } = await execa("turbo", turbo, {
    cwd: repositoryRoot,
    stdout: [showForReader, "inherit"],
    stderr: [showForReader, "inherit"],
    reject: false,
    ...(signal === undefined ? {} : { cancelSignal: signal }),
    env: turboEnvironment,
  });
  signal?.throwIfAborted();
  if (file === undefined) throw new Error(`turbo ended with exit code ${exitCode} and wrote no summary.`);
  const path = join(repositoryRoot, file);
  const summary = JSON.parse(await readFile(path, "utf8")) as RunSummary;
  await rm(path);
  const before = await rememberedTasks();
  const now = Object.fromEntries(summary.tasks.map((task) => [task.taskId, task]));
  await rememberTasks(now);
  return summary.tasks.map((task) => ({
    taskId: task.taskId,
    package: task.package,
    task: task.task,
    directory: task.directory,
    passed: task.cache.status === "HIT" || task.execution?.exitCode === 0,
    ranBecause: task.cache.status === "HIT" ? undefined : explainTask(task.taskId, now, before),
  }));
}
