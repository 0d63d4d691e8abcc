import "reflect-metadata";
import assert from "node:assert/strict";
import { test } from "node:test";
import { Test } from "@nestjs/testing";
import { createFakeClient, fakeFailure } from "@np6/api-client/testing";
import { InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { AppModule } from "./app-module.js";
import { type ExecutesWorkflows, executesWorkflows } from "./executes-workflows.js";
import { startTracing } from "./tracing.js";

process.env.NP6_API_KEY ??= "any-key";
const url = "/workflows/42/receivers/000A1B2C";

/** Sends a request to the service. */
async function post(path: string, np6?: ExecutesWorkflows) {
  const building = Test.createTestingModule({ imports: [AppModule] });
  if (np6 !== undefined) building.overrideProvider(executesWorkflows).useValue(np6);
  const app = (await building.compile()).createNestApplication({ logger: false });
  try {
    await app.listen(0, "127.0.0.1");
    const response = await fetch(`${await app.getUrl()}${path}`, { method: "POST" });
    return { status: response.status, body: await response.json() };
  } finally {
    await app.close();
  }
}

const failures = [
  { failure: fakeFailure("rate-limited", { retryAfterMs: 2000 }), status: 429, next: "retry" },
  { failure: fakeFailure("connection", { neverSent: true }), status: 503, next: "retry" },
  { failure: fakeFailure("key-unavailable"), status: 503, next: "retry" },
  { failure: fakeFailure("http", { status: 400 }), status: 422, next: "fix-request" },
  { failure: fakeFailure("http", { status: 404 }), status: 422, next: "fix-request" },
  { failure: fakeFailure("http", { status: 409 }), status: 422, next: "fix-request" },
  { failure: fakeFailure("http", { status: 401 }), status: 500, next: "fix-setup" },
  { failure: fakeFailure("redirect"), status: 500, next: "fix-setup" },
  { failure: fakeFailure("http", { status: 500 }), status: 502, next: "check" },
  { failure: fakeFailure("timeout"), status: 502, next: "check" },
];

for (const { failure, status, next } of failures) {
  test(`${failure.kind} ${failure.status ?? ""} is answered with ${status}: ${next}`, async () => {
    const np6 = createFakeClient({ executeWorkflow: () => Promise.reject(failure) });
    const answer = await post(url, np6);
    assert.equal(answer.status, status);
    assert.equal(answer.body.next, next);
    assert.equal(answer.body.retryAfterMs, failure.retryAfterMs);
  });
}

test("a receiver is taken to the API as it came", async () => {
  const np6 = createFakeClient({ executeWorkflow: { type: "success" } });
  assert.deepEqual(await post(url, np6), { status: 200, body: { result: "success" } });
  const body = { receiver: { type: "id", value: "000A1B2C" } };
  assert.deepEqual(np6.calls, [{ operationId: "executeWorkflow", input: { path: { id: 42 }, body } }]);
});

test("what the client itself refuses is answered with 422, and what Nest refuses stays Nest's", async () => {
  const np6 = createFakeClient({ executeWorkflow: { type: "success" } });
  const tooLarge = await post("/workflows/3000000000/receivers/000A1B2C", np6);
  assert.deepEqual(tooLarge, { status: 422, body: { kind: "configuration", next: "fix-request" } });
  assert.equal((await post("/workflows/x/receivers/000A1B2C", np6)).status, 400);
  assert.equal((await post("/nothing", np6)).status, 404);
  assert.equal(np6.calls.length, 0);
});

// Needs the mock at NP6_BASE_URL (`npx np6-mock` prints it). Without it, the client refuses every call.
test("a call is a span, with its request below it", async () => {
  const spans = new InMemorySpanExporter();
  const tracing = startTracing(new SimpleSpanProcessor(spans));
  try {
    assert.deepEqual(await post(url), { status: 200, body: { result: "success" } });
    const names = spans.getFinishedSpans().map(({ name }) => name);
    assert.deepEqual(names, ["POST /scripting/workflows/{id}/execution", "executeWorkflow"]);
  } finally {
    await tracing.shutdown();
  }
});
