import { expect, test } from "vitest";
import { executeWorkflowBatch } from "./bulk-operation.ts";

const { read, name } = executeWorkflowBatch({ POST: () => Promise.reject(new Error("not called")) } as never);

test.each([
  [{ type: "success", value: {} }, { state: "done" }],
  [
    { type: "error", value: { type: "receiverNotFound" } },
    { state: "failed", reason: "receiverNotFound" },
  ],
  [
    { type: "error", value: null },
    { state: "failed", reason: "the API returned an error for this receiver" },
  ],
  [{ type: "error" }, { state: "failed", reason: "the API returned an error for this receiver" }],
  [{ type: "queued" }, { state: "unknown", reason: 'a result of the unknown type "queued"' }],
  [{}, { state: "unknown", reason: "a result of the unknown type undefined" }],
])("a result %j is %j", (result, verdict) => {
  expect(read(result)).toEqual(verdict);
});

test("the operation has the name by which jobs are planned", () => {
  expect(name).toBe("executeWorkflowBatch");
});

test("a batch goes to the workflow that was planned, with its executions and the options of the call", async () => {
  const calls: unknown[] = [];
  let answer: object = { data: ["done"], requestId: "r1", rateLimit: { remaining: "3" } };
  const POST = async (...call: unknown[]) => {
    calls.push(call);
    return answer;
  };
  const { send } = executeWorkflowBatch({ POST } as never);
  const options = { retry: false, attemptTimeoutMs: 1, deadlineMs: 2, signal: AbortSignal.abort() } as const;
  expect(await send({ workflowId: 42 }, ["a", "b"], options)).toEqual({
    results: ["done"],
    requestId: "r1",
    rateLimit: { remaining: "3" },
  });
  expect(calls).toEqual([
    ["/scripting/workflows/{id}/executions", { params: { path: { id: 42 } }, body: ["a", "b"], ...options }],
  ]);
  answer = { error: new Error("the client's") };
  await expect(send({ workflowId: 42 }, ["a"], options)).rejects.toThrow("the client's");
});

test("a result that is nothing is of an unknown type", () => {
  expect(read(null)).toMatchObject({ state: "unknown" });
});
