import { createClient } from "@np6/api-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const body = { receiver: { type: "id", value: "000A1B2C" } };
const path = { id: 42 };
const headers = { "content-type": "application/vnd.np6.cm.workflow-v4" };

test("half a minute of a rate limit passes at once", async () => {
  const answers = [
    new Response(null, { status: 429, headers: { "retry-after": "30" } }),
    new Response('{"type":"success"}', { headers }),
  ];
  const np6 = createClient({
    apiKey: "k",
    baseUrl: "http://127.0.0.1:1",
    fetch: async () => answers.shift(),
  });
  const call = np6.executeWorkflow({ path, body });
  await vi.advanceTimersByTimeAsync(29_000);
  expect(answers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await call).type).toBe("success");
});

test("an answer that never comes is a timeout after 30 seconds", async () => {
  const np6 = createClient({
    apiKey: "k",
    baseUrl: "http://127.0.0.1:1",
    fetch: () => new Promise(() => {}),
  });
  const call = np6.executeWorkflow({ path, body });
  const told = expect(call).rejects.toMatchObject({ kind: "timeout", next: "check" });
  await vi.advanceTimersByTimeAsync(31_000);
  await told;
});
