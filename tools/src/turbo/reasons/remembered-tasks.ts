import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { repositoryRoot } from "../../repository/repository-root.ts";
import type { TaskRecord, TaskRecords } from "./task-record.ts";

const file = join(repositoryRoot, "node_modules/.cache/np6/tasks.json");

/** Reads the records of the tasks that ran last in this checkout; empty in a fresh one. */
export async function rememberedTasks(): Promise<TaskRecords> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  return JSON.parse(text) as TaskRecords;
}

/** Stores records of tasks for the next run; those of other tasks stay. */
export async function rememberTasks(tasks: TaskRecords): Promise<void> {
  const entries = Object.entries({ ...(await rememberedTasks()), ...tasks }).map(([name, task]) => [
    name,
    record(task),
  ]);
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, JSON.stringify(Object.fromEntries(entries)));
}

/** Drops the parts of turbo's task that are not compared. */
function record(task: TaskRecord): TaskRecord {
  const { hash, inputs, dependencies, hashOfExternalDependencies, resolvedTaskDefinition } = task;
  return {
    hash,
    inputs,
    dependencies,
    hashOfExternalDependencies,
    resolvedTaskDefinition: { cache: resolvedTaskDefinition.cache },
  };
}
