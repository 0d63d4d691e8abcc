import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readBundledDocument } from "./read-bundled-document.ts";
import { readSpecification } from "./read-specification.ts";
import { childrenOf, isRunning, startProcess, type TestProcess, until } from "./test-process.ts";

const cli = fileURLToPath(new URL("./cli.ts", import.meta.url));

async function started(): Promise<{ readonly program: TestProcess; readonly url: string }> {
  const program = startProcess([cli]);
  await until(() => curlLines(program.output()).length === operations.length);
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(program.output()) ?? [];
  if (url === undefined) throw new Error(program.output());
  return { program, url };
}

const operations = readSpecification(await readBundledDocument()).operations.map(
  ({ operationId }) => operationId,
);

/** The whole curl lines of the banner; the last may still be on its way. */
function curlLines(output: string): readonly string[] {
  return [...output.matchAll(/^ {2}(curl .*)\n/gm)].map(([, line = ""]) => line);
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "it stops on %s with exit code 0 and leaves no process",
  async (signal) => {
    const { program } = await started();
    const children = await childrenOf(program.child.pid);
    expect(children).toHaveLength(1);
    program.child.kill(signal);
    // Twice, as a package manager that passes on the terminal's signal makes it.
    program.child.kill(signal);
    expect(await program.ending, program.output()).toBe(0);
    expect(program.output().match(/np6-mock has stopped\./g)).toHaveLength(1);
    expect(children.some(isRunning)).toBe(false);
  },
);

test("its curl lines work as they are printed, and each request is logged without its key", async () => {
  const { program } = await started();
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
  program.child.kill("SIGINT");
  await program.ending;
  expect(program.output()).not.toContain("secret-of-the-test");
});

test("the log says what a request breaks, also when Ctrl-C reached Prism first", async () => {
  const { program, url } = await started();
  const [prism] = await childrenOf(program.child.pid);
  if (prism === undefined) throw new Error("Prism does not run");
  process.kill(prism, "SIGINT");
  const response = await fetch(`${url}/scripting/workflows/x/duplication`, {
    method: "POST",
    headers: { "X-Key": "k" },
  });
  expect(response.status).toBe(400);
  await until(() => /duplicateWorkflow {2}400 .*\n {8}request\.path\.id: /.test(program.output()));
  program.child.kill("SIGTERM");
  expect(await program.ending).toBe(0);
});

test("--help and --version print and end", async () => {
  const help = startProcess([cli, "--help"]);
  expect(await help.ending).toBe(0);
  expect(help.output()).toContain("--port <number>");
  const version = startProcess([cli, "--version"]);
  expect(await version.ending).toBe(0);
  expect(version.output()).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});

test("a bad option and a port in use end with exit code 1 and one clear line", async () => {
  const bad = startProcess([cli, "--port", "abc"]);
  expect(await bad.ending).toBe(1);
  expect(bad.output()).toBe(
    'np6-mock: --port "abc" is not a port: give an integer from 1 to 65535, or 0 for a free one.\n',
  );

  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const busy = startProcess([cli, "--port", String(address.port)]);
  expect(await busy.ending).toBe(1);
  expect(busy.output()).toBe(
    `np6-mock: 127.0.0.1 port ${address.port} is in use. Choose another port, or 0 for a free one.\n`,
  );
  server.close();
});
