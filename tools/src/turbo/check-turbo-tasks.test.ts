import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { checkTurboTasks } from "./check-turbo-tasks.ts";

const complete = { inputs: [], outputs: [] };

test("tasks that state inputs and outputs are fine", () => {
  expect(checkTurboTasks({ tasks: { build: complete } }, ["build"])).toEqual([]);
});

test.each(["inputs", "outputs"] as const)("a task without %s is reported", (field) => {
  const { [field]: _left, ...rest } = complete;
  expect(checkTurboTasks({ tasks: { build: rest } }, [])).toEqual([
    expect.stringContaining(`task "build" does not define "${field}"`),
  ]);
});

test("a task that is run but not stated is reported", () => {
  expect(checkTurboTasks({ tasks: {} }, ["publish"])).toEqual([
    expect.stringContaining('task "publish" is run'),
  ]);
});

test("the repository's own turbo.json passes, and fails when a task loses its outputs", async () => {
  const turboJson = JSON.parse(await readFile(new URL("../../../turbo.json", import.meta.url), "utf8"));
  expect(checkTurboTasks(turboJson, [])).toEqual([]);
  delete turboJson.tasks.build.outputs;
  expect(checkTurboTasks(turboJson, [])).toHaveLength(1);
});
