import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyRepository, type RepositoryCopy } from "@np6/tools/copy-repository";
import { execa } from "execa";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";

// Runs the real command in a copy of the repository: the spec is edited, broken and repaired, then Ctrl-C is sent.
let copy: RepositoryCopy;

beforeAll(async () => {
  copy = await copyRepository({ cache: true });
});

afterAll(() => copy?.remove());

/** Lists the processes whose command line contains the copy's path. */
async function runningProcesses(): Promise<string[]> {
  const { stdout } = await execa("ps", ["-A", "-o", "pid=,args="]);
  return stdout.split("\n").filter((line) => line.includes(copy.folder) && !line.includes(" ps -A"));
}

test("regenerates, restarts the mock and reruns tests after an edit, survives a mistake, and leaves nothing running", async () => {
  const child = execa("node", ["tools/run.mjs", "dev", "--fast"], {
    cwd: copy.folder,
    all: true,
    reject: false,
  });
  let output = "";
  child.all.on("data", (chunk) => {
    output += chunk;
  });
  onTestFinished(() => {
    child.kill();
  });
  const ended = child.then(() => "ended" as const);
  /** Waits for output of the command after a position. */
  const printed = async (pattern: RegExp, from: number): Promise<RegExpExecArray> => {
    for (;;) {
      const match = pattern.exec(output.slice(from));
      if (match !== null) return match;
      const more = once(child.all, "data").then(() => "more" as const);
      if ((await Promise.race([more, ended])) === "ended") throw new Error(`it ended:\n${output}`);
    }
  };

  const waiting = /The mock is at (http:\S+)\. Waiting/;
  const [, url = ""] = await printed(waiting, 0);
  const thing = join(copy.folder, "spec/openapi.yaml");
  const text = await readFile(thing, "utf8");

  // An edit appears in the generated file, and the mock keeps its address.
  let from = output.length;
  await writeFile(thing, text.replace(/title: .*/, "title: Edited API"));
  expect((await printed(waiting, from))[1]).toBe(url);
  expect(output.slice(from)).toContain("Edited: spec/openapi.yaml");
  expect(
    await readFile(join(copy.folder, "packages/api-types/src/generated/openapi.gen.ts"), "utf8"),
  ).toContain("Edited API");

  // A mistake is reported, and the mock continues.
  from = output.length;
  await writeFile(thing, "openapi: [");
  await printed(/fix the spec and save/, from);
  expect((await fetch(url)).status).toBe(200);

  child.kill("SIGINT");
  const { exitCode } = await child;
  expect(exitCode).toBe(0);
  expect(output).toContain("Stopped.");
  expect(await runningProcesses()).toEqual([]);
  await expect(fetch(url)).rejects.toThrow();
}, 1_200_000);
