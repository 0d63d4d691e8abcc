import { spawn } from "node:child_process";
import { once as event } from "node:events";
import { copyFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ConnectionError, HttpError } from "@np6/api-client";
import { type Mock, startMock } from "@np6/api-mock";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { openJournal, openJournalWith } from "../journal/open-journal.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { once } from "./once.ts";

const program = fileURLToPath(new URL("once-child.test-support.ts", import.meta.url));
const context = { operationId: "send", method: "POST", path: "/send", attempts: 1 };

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

/** Consumes messages in a separate process. */
function consume(file: string, keys: readonly string[]) {
  const child = spawn(process.execPath, [program, file, mock.url, ...keys], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  child.stdout.on("data", (chunk) => (out += chunk));
  return { child, ended: event(child, "close").then(([code]) => ({ code, lines: out.trim().split("\n") })) };
}

async function opened(file = temporaryJournal()) {
  const journal = await openJournal(file);
  onTestFinished(() => journal.close());
  return journal;
}

async function listed(journal: Awaited<ReturnType<typeof opened>>): Promise<string[]> {
  const found: string[] = [];
  for await (const { key, state } of journal.keys.list()) found.push(`${key} ${state}`);
  return found;
}

const owners = (file: string): string[] =>
  readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.owner-`));

test("the first call for a key is made, and no other", async () => {
  const journal = await opened();
  let calls = 0;
  const call = async () => (calls += 1);
  expect(await once(journal, "order 1", call)).toEqual({ state: "done", isFirst: true, value: 1 });
  expect(await once(journal, "order 1", call)).toMatchObject({ state: "done", isFirst: false });
  expect(await once(journal, "order 2", call)).toMatchObject({ value: 2 });
  expect(calls).toBe(2);
  expect(await journal.verify()).toEqual([]);
});

test("while a call is under way its key is open, for others of the same process too", async () => {
  const [file, calls] = [temporaryJournal(), [] as string[]];
  const [journal, other] = [await opened(file), await opened(file)];
  let end = () => {};
  const first = once(journal, "k", () => new Promise<void>((resolve) => (end = resolve)));
  while ((await listed(journal)).length === 0) await wait(1);
  for (const open of [journal, other]) {
    expect(await once(open, "k", async () => calls.push("k"))).toMatchObject({ state: "open" });
  }
  end();
  expect(await first).toMatchObject({ state: "done", isFirst: true });
  expect(await once(other, "k", async () => calls.push("k"))).toMatchObject({ state: "done" });
  expect(calls).toEqual([]);
});

test("a failure that surely did not run gives the key free; one that may have run, or a stranger's, does not", async () => {
  const journal = await opened();
  const fails = (failure: unknown) => () => Promise.reject(failure);
  for (const failure of [
    new ConnectionError("refused.", context, true),
    new HttpError({ ...context, status: 429 }, undefined, ""),
    new HttpError({ ...context, status: 404 }, undefined, ""),
  ]) {
    await expect(once(journal, "k", fails(failure))).rejects.toBe(failure);
  }
  expect(await once(journal, "k", async () => 1)).toMatchObject({ state: "done", isFirst: true });
  const unclear = [
    new ConnectionError("no answer.", context, false),
    new HttpError({ ...context, status: 500 }, undefined, ""),
    new TypeError("Jane's fault"),
  ];
  for (const [index, failure] of unclear.entries()) {
    const key = `u${index}`;
    expect(await once(journal, key, fails(failure))).toEqual({ state: "unknown", failure });
    const again = await once(journal, key, async () => 1);
    expect(again).toMatchObject({ state: "unknown", record: { key, reason: (failure as Error).name } });
  }
});

test("a key whose process was killed is unknown, whose process is stopped is open; a person resolves it", async () => {
  mock.scenario("latency", { milliseconds: 600_000 });
  const file = temporaryJournal();
  const journal = await opened(file);
  const { child } = consume(file, ["m1"]);
  while (mock.requestCount < 1) await wait(20);
  const never = async () => expect.unreachable();
  child.kill("SIGSTOP");
  expect(await once(journal, "m1", never)).toMatchObject({ state: "open" });
  await expect(journal.keys.resolve("m1", "did-not-run", "me", "export")).rejects.toThrow(
    'The key "m1" is open',
  );
  child.kill("SIGKILL");
  await event(child, "close");
  expect(await once(journal, "m1", never)).toMatchObject({
    state: "unknown",
    record: { reason: expect.stringMatching(/^the process ended while it was sending: \S+ \d+$/) },
  });
  await expect(journal.keys.resolve("m2", "ran", "me", "export")).rejects.toThrow('The key "m2" is free');
  await journal.keys.resolve("m1", "did-not-run", "me", "export");
  mock.endScenario();
  expect(await once(journal, "m1", async () => 1)).toMatchObject({ state: "done", isFirst: true });
  await journal.close();
  // The next process removes the file of the killed one.
  expect(owners(file)).toHaveLength(1);
  await consume(file, ["m3"]).ended;
  expect(owners(file)).toEqual([]);
});

test("a collected owner keeps its lock while its process lives", async () => {
  const file = temporaryJournal();
  const journal = await opened(file);
  const module = JSON.stringify(fileURLToPath(new URL("../journal/open-journal.ts", import.meta.url)));
  const code = `import(${module}).then(async ({ openJournal }) => {
    let journal = await openJournal(${JSON.stringify(file)});
    await journal.keys.take("k");
    journal = undefined;
    for (let turn = 0; turn < 5; turn += 1) { gc(); await new Promise((done) => setTimeout(done, 5)); }
    console.log("taken");
    setInterval(() => {}, 1000);
  })`;
  const child = spawn(process.execPath, ["--expose-gc", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await event(child.stdout, "data");
  expect(await once(journal, "k", async () => expect.unreachable())).toMatchObject({ state: "open" });
});

test("processes that race for keys on one new journal send each of them once", async () => {
  const file = temporaryJournal();
  const keys = Array.from({ length: 20 }, (_, index) => `message-${index}`);
  const consumers = await Promise.all(
    [keys, keys.toReversed(), keys].map(async (order) => {
      const { code, lines } = await consume(file, order).ended;
      expect([code, lines.length]).toEqual([0, keys.length]);
      return lines;
    }),
  );
  expect(consumers.flat().filter((line) => !/ (done|open)$/.test(line))).toEqual([]);
  expect([mock.executions.size, mock.executions.repeated]).toEqual([keys.length, 0]);
});

test("a result that could not be written down leaves an unknown key, also while its process lives", async () => {
  let isFull = false;
  const journal = await openJournalWith(temporaryJournal(), {
    points: (name) => {
      if (isFull && name === "key-settle:begun") throw new Error("full");
    },
  });
  onTestFinished(() => journal.close());
  isFull = true;
  await expect(once(journal, "k", async () => 1)).rejects.toThrow("full");
  isFull = false;
  expect(await once(journal, "k", async () => 1)).toMatchObject({
    state: "unknown",
    record: { reason: "its result could not be recorded" },
  });
});

test("a copy is refused unless somebody takes it over, and what was open in it is unknown", async () => {
  const [file, copy] = [temporaryJournal(), temporaryJournal()];
  const journal = await opened(file);
  await journal.keys.take("k");
  await journal.keys.take("l");
  await journal.close();
  copyFileSync(file, copy);
  const copied = await opened(copy);
  await expect(once(copied, "k", async () => 1)).rejects.toThrow("it is a copy of the file that was planned");
  expect(await once(copied, "k", async () => 1, { takeover: true })).toMatchObject({ state: "unknown" });
  expect(await once(copied, "l", async () => 1)).toMatchObject({ state: "unknown" });
});

test("what is done is kept without its text, and can be forgotten; the owner's file is its owner's alone", async () => {
  const file = temporaryJournal();
  const journal = await opened(file);
  await once(journal, "jane@example.com", async () => 1);
  await journal.keys.take("open");
  expect(owners(file).map((name) => statSync(join(dirname(file), name)).mode & 0o777)).toEqual([0o600]);
  expect((await listed(journal)).toSorted()).toEqual(["open open", "undefined done"]);
  expect(await journal.keys.forget(new Date(0))).toBe(0);
  expect(await journal.keys.forget(new Date(Date.now() + 1000))).toBe(1);
  expect(await once(journal, "jane@example.com", async () => 2)).toMatchObject({ isFirst: true });
  await once(journal, "unclear", () => Promise.reject(new Error("it")));
  await journal.purge();
  await journal.close();
  expect(readFileSync(file, "latin1")).not.toMatch(/jane|unclear/);
});

test.each(["", "x".repeat(1001), 7 as never])("the key %j is refused", async (key) => {
  await expect(once(await opened(), key, async () => 1)).rejects.toThrow(
    "The key of `once` must be a string",
  );
});
