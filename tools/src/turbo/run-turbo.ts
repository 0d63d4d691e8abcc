import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { execa, type Options } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { explainTask } from "./reasons/explain-task.ts";
import { rememberedTasks, rememberTasks } from "./reasons/remembered-tasks.ts";
import type { TaskRecord } from "./reasons/task-record.ts";
import { showTaskProgress } from "./task-progress.ts";
import { turboEnvironment } from "./turbo-environment.ts";

/** Start of pnpm's last line after a failed script. */
const failedScript = "[ELIFECYCLE]";

/** A turbo task of a run. */
export interface TaskResult {
  /** Package and task, for example `@np6/api-client#test`. */
  readonly taskId: string;
  readonly package: string;
  readonly task: string;
  /** Folder of the package, relative to the repository. */
  readonly directory: string;
  readonly passed: boolean;
  /** Duration in milliseconds; undefined when the result came from the cache. */
  readonly took: number | undefined;
  /** Reason why it ran; undefined when the result came from turbo's cache. */
  readonly ranBecause: string | undefined;
}

interface RunSummary {
  readonly tasks: readonly (TaskRecord & {
    readonly taskId: string;
    readonly package: string;
    readonly task: string;
    readonly directory: string;
    readonly cache: { readonly status: "HIT" | "MISS" };
    readonly execution?: {
      readonly exitCode?: number | null;
      readonly startTime?: number;
      readonly endTime?: number;
    };
  })[];
}

/** A task that turbo would run, or for which a package has no script. */
interface PlannedTask {
  readonly taskId: string;
  readonly command: string;
  /** Empty when the task is never cached. */
  readonly logFile: string;
}

/** A line of turbo's output. */
interface TurboMessage {
  /** The task that printed it, or `turbo`. */
  readonly source: string;
  readonly text: string;
}

/**
 * Runs all given turbo tasks, even after a failure. Meanwhile it shows progress and output of failed tasks.
 * @param tasks - task names of turbo.json
 * @param options - further options of `turbo run`
 * @param signal - stops turbo and its tasks
 * @throws Error when turbo itself could not start; the signal's reason when it was stopped
 */
export async function runTurbo(
  tasks: readonly string[],
  options: readonly string[] = [],
  signal?: AbortSignal,
): Promise<TaskResult[]> {
  signal?.throwIfAborted();
  const summary = await watchTurbo(["run", ...tasks, ...options], signal);
  const before = await rememberedTasks();
  const now = Object.fromEntries(summary.tasks.map((task) => [task.taskId, task]));
  await rememberTasks(now);
  return summary.tasks.map((task) => {
    const hit = task.cache.status === "HIT";
    const { exitCode, startTime = 0, endTime = 0 } = task.execution ?? {};
    return {
      taskId: task.taskId,
      package: task.package,
      task: task.task,
      directory: task.directory,
      passed: hit || exitCode === 0,
      took: hit ? undefined : endTime - startTime,
      ranBecause: hit ? undefined : explainTask(task.taskId, now, before),
    };
  });
}

/** Runs turbo, shows its progress, and reads its summary. */
async function watchTurbo(words: readonly string[], signal: AbortSignal | undefined): Promise<RunSummary> {
  const options = {
    cwd: repositoryRoot,
    env: turboEnvironment,
    reject: false,
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  } satisfies Options;
  const progress = showTaskProgress(process.stdout);
  // The plan is available some moments after the first task started.
  const planned = execa("turbo", [...words, "--dry=json"], options).then(({ stdout }) => {
    const { tasks } = JSON.parse(stdout || '{"tasks":[]}') as { tasks: PlannedTask[] };
    progress.expect(tasks.filter(({ command }) => command !== "<NONEXISTENT>").length);
    return new Map(tasks.map(({ taskId, logFile }) => [taskId, logFile]));
  });
  /** The running tasks, with the hash of their result in the cache. */
  const running = new Map<string, string>();
  const end = async (taskId: string, how: "passed" | "failed"): Promise<void> => {
    if (!running.delete(taskId)) return;
    if (how === "passed") return progress.ended(taskId, how);
    const log = (await planned).get(taskId);
    // A task that is never cached has no log, so its pieces of output are used; each is often a line.
    progress.ended(
      taskId,
      how,
      log ? await finishedLog(join(repositoryRoot, log)) : pieces.get(taskId)?.join("\n"),
    );
  };
  const pieces = new Map<string, string[]>();
  const endCachedTasks = async (): Promise<void> => {
    for (const [taskId, hash] of [...running]) if (isInCache(hash)) await end(taskId, "passed");
  };
  const defaults = ["--continue=dependencies-successful", "--summarize", "--json", "--output-logs=new-only"];
  const turbo = execa("turbo", [...words, ...defaults], { ...options, stderr: "pipe" });
  const timer = setInterval(() => void endCachedTasks(), 250);
  let summary: RunSummary | undefined;
  try {
    for await (const line of turbo.iterable({ from: "stdout" })) {
      if (!line.startsWith("{")) continue;
      const { source, text: coloured } = JSON.parse(line) as TurboMessage;
      const text = stripVTControlCharacters(coloured);
      if (source === "turbo") {
        const [, file] = /Summary:.*?(\.turbo[\\/]runs[\\/]\w+\.json)/.exec(text) ?? [];
        if (file !== undefined) summary = await readSummary(join(repositoryRoot, file));
        continue;
      }
      pieces.set(source, [...(pieces.get(source) ?? []), text]);
      const [, cacheStatus, hash] = /^cache (hit|miss|bypass).*? (\w+)$/.exec(text) ?? [];
      if (cacheStatus === "hit") progress.ended(source, "cached");
      else if (hash !== undefined) {
        running.set(source, hash);
        progress.started(source);
      } else if (text.startsWith(failedScript)) await end(source, "failed");
      // A task that is never cached leaves no trace at its end, so it prints a line.
      else if (text.startsWith("✓")) await end(source, "passed");
    }
    for (const { taskId, execution } of summary?.tasks ?? [])
      await end(taskId, execution?.exitCode === 0 ? "passed" : "failed");
  } finally {
    clearInterval(timer);
    await planned.catch(() => undefined);
    progress.close();
  }
  const { stderr } = await turbo;
  signal?.throwIfAborted();
  if (summary === undefined) throw new Error(`turbo did not finish:\n${stderr}`);
  return summary;
}

async function readSummary(file: string): Promise<RunSummary> {
  const summary = JSON.parse(await readFile(file, "utf8")) as RunSummary;
  await rm(file);
  return summary;
}

/** Reads the log of a failed task; turbo writes it some moments after the last line. */
async function finishedLog(file: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const log = await readFile(file, "utf8").catch(() => "");
    if (log.includes(failedScript) || tries > 40) return log;
    await sleep(50);
  }
}

function isInCache(hash: string): boolean {
  return existsSync(join(repositoryRoot, ".turbo/cache", `${hash}-meta.json`));
}
