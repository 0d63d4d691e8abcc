import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "@np6/api-client";
import { createService } from "./service.js";

// Against the mock at NP6_BASE_URL: `npx np6-mock` shows its address. Without one the client refuses, as it would in production.
const options = { apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL };
const url = "/workflows/42/receivers/000A1B2C";

test("a workflow is executed", async () => {
  const response = await createService(createClient(options)).inject({ method: "POST", url });
  assert.equal(response.statusCode, 200, response.body);
  assert.deepEqual(response.json(), { result: "success" });
});

test("a refusal by rate limit is passed on as one", async () => {
  const fetch = () => Promise.resolve(new Response(null, { status: 429 }));
  const np6 = createClient({ ...options, fetch, retry: false });
  const response = await createService(np6).inject({ method: "POST", url });
  assert.equal(response.statusCode, 429, response.body);
});
