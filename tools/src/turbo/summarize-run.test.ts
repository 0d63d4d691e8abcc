import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryRoot } from "../repository/repository-root.ts";
import { formatSummary } from "./format-summary.ts";
import type { TaskResult } from "./run-turbo.ts";
import { summarizeRun } from "./summarize-run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-summary-"));
  await mkdir(join(folder, "green"));
  const report = { numPassedTests: 5, numFailedTests: 0, numTotalTests: 5, success: true };
  await writeFile(join(folder, "green", "report.json"), JSON.stringify(report));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const result = (task: string, passed: boolean, directory = "green"): TaskResult => ({
  taskId: `@np6/thing#${task}`,
  package: "@np6/thing",
  task,
  directory: relative(repositoryRoot, join(folder, directory)),
  passed,
  ranBecause: "first run here",
  took: 12,
});
const summarize = (...results: TaskResult[]) =>
  summarizeRun(results, ({ task }) => (task === "test" ? "report.json" : undefined));

test("a test task counts its tests", async () => {
  expect(await summarize(result("test", true))).toMatchObject([{ passed: 5, failed: 0 }]);
});

test("a test task that failed counts a failure even when its report is green", async () => {
  expect(await summarize(result("test", false))).toMatchObject([{ passed: 5, failed: 1 }]);
});

test("a test task that failed before it wrote a report counts one failure", async () => {
  expect(await summarize(result("test", false, "nowhere"))).toMatchObject([{ passed: 0, failed: 1 }]);
});

test("another check counts as one, and a build only when it fails", async () => {
  expect(await summarize(result("lint", true), result("build", true))).toMatchObject([
    { passed: 1, failed: 0 },
  ]);
  expect(await summarize(result("build", false))).toMatchObject([{ passed: 0, failed: 1 }]);
});

test("the summary ends with the totals", async () => {
  const text = formatSummary(await summarize(result("test", true), result("lint", false)));
  expect(text.split("\n").at(-1)).toBe("5 passed, 1 failed");
  expect(text).toMatch(/✗ @np6\/thing#lint/);
});
