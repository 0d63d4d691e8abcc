import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { libraryDocument } from "./testing/library-document.test-support.ts";
import { cli, expectToStop, startedCli } from "./testing/started-cli.test-support.ts";
import { childrenOf, startProcess, until } from "./testing/test-process.test-support.ts";

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

test("the log says what a request breaks, also when Ctrl-C reached Prism first; it stops on SIGTERM as well", async () => {
  const { program, url } = await startedCli();
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

describe("what cannot be started ends with exit code 1 and one clear line, and leaves no process", () => {
  const start = async (...args: string[]) => {
    const program = startProcess([cli, ...args]);
    expect(await program.ending).toBe(1);
    expect(await childrenOf(program.child.pid)).toEqual([]);
    return program.output();
  };

  test("a bad option", async () => {
    expect(await start("--port", "abc")).toBe(
      'np6-mock: --port "abc" is not a port: use an integer from 1 to 65535, or 0 for a free one.\n',
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
    ["is not there", undefined, "cannot be read (ENOENT): use the path of an OpenAPI document."],
    ["is no YAML", "a: [", "is neither JSON nor YAML"],
    ["is another document", "swagger: '2.0'", "is not an OpenAPI document: it has no `openapi` field"],
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
  const { program, url } = await startedCli(...asked, "--scenario", "not-found,operation=readBook,times=1");
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
