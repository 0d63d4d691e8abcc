import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readBundledDocument } from "./api/read-bundled-document.ts";
import { readSpecification } from "./api/read-specification.ts";
import { libraryDocument } from "./testing/library-document.test-support.ts";
import {
  childrenOf,
  isRunning,
  startProcess,
  type TestProcess,
  until,
} from "./testing/test-process.test-support.ts";

const cli = fileURLToPath(new URL("./cli.ts", import.meta.url));

const key = "a-key-that-nobody-shall-see";
const unbundled = {
  openapi: "3.1.0",
  info: {},
  paths: { "/a": { get: { responses: { 200: { $ref: "b.yaml" } } } } },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "np6-mock-cli-test-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function started(
  ...args: readonly string[]
): Promise<{ readonly program: TestProcess; readonly url: string }> {
  const program = startProcess([cli, ...args]);
  await until(() => /To try it:\n\n(.|\n)*\n\n$/.test(program.output()));
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

describe("without options", () => {
  let program: TestProcess;
  let url: string;
  beforeAll(async () => {
    ({ program, url } = await started());
  });
  // Only when a test failed is it still there.
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

test("the log says what a request breaks, also when Ctrl-C reached Prism first; it stops on SIGTERM as well", async () => {
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
  await expectToStop(program, "SIGTERM");
});

async function expectToStop(program: TestProcess, signal: "SIGINT" | "SIGTERM"): Promise<void> {
  const children = await childrenOf(program.child.pid);
  expect(children).toHaveLength(1);
  program.child.kill(signal);
  // Twice, as a package manager that passes on the terminal's signal makes it.
  program.child.kill(signal);
  expect(await program.ending, program.output()).toBe(0);
  expect(program.output().match(/np6-mock has stopped\./g)).toHaveLength(1);
  expect(children.some(isRunning)).toBe(false);
}

test("--help and --version print and end", async () => {
  const help = startProcess([cli, "--help"]);
  expect(await help.ending).toBe(0);
  expect(help.output()).toContain("--port <number>");
  const version = startProcess([cli, "--version"]);
  expect(await version.ending).toBe(0);
  expect(version.output()).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});

describe("what cannot be started ends with exit code 1 and one clear line, and leaves no process", () => {
  const start = async (...args: string[]) => {
    const program = startProcess([cli, ...args]);
    expect(await program.ending).toBe(1);
    expect(await childrenOf(program.child.pid)).toEqual([]);
    return program.output();
  };

  test("a bad option", async () => {
    expect(await start("--port", "abc")).toBe(
      'np6-mock: --port "abc" is not a port: give an integer from 1 to 65535, or 0 for a free one.\n',
    );
  });

  test("a port in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    expect(await start("--port", String(port))).toBe(
      `np6-mock: 127.0.0.1 port ${port} is in use. Choose another port, or 0 for a free one.\n`,
    );
    server.close();
  });

  test("an unknown scenario", async () => {
    expect(await start("--scenario", "nowhere")).toMatch(
      /^np6-mock: there is no scenario "nowhere"\. There are: bad-request, .*\.\n$/,
    );
  });

  test.each([
    ["is not there", undefined, "cannot be read (ENOENT): give the path of an OpenAPI document."],
    ["is no YAML", "a: [", "is neither JSON nor YAML"],
    ["is another document", "swagger: '2.0'", "is no OpenAPI document: it has no `openapi` field"],
    [
      "is not bundled",
      JSON.stringify(unbundled),
      'spec.yaml": #/paths/~1a/get/responses/200: $ref "b.yaml" does not point into this document',
    ],
    [
      "has no operation",
      '{"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{}}',
      "No operations found",
    ],
  ])("a spec file that %s", async (_, text, message) => {
    const file = join(folder, "spec.yaml");
    if (text !== undefined) await writeFile(file, text);
    expect(await start("--spec", file)).toContain(message);
  });

  test("a recording that cannot be written", async () => {
    expect(await start("--record", join(folder, "nowhere", "a.har"))).toContain("cannot be written (ENOENT)");
  });
});

test("a failed start leaves an older recording alone", async () => {
  const file = join(folder, "old.har");
  await writeFile(file, "old");
  const program = startProcess([cli, "--record", file, "--scenario", "nowhere"]);
  expect(await program.ending).toBe(1);
  expect(await readFile(file, "utf8")).toBe("old");
});

test("another document, scenarios, latency, state and a recording can be asked for; Ctrl-C ends the recording", async () => {
  const spec = join(folder, "library.json");
  const record = join(folder, "traffic.har");
  await writeFile(spec, JSON.stringify(libraryDocument));
  const asked = ["--spec", spec, "--record", record, "--stateful", "--latency", "1-5"];
  const { program, url } = await started(...asked, "--scenario", "not-found,operation=readBook,times=1");
  const read = (): Promise<Response> =>
    fetch(`${url}/books/8?key=${key}`, { headers: { Authorization: key } });
  const body = '{"title":"Pine"}';
  const headers = {
    "Content-Type": "application/json",
    "X-NP6-Mock-Scenario": "slow-body,milliseconds=1,pieces=2",
  };
  expect((await fetch(`${url}/books`, { method: "POST", body, headers })).status).toBe(200);
  expect((await read()).status).toBe(404);
  expect(await (await read()).json()).toEqual({ isbn: 8, title: "Pine" });
  program.child.kill("SIGINT");
  expect(await program.ending, program.output()).toBe(0);
  expect(program.output()).toMatch(/createBook {2}200 {2}\d+ ms {2}\[slow-body\]/);
  expect(program.output()).toContain("[not-found]  [latency]");
  const har = await readFile(record, "utf8");
  expect(JSON.parse(har).log.entries).toHaveLength(3);
  expect(`${har}${program.output()}`).not.toContain(key);
  expect((await readdir(folder)).sort()).toEqual(["library.json", "traffic.har"]);
});
