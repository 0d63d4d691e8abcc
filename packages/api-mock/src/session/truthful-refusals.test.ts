import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "./start-mock.ts";

const vendor = "application/vnd.np6.cm.workflow-v4";
const receiver = { type: "id", value: "000A1B2C" };

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

function execute(body: string, path = "42/execution"): Promise<Response> {
  const headers = { "x-key": "any-key", "content-type": vendor, accept: vendor };
  return fetch(`${mock.url}/scripting/workflows/${path}`, { method: "POST", headers, body });
}

async function messageOf(response: Response): Promise<string> {
  return ((await response.json()) as { message: string }).message;
}

test.each([
  ["variables", { receiver, variables: "x" }, "variables must be array"],
  ["a field in a list", { receiver, variables: [1] }, "variables.0 must be object"],
  ["a field of the meant variant", { receiver: { type: "id", value: 7 } }, "receiver.value must be string"],
  [
    "a field of another variant",
    { receiver: { type: "unicity", value: "a" } },
    "receiver.value must be array",
  ],
  ["a field inside a field", { receiver, stamp: { time: "now" } }, "stamp.time must be integer"],
  ["a type that is none", { receiver: { type: 7 } }, "receiver.type must be string"],
  ["what is no variant at all", { receiver: 7 }, "receiver must be object"],
  ["all at once", 7, "Request body must be object"],
])("the 400 names %s", async (_, body, reason) => {
  const response = await execute(JSON.stringify(body));
  expect(response.status).toBe(400);
  expect(await messageOf(response)).toContain(reason);
  expect(mock.requests.at(-1)?.violations[0]).toContain(reason);
  expect(response.headers.get("sl-violations")).toContain(reason);
});

test("the 400 of a batch names the item", async () => {
  const response = await execute(JSON.stringify([{ receiver }, { receiver, event: [] }]), "42/executions");
  expect(await messageOf(response)).toContain("1.event must be object");
});

test("the 400 names a path parameter, and text that is no JSON", async () => {
  expect(await messageOf(await execute(JSON.stringify({ receiver }), "abc/execution"))).toContain(
    "id must be integer",
  );
  expect(await messageOf(await execute("{"))).toContain("Request body must be JSON");
});

test("a refusal that was asked for is the document's own", async () => {
  const session = await mock.session({ scenarios: ["bad-request"] });
  const client = session.client({ retry: false });
  const failure = await client
    .executeWorkflow({ path: { id: 42 }, body: { receiver: { type: "id", value: "000A1B2C" } } })
    .catch((error) => error);
  expect(failure.body.message).toBe("receiver.value must be a string.");
});

test("every answer has a request id of its own, and the log has it too", async () => {
  const bodies = [JSON.stringify({ receiver }), "{", "7", JSON.stringify({ receiver })];
  const ids: (string | null)[] = [];
  for (const body of bodies) ids.push((await execute(body)).headers.get("x-request-id"));
  ids.push((await execute("{}", "42/execution?a=%zz")).headers.get("x-request-id"));
  expect(new Set(ids).size).toBe(5);
  expect(mock.requests.slice(-5).map(({ requestId }) => requestId)).toEqual(ids);
});

test("of a large batch that is wrong throughout, the first item is told, and not each", async () => {
  const wrong = Array.from({ length: 5000 }, (_, index) => ({
    receiver: { type: "id", value: index },
    variables: {},
  }));
  const response = await execute(JSON.stringify(wrong), "42/executions");
  expect(response.status).toBe(400);
  expect(await messageOf(response)).toContain("0.");
  expect(mock.requests.at(-1)?.violations).toHaveLength(1);
});

test("a batch of 10 MB is answered, with a result for each item", async () => {
  const items = Array.from({ length: 100_000 }, () => ({ receiver, event: { text: "x".repeat(40) } }));
  const body = JSON.stringify(items);
  expect(body.length).toBeGreaterThan(10_000_000);
  const response = await execute(body, "42/executions");
  expect(response.status).toBe(200);
  expect(await response.json()).toHaveLength(100_000);
});
