import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type Journal, openJournal } from "@np6/api-bulk";
import { createClient, type Np6Failure } from "@np6/api-client";
import { createFakeClient, fakeFailure } from "@np6/api-client/testing";
import { consume } from "./consume.js";
import { FolderQueue } from "./folder-queue.js";
import { work } from "./work.js";

const message = { id: "m-1", workflow: 42, receiver: "000A1B2C" };

async function createJournal(t: TestContext): Promise<{ folder: string; journal: Journal }> {
  const folder = await mkdtemp(join(tmpdir(), "np6-worker-"));
  const journal = await openJournal(join(folder, "messages.db"));
  t.after(async () => {
    await journal.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, journal };
}

const cases: { failure: Np6Failure; first: string; again: string }[] = [
  { failure: fakeFailure("rate-limited", { retryAfterMs: 2_000 }), first: "later", again: "done" },
  { failure: fakeFailure("connection", { neverSent: true }), first: "later", again: "done" },
  { failure: fakeFailure("http", { status: 400 }), first: "set aside", again: "done" },
  { failure: fakeFailure("http", { status: 401 }), first: "stop", again: "done" },
  // A call that may have run is not repeated, even if the queue delivers its message again.
  { failure: fakeFailure("http", { status: 500 }), first: "park", again: "park" },
  { failure: fakeFailure("timeout"), first: "park", again: "park" },
];

for (const { failure, first, again } of cases) {
  test(`${failure.kind} ${failure.status ?? ""}: ${first}, and when it comes again: ${again}`, async (t) => {
    const { journal } = await createJournal(t);
    let failures = [failure];
    const np6 = createFakeClient({
      executeWorkflow: () => {
        const [thrown] = failures;
        failures = [];
        if (thrown !== undefined) throw thrown;
        return { type: "success" };
      },
    });
    const verdict = await consume(journal, np6, message);
    assert.equal(verdict.action, first);
    if (verdict.action === "later") assert.equal(verdict.inMs, failure.retryAfterMs ?? 30_000);
    assert.equal((await consume(journal, np6, message)).action, again);
    assert.equal(np6.calls.length, again === "done" ? 2 : 1);
  });
}

test("a success that holds a failed item is set aside", async (t) => {
  const { journal } = await createJournal(t);
  const np6 = createFakeClient({ executeWorkflow: { type: "error" } });
  assert.equal((await consume(journal, np6, message)).action, "set aside");
});

// Needs the mock at NP6_BASE_URL (`npx np6-mock` prints it). Without it, the client refuses every call.
test("a message that is delivered twice is executed once", async (t) => {
  const { folder, journal } = await createJournal(t);
  let requests = 0;
  const np6 = createClient({
    apiKey: process.env.NP6_API_KEY,
    baseUrl: process.env.NP6_BASE_URL,
    on: { request: () => (requests += 1) },
  });
  const queue = new FolderQueue(folder);
  for (const id of ["m-1", "m-2"]) await queue.add({ ...message, id });
  assert.deepEqual(await work(journal, np6, queue, assert.fail), { waiting: 0, againInMs: 1_000 });
  await queue.add({ ...message, id: "m-2" });
  await work(journal, np6, queue, assert.fail);
  assert.equal(requests, 2);
  assert.deepEqual((await readdir(join(folder, "done"))).sort(), ["m-1.json", "m-2.json"]);
});
