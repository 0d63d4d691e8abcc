import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countVitestResults } from "./count-vitest-results.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-reports-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function count(numPassedTests: number, numFailedTests: number, numTotalTests: number) {
  const file = join(folder, "report.json");
  await writeFile(file, JSON.stringify({ numPassedTests, numFailedTests, numTotalTests, success: true }));
  return countVitestResults(file);
}

test("passed and failed tests are counted", async () => {
  expect(await count(3, 1, 4)).toEqual({ passed: 3, failed: 1 });
});

test("a report that is not there counts as nothing known", async () => {
  expect(await countVitestResults(join(folder, "missing.json"))).toBeUndefined();
});

test("skipped tests are failures: nothing is switched off", async () => {
  expect(await count(3, 1, 6)).toEqual({ passed: 3, failed: 3, problem: "2 were skipped" });
});

test("a run without tests is a failure: it proves nothing", async () => {
  expect(await count(0, 0, 0)).toEqual({ passed: 0, failed: 1, problem: "no test ran" });
});
