import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "@np6/api-client";

// node:test cannot fake `performance.now`, the client's clock. So the test uses short limits instead.

const body = { receiver: { type: "id", value: "000A1B2C" } };
const path = { id: 42 };
const headers = { "content-type": "application/vnd.np6.cm.workflow-v4" };

test("a rate limit without a time is waited for a quarter of a second", async () => {
  const answers = [new Response(null, { status: 429 }), new Response('{"type":"success"}', { headers })];
  const np6 = createClient({
    apiKey: "k",
    baseUrl: "http://127.0.0.1:1",
    fetch: async () => answers.shift(),
  });
  assert.equal((await np6.executeWorkflow({ path, body })).type, "success");
});

test("an answer that never comes is a timeout after the limit", async () => {
  const fetch = () => new Promise(() => {});
  const np6 = createClient({ apiKey: "k", baseUrl: "http://127.0.0.1:1", fetch, attemptTimeoutMs: 20 });
  await assert.rejects(np6.executeWorkflow({ path, body }), { kind: "timeout", next: "check" });
});
