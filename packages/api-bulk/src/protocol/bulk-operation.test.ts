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
    { state: "failed", reason: "the API answered an error for this receiver" },
  ],
  [{ type: "error" }, { state: "failed", reason: "the API answered an error for this receiver" }],
  [{ type: "queued" }, { state: "unknown", reason: 'a result of the unknown type "queued"' }],
  [{}, { state: "unknown", reason: "a result of the unknown type undefined" }],
])("a result %j is %j", (result, verdict) => {
  expect(read(result)).toEqual(verdict);
});

test("the operation has the name by which jobs are planned", () => {
  expect(name).toBe("executeWorkflowBatch");
});
