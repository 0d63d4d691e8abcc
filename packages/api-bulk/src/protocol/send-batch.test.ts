import { ConnectionError, HttpError } from "@np6/api-client";
import { expect, test } from "vitest";
import type { BulkOperation } from "./bulk-operation.ts";
import { sendBatch } from "./send-batch.ts";

const context = { operationId: "send", method: "POST", path: "/send", attempts: 1 };
const refused = (status: number) => new HttpError({ ...context, status, requestId: "r9" }, undefined, "");

/** Sends a number of items by an operation that returns or throws this. */
function sent(
  items: number,
  answer: () => unknown,
  { splitRefused = false, keepResults = false } = {},
): ReturnType<typeof sendBatch> {
  const operation: BulkOperation = {
    name: "send",
    send: async () => answer() as readonly unknown[],
    read: (result) => {
      if (result === "break") throw new RangeError("about Jane Doe");
      if (result === "done") return { state: "done" };
      return { state: result as "failed", reason: `said ${result}` };
    },
  };
  const batch = {
    id: 1,
    first: 1,
    last: items,
    attempt: 1,
    items: Array.from({ length: items }, () => "item"),
  };
  const call = { retry: false, attemptTimeoutMs: 1, deadlineMs: 1, signal: AbortSignal.abort() } as const;
  return sendBatch(operation, {}, batch, call, { splitRefused, keepResults });
}
const thrown = (failure: unknown) => (): never => {
  throw failure;
};

test("a result for each item, alone or with what the headers said, answers the batch", async () => {
  const outcomes = [{ index: 1, state: "failed", reason: "said failed" }];
  expect(await sent(2, () => ["done", "failed"])).toEqual({
    settlement: { to: "answered", outcomes },
    end: { requestId: undefined },
    meaning: "good",
    isExhausted: false,
  });
  const rateLimit = { remaining: "0" };
  const answer = { results: ["done", "failed"], requestId: "r1", rateLimit };
  expect(await sent(2, () => answer, { keepResults: true })).toEqual({
    settlement: { to: "answered", outcomes, results: ["done", "failed"] },
    end: { requestId: "r1" },
    meaning: "good",
    isExhausted: true,
  });
  expect(await sent(1, () => ({ results: ["done"], rateLimit: { remaining: "10" } }))).toMatchObject({
    isExhausted: false,
    settlement: { to: "answered", outcomes: [] },
  });
});

test.each([
  [["done"], "with 1 results"],
  [["done", "done", "done"], "with 3 results"],
  ["done", "without a list"],
  [null, "without a list"],
  [undefined, "without a list"],
  [{ results: "done" }, "without a list"],
  [{}, "without a list"],
])("an answer of %j for two items ran, and cannot be attributed", async (answer, came) => {
  expect(await sent(2, () => answer)).toMatchObject({
    settlement: { to: "ran" },
    end: { note: `a success ${came} for 2 receivers` },
    meaning: "unknown",
  });
});

test("a result that cannot be read is unknown, and says nothing of the others", async () => {
  const { settlement, meaning } = await sent(3, () => ["done", "break", "failed"]);
  expect([settlement, meaning]).toEqual([
    {
      to: "answered",
      outcomes: [
        { index: 1, state: "unknown", reason: "its result cannot be read: RangeError" },
        { index: 2, state: "failed", reason: "said failed" },
      ],
    },
    "good",
  ]);
});

test("the request of an answer that fits nobody is known", async () => {
  expect(await sent(2, () => ({ results: [], requestId: "r2" }))).toMatchObject({ end: { requestId: "r2" } });
});

test("a failure of the client is in the audit, with its request", async () => {
  const { end, meaning, settlement, isExhausted } = await sent(2, thrown(refused(500)));
  expect([settlement, meaning, isExhausted]).toEqual([{ to: "unknown" }, "unknown", false]);
  expect(end).toEqual({ status: 500, kind: "http", requestId: "r9", note: expect.stringContaining("500") });
});

test.each([
  [new TypeError("about Jane Doe"), "TypeError"],
  ["about Jane Doe", "string"],
])("of what is no failure of the client only the class is written down: %s", async (error, name) => {
  expect(await sent(2, thrown(error))).toMatchObject({
    settlement: { to: "unknown" },
    meaning: "unknown",
    end: { note: `it threw ${name}, which is not a failure of the client` },
  });
});

test("what has to wait goes back", async () => {
  const limited = new HttpError({ ...context, status: 429, retryAfterMs: 700 }, undefined, "");
  expect(await sent(2, thrown(limited))).toMatchObject({
    settlement: { to: "planned" },
    meaning: "held",
    retryAfterMs: 700,
  });
  const unsent = new ConnectionError("refused.", context, true);
  expect(await sent(2, thrown(unsent))).toMatchObject({ settlement: { to: "planned" }, meaning: "not-sent" });
  expect(await sent(2, thrown(refused(401)))).toMatchObject({
    settlement: { to: "planned" },
    meaning: "pause",
  });
});

test("what is too large is halved, and the limit is half of it; alone it failed", async () => {
  expect(await sent(9, thrown(refused(413)))).toMatchObject({
    settlement: { to: "split", limit: 4 },
    meaning: "too-large",
  });
  expect(await sent(2, thrown(refused(413)))).toMatchObject({ settlement: { to: "split", limit: 1 } });
  expect(await sent(1, thrown(refused(413)))).toMatchObject({
    settlement: { to: "answered", outcomes: [{ index: 0, state: "failed", reason: "refused alone: 413" }] },
    meaning: "refused-alone",
  });
});

test("what is refused is unknown, or halved without a limit by choice; alone it failed either way", async () => {
  expect(await sent(2, thrown(refused(400)))).toMatchObject({
    settlement: { to: "unknown" },
    meaning: "unknown",
  });
  const halved = await sent(2, thrown(refused(400)), { splitRefused: true });
  expect([halved.settlement, halved.meaning]).toEqual([{ to: "split" }, "refused"]);
  for (const splitRefused of [true, false]) {
    expect(await sent(1, thrown(refused(400)), { splitRefused })).toMatchObject({
      settlement: { to: "answered", outcomes: [{ index: 0, state: "failed", reason: "refused alone: 400" }] },
      end: { status: 400 },
      meaning: "refused-alone",
    });
  }
});
