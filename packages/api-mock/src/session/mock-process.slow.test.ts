import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { childrenOf, isRunning, startProcess, until } from "../testing/test-process.test-support.ts";

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

test.each(["SIGKILL", "SIGTERM"] as const)(
  "when the parent dies of %s, Prism and its folder go too",
  async (signal) => {
    const program = run(start);
    await until(() => program.output().includes("http://"));
    const children = await childrenOf(program.child.pid);
    expect(children).toHaveLength(1);
    expect(children.every(isRunning)).toBe(true);
    expect(await readdir(temporaryFolder)).toHaveLength(1);
    program.child.kill(signal);
    expect(await program.ending).toBe(signal);
    await until(() => !children.some(isRunning));
    await until(async () => (await readdir(temporaryFolder)).length === 0);
  },
);

test("when the parent leaves without closing, Prism goes too", async () => {
  const program = run(`${start} process.exit(4);`);
  expect(await program.ending).toBe(4);
  await until(async () => (await readdir(temporaryFolder)).length === 0);
});

test("when Prism dies, it is started again, requests wait for it, and standard error says why", async () => {
  const program = run(
    `${start}
    const other = await mock.session();
    await new Promise((resolve) => process.stdin.once("data", resolve).unref());
    const call = async ({ url }) => {
      const options = { method: "POST", headers: { "x-key": "any-key" } };
      return (await fetch(url + "/scripting/workflows/1/duplication", options)).status;
    };
    console.log("answers " + (await Promise.all([mock, other, mock, other].map(call))));
    await mock.close();
    process.stdin.destroy();`,
  );
  await until(() => program.output().includes("http://"));
  const [prism] = await childrenOf(program.child.pid);
  if (prism === undefined) throw new Error("Prism does not run");
  process.kill(prism, "SIGKILL");
  program.child.stdin?.write("go on\n");
  expect(await program.ending, program.output()).toBe(0);
  expect(program.output()).toContain("answers 200,200,200,200");
  expect(program.output()).toContain("ended (SIGKILL) and was started again");
  await until(async () => (await readdir(temporaryFolder)).length === 0);
});
