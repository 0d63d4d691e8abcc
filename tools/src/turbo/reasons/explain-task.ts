import type { TaskRecord, TaskRecords } from "./task-record.ts";

/**
 * Explains why a task ran instead of coming from the cache.
 * @param now - the tasks of this run
 * @param before - the records of earlier runs in this checkout
 */
export function explainTask(taskId: string, now: TaskRecords, before: TaskRecords): string {
  const task = now[taskId];
  const last = before[taskId];
  if (task === undefined || task.resolvedTaskDefinition.cache === false) return "never cached";
  if (last === undefined) return "first run here";
  if (last.hash === task.hash) return "nothing changed, but the result was not in the cache";
  const files = changedFiles(task, last);
  if (files.length > 0) return `${some(files)} changed`;
  const dependencies = task.dependencies.filter((name) => now[name]?.hash !== before[name]?.hash);
  if (dependencies.length > 0) return `${some(dependencies)} changed`;
  if (last.hashOfExternalDependencies !== task.hashOfExternalDependencies)
    return "versions of libraries changed";
  return "turbo.json, the lockfile or the environment changed";
}

function changedFiles({ inputs }: TaskRecord, last: TaskRecord): string[] {
  const names = new Set([...Object.keys(last.inputs), ...Object.keys(inputs)]);
  return [...names].filter((name) => inputs[name] !== last.inputs[name]).toSorted();
}

function some(names: readonly string[]): string {
  const [first = "", second] = names;
  return second === undefined ? first : `${first} and ${names.length - 1} more`;
}
