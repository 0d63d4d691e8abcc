import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Mock, type Session, startMock } from "@np6/api-mock";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openJournal, openJournalWith } from "../journal/open-journal.ts";
import { once as onceForKey } from "../once/once.ts";
import { planJob } from "../planning/plan-job.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { runCli } from "./run-cli.ts";

// Tests the command against the mock.

const program = fileURLToPath(new URL("../cli.ts", import.meta.url));

let mock: Mock;
let session: Session;
let journal: string;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());
beforeEach(async () => {
  await session?.close();
  session = await mock.session();
  journal = temporaryJournal();
});

const beside = (name: string): string => join(dirname(journal), name);

/** Starts the command as a process. */
function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [program, ...args, "--journal", journal], {
    env: { ...process.env, NP6_API_KEY: "any-key-of-the-mock", NP6_BASE_URL: session.url, ...environment },
  });
  let [out, said] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = once(child, "close").then(([code]) => ({ code, out, said }));
  return { child, ended, out: () => out, said: () => said };
}

/** Runs a command in this process; most tests need no separate process. */
async function bulk(...args: readonly string[]) {
  let [out, said] = ["", ""];
  const code = await runCli([...args, "--journal", journal], {
    stdin: Readable.from([]),
    out: (text) => (out += text),
    printMessage: (text) => (said += text),
    isInteractive: false,
    environment: { NP6_API_KEY: "any-key-of-the-mock", NP6_BASE_URL: session.url },
    onInterrupt: () => () => {},
  });
  return { code, out, said };
}

async function plan(count: number, ...more: readonly string[]) {
  const lines = Array.from({ length: count }, (_, index) => `R${index},Jane ${index}`);
  writeFileSync(beside("in.csv"), `\ufefftarget_id,name\r\n${lines.join("\r\n")}\r\n`);
  return bulk("plan", "--workflow", "42", "--receivers", beside("in.csv"), "--column", "target_id", ...more);
}

test("a job from plan to purge", async () => {
  session.scenario("partial-failure", { receiver: "R7" });
  expect(await plan(250)).toMatchObject({ code: 0, said: expect.stringContaining("250 receivers planned") });
  const dry = await bulk("run", "--dry-run");
  expect(dry.said).toContain(
    'to send      250 of 250 receivers\n  first        {"receiver":{"type":"id","value":"R0"}}',
  );
  expect(session.requestCount).toBe(0);
  expect(await bulk("run")).toMatchObject({ code: 1, said: expect.stringContaining("Add --yes") });
  const run = await bulk("run", "--yes", "--json");
  expect(run).toMatchObject({
    code: 2,
    said: expect.stringContaining("249 of 250 done · 1 failed · 0 unknown"),
  });
  const events = run.out
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text));
  expect(events.map(({ name }) => name)).toEqual([
    "np6.bulk.run.started",
    ...Array.from({ length: 4 }, () => "np6.bulk.batch.ended"),
    "np6.bulk.run.ended",
  ]);
  expect(events.at(-1).attributes).toMatchObject({
    "np6.bulk.run.state": "finished",
    "np6.bulk.receivers.done": 249,
    "np6.bulk.receivers.failed": 1,
  });
  expect(run.out).not.toMatch(/R\d|Jane|any-key/);
  expect(session.requests.map(({ body }) => (body as unknown[]).length)).toEqual([1, 10, 100, 139]);
  expect([session.executions.size, session.executions.repeated]).toEqual([249, 0]);

  expect((await bulk("verify")).out).toBe("all invariants hold\n");
  expect(JSON.parse((await bulk("status", "--json")).out).counts).toMatchObject({ total: 250, done: 249 });
  const report = await bulk(
    "report",
    "--out",
    beside("out.csv"),
    "--state",
    "failed",
    "--html",
    beside("out.html"),
  );
  expect(report.code).toBe(0);
  const [head, line, ...rest] = readFileSync(beside("out.csv"), "utf8").split("\n");
  expect(head).toBe("target_id,name,seq,state,reason,batch,attempt,sent_at,status,request_id");
  expect(line).toMatch(/^R7,Jane 7,8,failed,recipient not found,\d+,1,\d{4}-/);
  expect(rest).toEqual([""]);
  expect(JSON.parse(readFileSync(beside("out.csv.manifest.json"), "utf8"))).toMatchObject({ rows: 1 });
  expect(statSync(beside("out.csv")).mode & 0o777).toBe(0o600);
  expect(readFileSync(beside("out.html"), "utf8")).not.toMatch(/R\d|Jane/);
  expect((await bulk("purge", "--yes")).code).toBe(0);
  expect(await bulk("resume", "--yes")).toMatchObject({ code: 1, said: expect.stringContaining("purged") });
});

