import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Fault, respond, startFaultServer } from "@np6/fault-server";
import { describe, expect, onTestFinished, test } from "vitest";

// Runs the built command as a process, in a real pseudo-terminal: `script` of util-linux, which Linux systems have.

const program = fileURLToPath(new URL("../../bin/np6.mjs", import.meta.url));
const hasScript = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
const key = "Key-7f3a91c0";

const type = "application/vnd.np6.cm.workflow-v4";
const success: Fault = respond({
  status: 200,
  headers: [["Content-Type", type]],
  body: '{"type":"success"}',
});
const many: Fault = respond({ status: 200, headers: [["Content-Type", type]], body: '[{"type":"success"}]' });

async function serverOf(...faults: readonly Fault[]) {
  const server = await startFaultServer();
  onTestFinished(() => server.close());
  server.script(faults);
  return server;
}

const environment = (baseUrl: string) => ({
  ...process.env,
  NP6_API_KEY: key,
  NP6_BASE_URL: baseUrl,
  TERM: "xterm",
});

/** Runs the command. `meet` is called while it runs. */
async function np6(
  baseUrl: string,
  args: readonly string[],
  stdin = "",
  meet?: (pid: number) => Promise<void>,
) {
  const child = spawn(process.execPath, [program, ...args], { env: environment(baseUrl) });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [out, said] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  child.stdin.end(stdin);
  const closed = once(child, "close");
  await meet?.(child.pid ?? 0);
  const [code] = await closed;
  return { code, out, said };
}

/** Answers each question of the command with a line. */
async function inTerminal(
  baseUrl: string,
  args: readonly string[],
  typed: readonly (readonly [string, string])[],
) {
  const folder = mkdtempSync(join(tmpdir(), "np6-terminal-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const words = [process.execPath, program, ...args].map((word) => `'${word}'`);
  writeFileSync(join(folder, "run.sh"), words.join(" "));
  const child = spawn("script", ["-qefc", `sh ${join(folder, "run.sh")}`, "/dev/null"], {
    env: environment(baseUrl),
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let shown = "";
  child.stdout.on("data", (chunk) => (shown += chunk));
  const closed = once(child, "close");
  for (const [question, answer] of typed) {
    while (!shown.includes(question) && child.exitCode === null) await wait(20);
    child.stdin.write(answer);
  }
  const [code] = await closed;
  return { code, shown };
}

const body = '{"receiver":{"type":"id","value":"000A1B2C"}}';
const execute = ["executeWorkflow", "--id", "42", "--body"];

describe("as a process", () => {
  test("it sends a body from standard input, and prints the answer and nothing else", async () => {
    const server = await serverOf(success);
    const { code, out, said } = await np6(server.url, [...execute, "-", "--yes"], body);
    expect({ code, out, said }).toEqual({ code: 0, out: '{\n  "type": "success"\n}\n', said: "" });
    expect(server.requests.map(({ body }) => body.toString())).toEqual([body]);
  });

  test("without a terminal it sends nothing unasked, and checks a body against the document", async () => {
    const server = await serverOf(success);
    const unasked = await np6(server.url, [...execute, body]);
    expect(unasked).toMatchObject({ code: 1, out: "", said: expect.stringContaining("Add --yes") });
    const wrong = '{"receiver":{"type":"unicity","value":"jane@example.com"}}';
    const broken = await np6(server.url, [...execute, wrong, "--yes"]);
    expect(broken).toMatchObject({ code: 1, said: expect.stringContaining("body.receiver.value") });
    expect(broken.said).not.toContain("jane");
    expect(server.requests).toEqual([]);
    expect((await np6(server.url, [...execute, wrong, "--yes", "--unchecked"])).code).toBe(0);
  });

  test("Ctrl-C while it waits for the answer says that it may have run", async () => {
    const server = await serverOf({ name: "silence", begin: "request", steps: [{ step: "hang" }] });
    const { code, said } = await np6(server.url, [...execute, body, "--yes"], "", async (pid) => {
      while (server.requests.length === 0) await wait(20);
      process.kill(pid, "SIGINT");
    });
    expect(code).toBe(3);
    expect(said).toContain("may have run");
    expect(said).not.toContain(key);
  });
});

describe.runIf(hasScript)("in a terminal", () => {
  test("the operation's name has to be typed, and nothing else will do", async () => {
    const server = await serverOf(success);
    const question = "Type executeWorkflow to send it";
    const no = await inTerminal(server.url, [...execute, body], [[question, "y\r"]]);
    expect(no).toMatchObject({ code: 1, shown: expect.stringContaining("Nothing was sent.") });
    expect(no.shown).toContain(`${server.url}/scripting/workflows/42/execution`);
    expect(no.shown).toContain("000A1B2C");
    const stopped = await inTerminal(server.url, [...execute, body], [[question, "\u0003"]]);
    expect(stopped.code).toBe(1);
    const ended = await inTerminal(server.url, [...execute, body], [[question, "\u0004"]]);
    expect(ended.code).toBe(1);
    expect(server.requests).toEqual([]);
    const yes = await inTerminal(server.url, [...execute, body], [[question, "executeWorkflow\r"]]);
    expect(yes).toMatchObject({ code: 0, shown: expect.stringContaining('"type": "success"') });
    expect(server.requests).toHaveLength(1);
  });

  test("for many, it is their number", async () => {
    const server = await serverOf(many);
    const args = ["executeWorkflowBatch", "--id", "42", "--body", `[${body},${body}]`];
    const question = "Type the number of elements to send";
    expect((await inTerminal(server.url, args, [[question, "3\r"]])).code).toBe(1);
    expect(server.requests).toEqual([]);
    expect((await inTerminal(server.url, args, [[question, "2\r"]])).code).toBe(0);
  });

  test("what reaches nobody is sent without a question", async () => {
    const answer = respond({ status: 200, headers: [["Content-Type", "application/json"]], body: "[]" });
    const server = await serverOf(answer);
    expect((await inTerminal(server.url, ["getWorkflowNodes", "--id", "42"], [])).code).toBe(0);
  });
});
