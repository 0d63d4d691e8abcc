import { createClient, isNp6Error, type Np6Failure } from "@np6/api-client";
import { cutAnswer, type Fault, respond, startFaultServer } from "@np6/fault-server";
import { expect, onTestFinished, test } from "vitest";
import { fakeFailure } from "./fake-failure.ts";

const vendorType = "application/vnd.np6.cm.workflow-v4";
const body = { receiver: { type: "id", value: "a" } } as const;

/** Returns the real client's failure for a fault of the server. */
async function real(fault: Fault, more: object = {}, call: object = {}): Promise<Np6Failure> {
  const server = await startFaultServer();
  onTestFinished(() => server.close());
  server.script([fault]);
  const np6 = createClient({ apiKey: "k", baseUrl: server.url, retry: false, ...more });
  const failure: unknown = await np6
    .executeWorkflow({ path: { id: 1 }, body, ...call })
    .catch((error: unknown) => error);
  if (!isNp6Error(failure)) throw failure;
  return failure;
}

const json = (status: number, text: string) =>
  respond({ status, headers: [["Content-Type", vendorType]], body: text });
const silence = cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "hang");
const reset = cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "reset");

/** Fields that must be equal; they do not depend on the server or the clock. */
const compared = [
  "name",
  "kind",
  "operationId",
  "method",
  "path",
  "attempts",
  "status",
  "outcomeUnknown",
  "next",
] as const;

test.each<[string, () => Promise<Np6Failure>, Np6Failure]>([
  ["a refusal", () => real(json(400, "{}")), fakeFailure("http")],
  ["a refusal with status 500", () => real(json(500, "{}")), fakeFailure("http", { status: 500 })],
  ["a refusal for the key", () => real(json(401, "")), fakeFailure("http", { status: 401 })],
  ["too many calls", () => real(json(429, "")), fakeFailure("rate-limited")],
  [
    "a redirect",
    () => real(respond({ status: 302, headers: [["Location", "/elsewhere"]], body: "" })),
    fakeFailure("redirect"),
  ],
  ["no JSON", () => real(json(200, "<html>")), fakeFailure("unexpected-response")],
  ["a timeout", () => real(silence, { attemptTimeoutMs: 50 }), fakeFailure("timeout")],
  ["a deadline", () => real(silence, { deadlineMs: 50 }), fakeFailure("timeout", { limit: "deadlineMs" })],
  ["an abort", () => real(silence, {}, { signal: AbortSignal.timeout(50) }), fakeFailure("aborted")],
  ["a reset", () => real(reset), fakeFailure("connection")],
  [
    "a refused connection",
    async () => {
      const gone = await startFaultServer();
      await gone.close();
      return real(reset, { baseUrl: gone.url });
    },
    fakeFailure("connection", { neverSent: true }),
  ],
  [
    "a key that cannot be had",
    () => real(reset, { apiKey: () => Promise.reject(new Error("down")) }),
    fakeFailure("key-unavailable"),
  ],
  ["a call that is not right", () => real(reset, {}, { path: { id: "x y" } }), fakeFailure("configuration")],
])("%s is made up as the client makes it", async (_, call, fake) => {
  const failure = await call();
  const facts = (of: Np6Failure) => Object.fromEntries(compared.map((field) => [field, of[field]]));
  expect(facts(fake)).toEqual(facts(failure));
  expect(Object.keys(fake.toJSON())).toEqual(Object.keys(failure.toJSON()));
  expect(fake).toBeInstanceOf(failure.constructor);
});

test("a failure that cannot be is refused", () => {
  expect(() => fakeFailure("timeout", { status: 500 })).toThrow(
    '"timeout" has no `status`; these have: http',
  );
  expect(() => fakeFailure("http", { status: 429 })).toThrow('"rate-limited"');
  expect(() => fakeFailure("tiemout" as never)).toThrow('no kind "tiemout"');
});

test("another operation's failure says what is true of it", () => {
  const failure = fakeFailure("connection", { operation: "getWorkflowNodes" });
  expect(failure).toMatchObject({ method: "GET", outcomeUnknown: false, next: "retry" });
});
