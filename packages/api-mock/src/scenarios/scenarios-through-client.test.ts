import { isNp6Error, type Np6Failure } from "@np6/api-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readBundledDocument } from "../api/read-bundled-document.ts";
import { readSpecification } from "../api/read-specification.ts";
import { type Mock, type Session, startMock } from "../session/start-mock.ts";
import { listScenarios } from "./list-scenarios.ts";

// Tests each scenario as a consumer observes it, with the real client.

const document = await readBundledDocument();
const definitions = listScenarios(readSpecification(document));

let mock: Mock;
let session: Session;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());
beforeEach(async () => {
  session = await mock.session();
});
afterEach(() => session.close());

const receiver = (value: string) => ({ receiver: { type: "id" as const, value } });
const execute = (options: object = {}) =>
  session
    .client({ retry: false })
    .executeWorkflow({ path: { id: 42 }, body: receiver("000QK3LV"), ...options });
const duplicate = () => session.client({ retry: false }).duplicateWorkflow({ path: { id: 42 } });

async function failureOf(call: Promise<unknown>): Promise<Np6Failure> {
  const failure = await call.then(
    () => new Error("the call succeeded"),
    (error: unknown) => error,
  );
  if (!isNp6Error(failure)) throw failure;
  return failure;
}

/** The failure of each scenario; "below" marks those with a separate test. */
const failures: Readonly<Record<string, object | "below">> = {
  "bad-request": { kind: "http", status: 400, outcomeUnknown: false },
  "bad-request-empty": { kind: "http", status: 400, body: undefined, outcomeUnknown: false },
  unauthorized: { kind: "http", status: 401, outcomeUnknown: false },
  "unauthorized-empty": { kind: "http", status: 401, body: undefined, outcomeUnknown: false },
  forbidden: { kind: "http", status: 403, outcomeUnknown: false },
  "forbidden-empty": { kind: "http", status: 403, body: undefined, outcomeUnknown: false },
  "not-found": { kind: "http", status: 404, outcomeUnknown: false },
  "not-found-empty": { kind: "http", status: 404, body: undefined, outcomeUnknown: false },
  conflict: { kind: "http", status: 409, outcomeUnknown: false },
  "conflict-empty": { kind: "http", status: 409, body: undefined, outcomeUnknown: false },
  "unsupported-media-type": { kind: "http", status: 415, outcomeUnknown: false },
  "unsupported-media-type-empty": { kind: "http", status: 415, body: undefined, outcomeUnknown: false },
  "too-many-requests": { kind: "rate-limited", status: 429, outcomeUnknown: false },
  "too-many-requests-empty": { kind: "rate-limited", status: 429, body: undefined, outcomeUnknown: false },
  "internal-server-error": { kind: "http", status: 500, outcomeUnknown: true },
  "internal-server-error-empty": { kind: "http", status: 500, body: undefined, outcomeUnknown: true },
  "reset-before": { kind: "connection", outcomeUnknown: true },
  "reset-after": { kind: "connection", outcomeUnknown: true },
  "gateway-page-200": { kind: "unexpected-response", status: 200, outcomeUnknown: true },
  "gateway-page-502": { kind: "http", status: 502, outcomeUnknown: true },
  "wrong-version": { kind: "unexpected-response", status: 200, outcomeUnknown: true },
  "rate-limit": "below",
  "key-rotated": "below",
  "partial-failure": "below",
  "batch-too-large": "below",
  poison: "below",
  "short-answer": "below",
  latency: "below",
  "slow-body": "below",
};
const unknownVariants = definitions.map(({ name }) => name).filter((name) => name.startsWith("unknown-"));

test("every scenario has its test here", () => {
  expect(definitions.map(({ name }) => name).sort()).toEqual(
    [...Object.keys(failures), ...unknownVariants].sort(),
  );
});

test("the same call without a scenario succeeds, so the failures below are the scenarios'", async () => {
  expect(await execute()).toMatchObject({ type: "success" });
  expect(session.requests).toMatchObject([{ valid: true, status: 200, scenarios: [] }]);
});

const tabled = Object.entries(failures).flatMap(([name, failure]) =>
  failure === "below" ? [] : [{ name, failure }],
);
describe.each(tabled)("$name", ({ name, failure }) => {
  test("is the typed failure that a consumer sees", async () => {
    session.scenario(name, { times: 1 });
    expect(await failureOf(execute())).toMatchObject(failure);
    expect(session.requests).toMatchObject([
      { operationId: "executeWorkflow", valid: true, scenarios: [name] },
    ]);
    expect(await execute()).toMatchObject({ type: "success" });
  });
});

test("rate-limit counts down, then refuses with a Retry-After that the client obeys", async () => {
  session.scenario("rate-limit", { limit: 2, retryAfter: 1 });
  const np6 = session.client({ retry: false });
  const call = () => np6.POST("/scripting/workflows/{id}/duplication", { params: { path: { id: 42 } } });
  const answers = [await call(), await call(), await call()];
  expect(answers.map(({ rateLimit }) => rateLimit?.remaining)).toEqual(["1", "0", "0"]);
  expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 429]);
  expect(answers[2]?.error).toMatchObject({
    kind: "rate-limited",
    retryAfterMs: 1000,
    rateLimit: { limit: "2" },
  });
  await session.client().duplicateWorkflow({ path: { id: 42 } });
  expect(session.requests.map(({ status }) => status)).toEqual([200, 200, 429, 429, 200]);
});

