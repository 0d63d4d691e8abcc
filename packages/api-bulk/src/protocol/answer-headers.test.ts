import { DatabaseSync } from "node:sqlite";
import { type Mock, startMock } from "@np6/api-mock";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openJournal } from "../journal/open-journal.ts";
import { planJob } from "../planning/plan-job.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import { executeWorkflowBatch } from "./bulk-operation.ts";
import { executionId } from "./execution-id.ts";
import { runJob } from "./run-job.ts";
import { sendBatch } from "./send-batch.ts";

// Tests the use of the API's response headers beside the results.

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const batch = { id: 1, first: 1, last: 1, attempt: 1, items: [{ receiver: { type: "id", value: "A" } }] };

test("the last call that the account has is noticed, also by a refusal, and its request is known", async () => {
  mock.scenario("rate-limit", { limit: 2, retryAfter: 600 });
  const options = { retry: false, attemptTimeoutMs: 10_000, deadlineMs: 10_000 } as const;
  const signal = new AbortController().signal;
  const send = () =>
    sendBatch(
      executeWorkflowBatch(mock.client()),
      { workflowId: 42 },
      batch,
      { ...options, signal },
      {
        splitRefused: false,
        keepResults: false,
      },
    );
  const sent = [await send(), await send(), await send()];
  expect(sent.map(({ meaning, isExhausted }) => [meaning, isExhausted])).toEqual([
    ["good", false],
    ["good", true],
    ["held", true],
  ]);
  expect(sent[0]?.end.requestId).toEqual(expect.any(String));
  expect(sent[0]?.settlement).not.toHaveProperty("results");
});

test("results are kept when that is asked for, and executions get ids that stay", async () => {
  const journal = await openJournal(temporaryJournal());
  const receiver = (value: string) => ({ type: "id", value }) as const;
  const executions = [{ receiver: receiver("A") }, { receiver: receiver("B"), id: "mine" }];
  await planJob(journal, { workflowId: 42, executions, executionIds: true });
  await runJob(journal, { np6: mock.client(), keepResults: true, canary: false });
  const id = executionId((await journal.job())?.id ?? "", 1);
  expect(mock.requests.map(({ body }) => body)).toEqual([
    [
      { id, receiver: receiver("A") },
      { id: "mine", receiver: receiver("B") },
    ],
  ]);
  for await (const { result } of journal.items()) expect(result).toMatchObject({ type: "success" });
  await journal.purge();
  expect((await journal.job())?.purgedAt).toBeGreaterThan(0);
  await journal.close();
  const database = new DatabaseSync(journal.name);
  expect(database.prepare("SELECT count(*) AS results FROM result").get()).toEqual({ results: 0 });
  database.close();
});

test("an execution's id is the UUID of version 5 that others make", () => {
  // RFC 9562, appendix A.4: the namespace of DNS names.
  expect(executionId("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com" as never)).toBe(
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
});
