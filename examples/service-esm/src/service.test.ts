import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { createClient } from "@np6/api-client";
import { createService } from "./service.js";

// Needs the mock at NP6_BASE_URL (`npx np6-mock` prints it). Without it, the client refuses every call.
const options = { apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL };

async function callService(np6: ReturnType<typeof createClient>) {
  const service = createService(np6, 42).listen(0, "127.0.0.1");
  await once(service, "listening");
  try {
    const { port } = service.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/welcome/000A1B2C`, { method: "POST" });
    return { status: response.status, body: await response.json() };
  } finally {
    service.close();
  }
}

test("a customer is welcomed", async () => {
  assert.deepEqual(await callService(createClient(options)), { status: 200, body: { result: "success" } });
});

test("a connection that breaks is not answered as if nothing happened", async () => {
  const np6 = createClient({ ...options, fetch: () => Promise.reject(new TypeError("fetch failed")) });
  const answer = await callService(np6);
  assert.equal(answer.status, 502);
  assert.deepEqual(answer.body, { kind: "connection", next: "check" });
});