test("key-rotated refuses the old key for good, and accepts the new one", async () => {
  session.scenario("key-rotated");
  const keys = ["the-old-key", "the-old-key", "the-new-key"];
  const np6 = session.client({ apiKey: () => keys.shift() ?? "" });
  const call = () => np6.duplicateWorkflow({ path: { id: 42 } });
  expect(await failureOf(call())).toMatchObject({ kind: "http", status: 401 });
  expect(await failureOf(call())).toMatchObject({ kind: "http", status: 401 });
  await expect(call()).resolves.toBeTypeOf("object");
  expect(JSON.stringify(session.requests)).not.toMatch(/the-(old|new)-key/);
});

test("partial-failure is a success in which the last item failed, in the items' order", async () => {
  session.scenario("partial-failure", { failures: 1 });
  const body = ["000A", "000B", "000C"].map(receiver);
  const results = await session.client().executeWorkflowBatch({ path: { id: 42 }, body });
  expect(results.map(({ type }) => type)).toEqual(["success", "success", "error"]);
  expect(JSON.stringify(results[2])).toContain("000C");
});

test("without it a batch has as many results as items", async () => {
  for (const count of [1, 3, 7]) {
    const body = Array.from({ length: count }, (_, index) => receiver(`000${index}`));
    expect(await session.client().executeWorkflowBatch({ path: { id: 42 }, body })).toHaveLength(count);
  }
});

test("latency ends in the client's timeout, and the call may have run", async () => {
  session.scenario("latency", { milliseconds: 60_000, jitter: 10 });
  expect(await failureOf(execute({ attemptTimeoutMs: 200 }))).toMatchObject({
    kind: "timeout",
    limit: "attemptTimeoutMs",
    outcomeUnknown: true,
  });
});

test("slow-body ends in the client's timeout after the head came", async () => {
  session.scenario("slow-body", { pieces: 5, milliseconds: 60_000 });
  expect(await failureOf(execute({ attemptTimeoutMs: 500 }))).toMatchObject({
    kind: "timeout",
    status: 200,
    outcomeUnknown: true,
  });
});

test("a body that is slow but comes is a success", async () => {
  session.scenario("slow-body", { pieces: 3, milliseconds: 1 });
  session.scenario("latency", { milliseconds: 1, jitter: 1 });
  expect(await execute()).toMatchObject({ type: "success" });
});

test.each(unknownVariants)("%s reaches the consumer as a value that the types leave open", async (name) => {
  session.scenario(name);
  const [operationId] = definitions.find((definition) => definition.name === name)?.operationIds ?? [];
  expect(operationId).toBeDefined();
  const answer = await (operationId?.startsWith("execute") ? execute() : duplicate());
  expect(JSON.stringify(answer)).toContain("unknown-to-this-document");
});

describe("a scenario in the request's header", () => {
  test("is played on that request only", async () => {
    const headers = { "X-NP6-Mock-Scenario": "not-found" };
    expect(await failureOf(execute({ headers }))).toMatchObject({ status: 404 });
    expect(await execute()).toMatchObject({ type: "success" });
  });

  test("that there is not is refused with what there is", async () => {
    const headers = { "X-NP6-Mock-Scenario": "nowhere" };
    expect(await failureOf(execute({ headers }))).toMatchObject({ kind: "http", status: 400 });
    expect(session.requests.at(-1)?.violations).toEqual([
      expect.stringMatching(
        /^Header x-np6-mock-scenario: there is no scenario "nowhere"\. There are: bad-request, /,
      ),
    ]);
  });
});

test("two sessions on one mock, at the same time, see neither each other's scenario nor requests", async () => {
  const other = await mock.session({ scenarios: ["not-found"] });
  session.scenario("conflict");
  const call = (from: Session) => failureOf(from.client().duplicateWorkflow({ path: { id: 42 } }));
  const calls = Array.from({ length: 10 }, () => [call(session), call(other)]);
  const statuses = (await Promise.all(calls.flat())).map((failure) => "status" in failure && failure.status);
  expect(statuses).toEqual(calls.flatMap(() => [409, 404]));
  expect(session.requests.map(({ status }) => status)).toEqual(calls.map(() => 409));
  expect(other.requests.map(({ status }) => status)).toEqual(calls.map(() => 404));
  expect(mock.requests).toEqual([]);
  await other.close();
});

test("a reset ends the scenarios and empties the log", async () => {
  session.scenario("conflict");
  await failureOf(execute());
  session.reset();
  expect([session.requests, session.requestCount, session.scenarios]).toEqual([[], 0, []]);
  expect(await execute()).toMatchObject({ type: "success" });
});
