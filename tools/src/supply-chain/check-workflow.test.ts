import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../repository-root.ts";
import { checkWorkflow } from "./check-workflow.ts";

const files = await Array.fromAsync(glob(".github/workflows/*.yml", { cwd: repositoryRoot }));
const read = (file: string) => readFile(join(repositoryRoot, file), "utf8");

test.each(files)("%s lets nobody in", async (file) => {
  expect(checkWorkflow(file, await read(file))).toEqual([]);
});

const ci = await read(".github/workflows/advisories.yml");

test.each([
  ["an action by its tag", ci.replace(/@3d3c42e\S+ #/, "@v7 #"), "can change behind its name"],
  ["an action without its version", ci.replace(" # v7.0.1", ""), "does not say its version"],
  ["a workflow that may write", ci.replace("permissions: {}", "permissions: write-all"), "permissions: {}"],
  ["a job that does not say what it may", ci.replace(/ {4}permissions:\n.*\n/, ""), 'say "permissions"'],
  ["a job without an end", ci.replace(/ {4}timeout.*\n/, ""), "timeout-minutes"],
  [
    "a token left in the checkout",
    ci.replace("persist-credentials: false", "clean: true"),
    "persist-credentials",
  ],
])("%s is reported", (_what, text, problem) => {
  expect(text).not.toBe(ci);
  const problems = checkWorkflow("ci.yml", text);
  expect(problems.some((one) => one.includes(problem))).toBe(true);
  expect(problems.length).toBeLessThanOrEqual(2);
});
