import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "@np6/api-client";
import { createService } from "./service.js";

// Needs the mock at NP6_BASE_URL (`npx np6-mock` prints it). Without it, the client refuses every call.
const options = { apiKey: process.env.NP6_API_KEY, baseUrl: process.env.NP6_BASE_URL };
const url = "/workflows/42/receivers/000A1B2C";

test("a workflow is executed", async () => {
  const response = await createService(createClient(options)).inject({ method: "POST", url });
  assert.equal(response.statusCode, 200, response.body);
  assert.deepEqual(response.json(), { result: "success" });
});

const answers = [
  { api: 429, kind: "rate-limited", next: "retry", status: 429 },
  { api: 400, kind: "http", next: "fix-request", status: 422 },
  { api: 404, kind: "http", next: "fix-request", status: 422 },
  { api: 409, kind: "http", next: "fix-request", status: 422 },
  { api: 401, kind: "http", next: "fix-setup", status: 500 },
  { api: 307, kind: "redirect", next: "fix-setup", status: 500 },
  { api: 500, kind: "http", next: "check", status: 502 },
];

for (const { api, kind, next, status } of answers) {
  test(`a ${api} of the API is answered with ${status}: ${next}`, async () => {
    const fetch = () => Promise.resolve(new Response(null, { status: api }));
    const np6 = createClient({ ...options, fetch, retry: false });
    const response = await createService(np6).inject({ method: "POST", url });
    assert.equal(response.statusCode, status, response.body);
    assert.deepEqual(response.json(), { kind, next });
  });
}

test("what the client itself refuses is answered with 422", async () => {
  const np6 = createClient({ ...options, receivers: () => false });
  const response = await createService(np6).inject({ method: "POST", url });
  assert.equal(response.statusCode, 422, response.body);
  assert.deepEqual(response.json(), { kind: "configuration", next: "fix-request" });
});

test("a vault that is down is answered with 503", async () => {
  const apiKey = () => Promise.reject(new Error("the vault is down"));
  const response = await createService(createClient({ ...options, apiKey })).inject({ method: "POST", url });
  assert.equal(response.statusCode, 503, response.body);
});
