import { isNp6Error } from "@np6/api-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Mock, startMock } from "./start-mock.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const path = { id: 42 };
const execution = (value: string) => ({ receiver: { type: "id" as const, value } });
const execute = (value: string, id = 42) =>
  mock.client({ retry: false }).executeWorkflow({ path: { id }, body: execution(value) });
const statusOf = (call: Promise<unknown>) =>
  call.then(
    () => 200,
    (error: unknown) => (isNp6Error(error) ? error.status : error),
  );

test("an answer is given to the requests that it fits, and to no others", async () => {
  const failing = mock.answer({
    operation: "executeWorkflow",
    when: { path: { id: 42 }, body: { receiver: { value: "BAD" } } },
    body: { type: "error", error: { message: "recipient not found" } },
  });
  expect(await execute("BAD")).toMatchObject({ type: "error" });
  expect(await execute("GOOD")).toMatchObject({ type: "success" });
  expect(await execute("BAD", 7)).toMatchObject({ type: "success" });
  expect(failing.used).toBe(1);
  expect(mock.requests.map(({ valid, status }) => [valid, status])).toEqual(Array(3).fill([true, 200]));
  failing.end();
  expect(await execute("BAD")).toMatchObject({ type: "success" });
});

test("a refusal has the document's headers and body, or one's own", async () => {
  mock.answer({ operation: "executeWorkflow", status: 404 });
  mock.answer({ operation: "executeWorkflow", status: 429, headers: { "Retry-After": "7" }, times: 1 });
  const call = (await execute("A").catch((error: unknown) => error)) as { retryAfterMs: number };
  expect(call).toMatchObject({ status: 429, retryAfterMs: 7_000, rateLimit: { limit: expect.any(String) } });
  expect(await execute("A").catch((error: unknown) => error)).toMatchObject({
    status: 404,
    requestId: mock.requests[1]?.requestId,
  });
  expect(mock.requests[1]?.requestId).toEqual(expect.any(String));
});

test("counted answers come first, in their order, and of the others the latest", async () => {
  for (const status of [400, 404]) mock.answer({ operation: "duplicateWorkflow", status });
  for (const status of [409, 403]) mock.answer({ operation: "duplicateWorkflow", status, times: 1 });
  const np6 = mock.client({ retry: false });
  const statuses: unknown[] = [];
  for (let call = 0; call < 4; call += 1) statuses.push(await statusOf(np6.duplicateWorkflow({ path })));
  expect(statuses).toEqual([409, 403, 404, 404]);
  mock.reset();
  expect(await statusOf(np6.duplicateWorkflow({ path }))).toBe(200);
});

test("one of two requests at once gets an answer that is there once", async () => {
  mock.answer({ operation: "executeWorkflow", status: 409, times: 1 });
  const statuses = await Promise.all([statusOf(execute("A")), statusOf(execute("B"))]);
  expect(statuses.toSorted()).toEqual([200, 409]);
});

test("who was executed follows from the answer", async () => {
  mock.answer({ operation: "executeWorkflowBatch", body: [{ type: "success" }, { type: "error" }] });
  mock.answer({ operation: "executeWorkflow", status: 500, when: { body: { receiver: { value: "C" } } } });
  await mock.client().executeWorkflowBatch({ path, body: [execution("A"), execution("B")] });
  await execute("C").catch(() => {});
  await execute("D");
  expect([...mock.executions].map(({ who }) => JSON.parse(who).value)).toEqual(["A", "D"]);
});

test("a body is fitted by a function, too", async () => {
  mock.answer({
    operation: "executeWorkflowBatch",
    when: { body: (body: unknown) => Array.isArray(body) && body.length > 1 },
    status: 400,
  });
  const np6 = mock.client({ retry: false });
  expect(await statusOf(np6.executeWorkflowBatch({ path, body: [execution("A")] }))).toBe(200);
  expect(await statusOf(np6.executeWorkflowBatch({ path, body: [execution("A"), execution("B")] }))).toBe(
    400,
  );
});

test("a wrong request, and one without a key, are refused as ever, and use nothing up", async () => {
  const own = mock.answer({ operation: "executeWorkflow", body: { type: "success" }, times: 1 });
  const wrong = { receiver: { type: "id", value: 7 } } as unknown as ReturnType<typeof execution>;
  expect(await statusOf(mock.client().executeWorkflow({ path, body: wrong }))).toBe(400);
  const type = "application/vnd.np6.cm.workflow-v4";
  const url = `${mock.url}/scripting/workflows/42/execution`;
  const headers = { "content-type": type, accept: type };
  const body = JSON.stringify(execution("A"));
  expect((await fetch(url, { method: "POST", headers, body })).status).toBe(401);
  expect(own.used).toBe(0);
});

