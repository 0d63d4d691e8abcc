import { test } from "@np6/api-mock/vitest";
import { describe, expect } from "vitest";
import { sendWelcome } from "../src/send-welcome.cjs";

// These tests run at the same time, each with its own mock.
describe.concurrent("sending a welcome", () => {
  test("goes to everybody", async ({ mock }) => {
    expect(await sendWelcome(mock.client(), 42, ["A", "B"])).toEqual({
      sent: ["A", "B"],
      failed: [],
      look: false,
    });
    expect(mock.requests).toMatchObject([
      {
        operationId: "executeWorkflowBatch",
        valid: true,
        body: [{ receiver: { value: "A" } }, { receiver: { value: "B" } }],
      },
    ]);
  });

  test("tells who could not be reached", async ({ mock }) => {
    mock.scenario("partial-failure");
    expect(await sendWelcome(mock.client(), 42, ["A", "B"])).toEqual({
      sent: ["A"],
      failed: ["B"],
      look: false,
    });
  });

  test("is not sent twice when the connection breaks", async ({ mock }) => {
    mock.scenario("reset-after");
    expect(await sendWelcome(mock.client(), 42, ["A"])).toEqual({ sent: [], failed: ["A"], look: true });
    expect(mock.requests).toHaveLength(1);
  });

  test("waits as long as it is told when there was too much", async ({ mock }) => {
    mock.scenario("rate-limit", { limit: 0, retryAfter: 1, times: 1 });
    expect(await sendWelcome(mock.client(), 42, ["A"])).toMatchObject({ sent: ["A"] });
    expect(mock.requests.map(({ status }) => status)).toEqual([429, 200]);
  });
});

const statefulTest = test.extend({ mockOptions: { stateful: true } });
statefulTest("a copy of the workflow can be executed, another one is not there", async ({ mock }) => {
  const np6 = mock.client();
  const { id } = await np6.duplicateWorkflow({ path: { id: 4127 } });
  expect(await sendWelcome(np6, id, ["A"])).toMatchObject({ sent: ["A"] });
  expect(await sendWelcome(np6, id + 1, ["A"])).toEqual({ sent: [], failed: ["A"], look: false });
});
