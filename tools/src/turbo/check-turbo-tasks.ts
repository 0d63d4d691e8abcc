/** The part of a task in turbo.json that is checked here. */
interface TurboTask {
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}

/**
 * Checks that every turbo task states its inputs and outputs. Without `inputs`, a README edit reruns the tests. Without
 * `outputs`, a cached result restores nothing, and the next task reads outdated files.
 * @param turboJson - the parsed turbo.json
 * @param usedTasks - names of the tasks that the repository runs; each must be stated
 * @returns the problems, in sentences; empty when there are none
 */
export function checkTurboTasks(
  turboJson: { tasks: Record<string, TurboTask> },
  usedTasks: readonly string[],
): string[] {
  const missing = usedTasks
    .filter((name) => !Object.hasOwn(turboJson.tasks, name))
    .map((name) => `turbo.json: task "${name}" is run but not defined; add it with "inputs" and "outputs".`);
  const incomplete = Object.entries(turboJson.tasks).flatMap(([name, task]) =>
    (["inputs", "outputs"] as const)
      .filter((field) => !Array.isArray(task[field]))
      .map(
        (field) =>
          `turbo.json: task "${name}" does not define "${field}"; add it (an empty list if there are none).`,
      ),
  );
  return [...missing, ...incomplete];
}
