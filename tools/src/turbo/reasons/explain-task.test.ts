import { expect, test } from "vitest";
import { explainTask } from "./explain-task.ts";
import type { TaskRecord } from "./task-record.ts";

const task: TaskRecord = {
  hash: "1",
  inputs: { "src/a.ts": "a", "src/b.ts": "b" },
  dependencies: ["spec#build"],
  hashOfExternalDependencies: "x",
  resolvedTaskDefinition: { cache: true },
};
const before = { "client#test": task, "spec#build": { ...task, dependencies: [] } };

test.each<[string, Partial<TaskRecord>]>([
  ["nothing changed, but the result was not in the cache", {}],
  ["src/a.ts changed", { hash: "2", inputs: { "src/a.ts": "other", "src/b.ts": "b" } }],
  ["src/b.ts and 1 more changed", { hash: "2", inputs: { "src/a.ts": "a", "src/c.ts": "c" } }],
  ["versions of libraries changed", { hash: "2", hashOfExternalDependencies: "y" }],
  ["turbo.json, the lockfile or the environment changed", { hash: "2" }],
  ["never cached", { resolvedTaskDefinition: { cache: false } }],
])("says: %s", (reason, changed) => {
  expect(explainTask("client#test", { ...before, "client#test": { ...task, ...changed } }, before)).toBe(
    reason,
  );
});

test("names the task whose outputs changed", () => {
  const now = { "client#test": { ...task, hash: "2" }, "spec#build": { ...task, hash: "2" } };
  expect(explainTask("client#test", now, before)).toBe("spec#build changed");
});

test("says that a task is new", () => {
  expect(explainTask("client#test", before, {})).toBe("first run here");
});
