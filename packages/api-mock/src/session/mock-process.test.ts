import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startProcess } from "../testing/test-process.test-support.ts";

const source = new URL("./start-mock.ts", import.meta.url).href;
const start = `import { startMock } from ${JSON.stringify(source)}; const mock = await startMock(); console.log(mock.url);`;

let temporaryFolder: string;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), "mock-process-test-"));
});
afterEach(() => rm(temporaryFolder, { recursive: true }));

function run(script: string): ReturnType<typeof startProcess> {
  return startProcess(["--input-type=module", "-e", script], { TMPDIR: temporaryFolder });
}

test("a process that closed its mock ends by itself, without a leftover", async () => {
  const program = run(
    `${start} await (await fetch(mock.url)).text(); await mock.close(); console.log("closed " + process.getActiveResourcesInfo());`,
  );
  expect(await program.ending, program.output()).toBe(0);
  expect(program.output()).toContain("closed");
  expect(await readdir(temporaryFolder)).toEqual([]);
});
