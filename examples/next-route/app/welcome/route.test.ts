import assert from "node:assert/strict";
import { test } from "node:test";
import { POST } from "./route.ts";

// Needs the mock at NP6_BASE_URL (`npx np6-mock` prints it). Without it, the client refuses every call.

const call = async (body: unknown) => {
  const request = new Request("http://localhost/welcome", { method: "POST", body: JSON.stringify(body) });
  const response = await POST(request);
  return { status: response.status, body: await response.json() };
};

test("a receiver is welcomed", async () => {
  assert.deepEqual(await call({ receiver: "000A1B2C" }), { status: 200, body: { result: "success" } });
});

for (const body of [{}, { receiver: 7 }, { receiver: "" }, null]) {
  test(`${JSON.stringify(body)} is answered with 422, and nothing is sent`, async () => {
    assert.deepEqual(await call(body), { status: 422, body: { next: "fix-request" } });
  });
}

const answers = [
  { api: 400, kind: "http", next: "fix-request", status: 422 },
  { api: 404, kind: "http", next: "fix-request", status: 422 },
  { api: 409, kind: "http", next: "fix-request", status: 422 },
  { api: 401, kind: "http", next: "fix-setup", status: 500 },
  { api: 500, kind: "http", next: "check", status: 502 },
  // This case is last, because afterwards the client holds back further calls.
  { api: 429, kind: "rate-limited", next: "retry", status: 429 },
];

for (const { api, kind, next, status } of answers) {
  test(`a ${api} of the API is answered with ${status}: ${next}`, async (t) => {
    // The client does not wait for a Retry-After that is this long.
    const headers = { "retry-after": "600" };
    t.mock.method(globalThis, "fetch", async () => new Response(null, { status: api, headers }));
    const retryAfterMs = 600_000;
    assert.deepEqual(await call({ receiver: "000A1B2C" }), { status, body: { kind, next, retryAfterMs } });
  });
}
