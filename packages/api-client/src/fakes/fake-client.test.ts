import type { ExecuteWorkflowInput, ExecuteWorkflowResult } from "@np6/api-client";
import { expect, test } from "vitest";
import { createFakeClient } from "./fake-client.ts";
import { fakeFailure } from "./fake-failure.ts";

const input = { path: { id: 42 }, body: { receiver: { type: "id", value: "a" } } } as const;

test("answers what it was given, and notes the calls", async () => {
  const np6 = createFakeClient({ executeWorkflow: { type: "success" } });
  const port: { executeWorkflow(input: ExecuteWorkflowInput): Promise<ExecuteWorkflowResult> } = np6;
  expect(await port.executeWorkflow(input)).toEqual({ type: "success" });
  expect(np6.calls).toEqual([{ operationId: "executeWorkflow", input }]);
  expect((await np6.executeWorkflow(input).withResponse()).requestId).toBe("fake-request");
});

test("answers by the input, and throws failures", async () => {
  const failure = fakeFailure("timeout");
  const np6 = createFakeClient({
    executeWorkflow: ({ path }) => {
      if (path.id === 1) throw failure;
      return { type: "success" };
    },
  });
  expect(await np6.executeWorkflow(input)).toEqual({ type: "success" });
  await expect(np6.executeWorkflow({ ...input, path: { id: 1 } })).rejects.toBe(failure);
  await expect(np6.executeWorkflow({ ...input, path: { id: 1 } }).withResponse()).rejects.toBe(failure);
});

test("refuses what the real client refuses, and does not note it", async () => {
  const np6 = createFakeClient({ executeWorkflow: { type: "success" } });
  const wrong = np6.executeWorkflow({ ...input, path: { id: 0.5 } });
  await expect(wrong).rejects.toMatchObject({ kind: "configuration" });
  expect(np6.calls).toEqual([]);
});

test("says which answer is missing, and which operation is none", async () => {
  await expect(createFakeClient().duplicateWorkflow({ path: { id: 1 } })).rejects.toThrow(
    "no answer for `duplicateWorkflow`",
  );
  expect(() => createFakeClient({ executeWorkflw: {} } as never)).toThrow("no operation `executeWorkflw`");
});

test("ends like a client", async () => {
  expect(await createFakeClient().close()).toEqual({ finished: 0, notSent: 0, unknown: 0 });
});