test("what may have run is found, resolved and sent", async () => {
  session.scenario("reset-before", { times: 1 });
  await plan(30);
  expect(await bulk("run", "--yes", "--batch-size", "10")).toMatchObject({ code: 3 });
  await bulk("report", "--out", beside("unknown.csv"), "--state", "unknown");
  const rows = readFileSync(beside("unknown.csv"), "utf8").trim().split("\n");
  expect(rows).toHaveLength(2);
  const [, , seq] = rows[1]?.split(",") ?? [];
  const resolve = (...more: readonly string[]) =>
    bulk("resolve", "--from", beside("resolved.csv"), "--reason", "export of Monday", ...more);
  writeFileSync(beside("resolved.csv"), `seq;resolved\n${seq};did-not-run\n`);
  expect(await resolve()).toMatchObject({ code: 1, said: expect.stringContaining("--delimiter ';'") });
  const resolved = await resolve("--delimiter", ";");
  expect(resolved).toMatchObject({ code: 0, said: "1 receivers resolved\n" });
  expect(await bulk("run", "--yes")).toMatchObject({
    code: 1,
    said: expect.stringContaining("np6-bulk resume"),
  });
  expect(await bulk("resume", "--yes")).toMatchObject({ code: 0 });
  expect([session.executions.size, session.executions.repeated]).toEqual([30, 0]);
});

test("Ctrl-C once lets what is under way end, and nothing becomes unknown", async () => {
  session.scenario("latency", { milliseconds: 300 });
  await plan(40);
  const run = start(["run", "--yes", "--batch-size", "5"]);
  while (session.requestCount < 3) await wait(20);
  run.child.kill("SIGINT");
  expect((await run.ended).code).toBe(130);
  const { counts } = JSON.parse((await bulk("status", "--json")).out);
  expect(counts).toMatchObject({ unknown: 0, sending: 0 });
  expect(counts.pending).toBeGreaterThan(0);
  expect(session.executions.size).toBe(counts.done);
  session.endScenario();
  expect((await bulk("resume", "--yes")).code).toBe(0);
  expect([session.executions.size, session.executions.repeated]).toEqual([40, 0]);
});

test("Ctrl-C twice gives up what is under way: it is unknown", async () => {
  session.scenario("latency", { milliseconds: 60_000 });
  await plan(40);
  const run = start(["run", "--yes"]);
  while (session.requestCount < 1) await wait(20);
  run.child.kill("SIGINT");
  while (!run.said().includes("Stopping: no batch begins")) await wait(20);
  run.child.kill("SIGINT");
  expect((await run.ended).code).toBe(3);
  expect(JSON.parse((await bulk("status", "--json")).out).counts).toMatchObject({ unknown: 1, pending: 39 });
});

test("another process can pause a run, and cancel it", async () => {
  session.scenario("latency", { milliseconds: 200 });
  await plan(40);
  const run = start(["run", "--yes", "--batch-size", "2"]);
  while (session.requestCount < 2) await wait(20);
  const watch = start(["status", "--watch"]);
  while (!watch.out().includes("running")) await wait(20);
  expect(await bulk("resume", "--yes")).toMatchObject({
    code: 1,
    said: expect.stringContaining("another process is running this job"),
  });
  await bulk("pause", "--reason", "lunch");
  expect((await watch.ended).out).toMatch(/ in flight\S*.*\nrunning\n(?:.*\n)*not running: lunch\n$/);
  expect(await run.ended).toMatchObject({ code: 4, said: expect.stringContaining("paused: lunch") });
  await bulk("cancel");
  expect(await bulk("resume", "--yes")).toMatchObject({
    code: 1,
    said: expect.stringContaining("cancelled"),
  });
});

