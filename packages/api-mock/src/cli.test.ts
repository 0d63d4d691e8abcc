import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBundledDocument } from "./api/read-bundled-document.ts";
import { readSpecification } from "./api/read-specification.ts";
import { cli, expectToStop, startedCli } from "./testing/started-cli.test-support.ts";
import { startProcess, type TestProcess, until } from "./testing/test-process.test-support.ts";

const operations = readSpecification(await readBundledDocument()).operations.map(
  ({ operationId }) => operationId,
);

/** Finds the complete curl lines of the banner; the last line may not have arrived yet. */
function curlLines(output: string): readonly string[] {
  return [...output.matchAll(/^ {2}(curl .*)\n/gm)].map(([, line = ""]) => line);
}

describe("without options", () => {
  let program: TestProcess;
  let url: string;
  beforeAll(async () => {
    ({ program, url } = await startedCli());
  });
  // Only after a failed test, the process is still running.
  afterAll(() => {
    program.child.kill("SIGKILL");
  });

  test("its curl lines work as they are printed, and each request is logged without its key", async () => {
    for (const line of curlLines(program.output())) {
      const { stdout } = await promisify(execFile)("sh", [
        "-c",
        line.replaceAll("any-key", "secret-of-the-test"),
      ]);
      expect(stdout).toMatch(/^HTTP\/1\.1 20[04] /);
    }
    const logged = () =>
      operations.filter((id) => new RegExp(`${id} {2}20[04] {2}\\d+ ms`).test(program.output()));
    await until(() => logged().length === operations.length);
    expect(program.output()).toMatch(
      /POST {4}\/scripting\/workflows\/4127\/duplication {2}duplicateWorkflow {2}200 {2}\d+ ms\n/,
    );
    expect(program.output()).not.toContain("secret-of-the-test");
  });

  test("an unknown path is answered with what there is, and logged", async () => {
    const response = await fetch(`${url}/nowhere`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("POST /scripting/workflows/{id}/execution");
    await until(() =>
      /GET {5}\/nowhere {2}\(no operation\) {2}404 {2}\d+ ms\n {8}No operation/.test(program.output()),
    );
  });

  test("it stops on SIGINT with exit code 0 and leaves no process", () => expectToStop(program, "SIGINT"));
});

test("--help and --version print and end", async () => {
  const help = startProcess([cli, "--help"]);
  expect(await help.ending).toBe(0);
  expect(help.output()).toContain("--port <number>");
  const version = startProcess([cli, "--version"]);
  expect(await version.ending).toBe(0);
  expect(version.output()).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});