test("a lost connection, and a wait, go together with an answer", async () => {
  mock.answer({ operation: "executeWorkflow", body: { type: "success" } });
  mock.scenario("reset-after", { times: 1 });
  expect(await execute("A").catch((error: unknown) => error)).toMatchObject({ kind: "connection" });
  expect(mock.executions.get({ type: "id", value: "A" })?.times).toBe(1);
});

describe("it is refused to give", () => {
  test.each([
    [
      "an answer to no operation",
      { operation: "executeWorkflw" },
      'has no operation "executeWorkflw". It has: createW',
    ],
    [
      "a status that the document has not",
      { operation: "getWorkflowNodes", status: 418 },
      "does not document 418|418 is not one of 200",
    ],
    [
      "a body that breaks the document",
      { operation: "executeWorkflow", body: { type: 7 } },
      "/type must be string",
    ],
    [
      "a type of the body that it has not",
      { operation: "executeWorkflow", body: {}, mediaType: "text/html" },
      "received text/html",
    ],
    [
      "what no path can have",
      { operation: "executeWorkflow", when: { path: { ID: 1 } } },
      'no path parameter "ID". It has: id',
    ],
    ["what no body can have", { operation: "duplicateWorkflow", when: { body: {} } }, "takes no body"],
    ["it no time", { operation: "executeWorkflow", times: 0 }, "times 0 is not valid"],
    [
      "a length of one's own",
      { operation: "executeWorkflow", headers: { "Content-Length": "1" } },
      "use mediaType",
    ],
  ])("%s", (_, answer, message) => {
    expect(() => mock.answer(answer)).toThrow(new RegExp(message));
  });

  test("unless it is to go out unchecked", async () => {
    const html = { body: "<html>", mediaType: "text/html", unchecked: true } as const;
    mock.answer({ operation: "executeWorkflow", status: 418, ...html, times: 1 });
    mock.answer({ operation: "executeWorkflow", ...html });
    expect(await execute("A").catch((error: unknown) => error)).toMatchObject({ kind: "http", status: 418 });
    expect(await execute("A").catch((error: unknown) => error)).toMatchObject({
      kind: "unexpected-response",
    });
  });
});

describe("a request that no answer fits", () => {
  test("is answered by the document, and says what was nearest", async () => {
    mock.answer({ operation: "duplicateWorkflow", status: 409 });
    mock.answer({
      operation: "executeWorkflow",
      when: { path: { id: 42 }, body: { receiver: { type: "id", value: "B" } } },
      status: 409,
    });
    expect(await execute("A")).toMatchObject({ type: "success" });
    expect(mock.requests[0]?.nearMiss).toBe(
      'No response of your own matches. The nearest is number 2, of executeWorkflow: body.receiver.value is "A", expected "B".',
    );
    expect(await statusOf(execute("B", 7))).toBe(200);
    expect(mock.requests[1]?.nearMiss).toContain('of executeWorkflow: path.id is "7", expected "42".');
    expect(await statusOf(execute("B"))).toBe(409);
    expect(mock.requests[2]).not.toHaveProperty("nearMiss");
  });

  test("because it was used up is told so", async () => {
    mock.answer({ operation: "executeWorkflow", status: 409, times: 1 });
    await execute("A").catch(() => {});
    await execute("A");
    expect(mock.requests[1]?.nearMiss).toContain("it was used 1 time, its limit");
  });

  test("is refused in a session that has no others", async () => {
    const session = await mock.session({ ownOnly: true });
    const np6 = session.client({ retry: false });
    const none = np6.executeWorkflow({ path, body: execution("A") });
    await expect(none).rejects.toMatchObject({
      status: 404,
      bodyExcerpt: expect.stringContaining("no responses of your own"),
    });
    session.answer({ operation: "executeWorkflow", when: { body: { receiver: { value: "B" } } } });
    await expect(np6.executeWorkflow({ path, body: execution("A") })).rejects.toMatchObject({
      bodyExcerpt: expect.stringContaining("body.receiver.value is"),
    });
    expect(await np6.executeWorkflow({ path, body: execution("B") })).toMatchObject({ type: "success" });
    await session.close();
  });
});