test("a job whose receivers are kept for long is named, until they are purged", async () => {
  const opened = await openJournalWith(journal, { now: () => Date.now() - 31 * 24 * 3600 * 1000 });
  await planJob(opened, { workflowId: 42, executions: [{ receiver: { type: "id", value: "A" } }] });
  await opened.close();
  expect((await bulk("status")).said).toContain("older than 30 days");
  await bulk("purge", "--yes");
  expect((await bulk("status")).said).toBe("");
});

test("keys of single calls are listed and resolved", async () => {
  const opened = await openJournal(journal);
  await onceForKey(opened, "order 1", async () => 1);
  await onceForKey(opened, "order 2", () => Promise.reject(new Error("who knows")));
  await opened.close();
  expect((await bulk("keys")).out).toMatch(/^done {2}\S+Z {2}"sha256:[0-9a-f]{64}"$/m);
  expect((await bulk("keys", "--state", "unknown")).out).toMatch(/^unknown {2}\S+Z {2}"order 2" {2}Error\n$/);
  const resolve = (key: string) =>
    bulk("resolve", "--key", key, "--as", "ran", "--reason", "export of Monday");
  expect(await resolve("order 2")).toMatchObject({ code: 0, said: "1 key resolved\n" });
  expect(await resolve("order 2")).toMatchObject({ code: 1, said: expect.stringContaining("is done") });
});

describe("from standard input", () => {
  test("NDJSON is read", async () => {
    const { child, ended } = start(["plan", "--workflow", "42", "--receivers", "-", "--format", "ndjson"]);
    child.stdin.end('"A"\n{"receiver":{"type":"id","value":"B"},"node":"n"}\n\n"C"');
    expect((await ended).code).toBe(0);
    await bulk("report", "--out", beside("all.ndjson"));
    const items = readFileSync(beside("all.ndjson"), "utf8")
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text).item);
    expect(items.map(({ receiver }) => receiver.value)).toEqual(["A", "B", "C"]);
  });
});

describe("what cannot be used is refused by name", () => {
  test.each<[string, readonly string[], string]>([
    ["no command", ["fly"], 'There is no command "fly". There are: plan, run'],
    ["an unknown option", ["run", "--speed", "3"], "--speed"],
    ["no journal", ["status"], "There is no journal"],
    ["no file", ["plan", "--workflow", "1", "--receivers", "/nowhere.csv"], "There is no file /nowhere.csv."],
    ["a workflow", ["plan", "--workflow", "x", "--receivers", "-"], "--workflow must be a whole number"],
  ])("%s", async (_, args, message) => {
    expect(await bulk(...args)).toMatchObject({ code: 1, said: expect.stringContaining(message) });
  });

  const column = ["--column", "target_id"];
  test.each<[text: string | Buffer, message: string, more?: string[]]>([
    ["a,b\n1,2\n", "has several columns. Choose one with --column: a, b.", []],
    ["a,b\n1,2\n", 'has no column "target_id". Choose one with --column: a, b.'],
    ["target_id,name,target_id\nA,Jane,B\n", 'has two columns "target_id". Rename one of them.'],
    ["A\nB\nC\n", 'begins with "A". If that is its header, add --column "A"; if it is a receiver, add', []],
    ['target_id\nA\n""\n', "line 3: column target_id is empty"],
    ["target_id\nA\u0000B\n", "line 2: column target_id has bytes that are not UTF-8"],
    [Buffer.from("target_id\nJ\xe9r\n", "latin1"), "line 2: column target_id has bytes that are not UTF-8"],
    ["target_id\nA\nA\n", "1 receiver occurs more than once: receiver 2 is receiver 1"],
    [
      "target_id;name\nA;Jane\n",
      "has one column, \"target_id;name\". If these are several columns, add their separator: --delimiter ';'.",
    ],
    ["target_id\n", "The plan has no receivers"],
  ])("the file %j", async (text, message, more = column) => {
    writeFileSync(beside("in.csv"), text);
    const planned = await bulk("plan", "--workflow", "42", "--receivers", beside("in.csv"), ...more);
    expect(planned).toMatchObject({ code: 1, said: expect.stringContaining(message) });
  });

  test("no key", async () => {
    await plan(1);
    const { child, ended } = start(["run", "--yes"], { NP6_API_KEY: "" });
    child.stdin.end();
    expect(await ended).toMatchObject({ code: 1, said: expect.stringContaining("NP6_API_KEY is not set") });
  });
});
