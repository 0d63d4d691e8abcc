import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startFaultServer } from "../server/start-fault-server.ts";
import { type ExitServer, startExitServer } from "./start-exit-server.ts";

let exit: ExitServer;
beforeAll(async () => {
  exit = await startExitServer();
});
afterAll(() => exit.close());

const run = (code: string) =>
  promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code], {
    env: { PATH: process.env.PATH, ...exit.env },
  });

test.each([
  ["fetch", 'await fetch("https://api.example.com/").catch(() => {});'],
  [
    "node:https",
    'import { get } from "node:https"; await new Promise((end) => get("https://api.example.com/").on("error", end));',
  ],
  [
    "node:net",
    'import { connect } from "node:net"; await new Promise((end) => connect(443, "192.0.2.1").on("close", end));',
  ],
])("a request of %s that leaves the machine comes here and is counted", async (_, code) => {
  const before = exit.connections;
  await run(code);
  expect(exit.connections).toBe(before + 1);
});

test("a request that stays on the machine goes where it should", async () => {
  const server = await startFaultServer();
  const before = exit.connections;
  const { stdout } = await run(`console.log((await fetch(${JSON.stringify(server.url)})).status)`);
  expect(stdout.trim()).toBe("501");
  expect(exit.connections).toBe(before);
  await server.close();
});
