import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "./start-mock.ts";

const workflow = "application/vnd.np6.cm.workflow-v4";
let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

function post(path: string, body?: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${mock.url}/scripting/workflows/4127/${path}`, {
    method: "POST",
    headers: { "X-Key": "any-key", ...headers },
    ...(body === undefined ? {} : { body }),
  });
}
const execution = '{"receiver":{"type":"id","value":"000QK3LV"}}';

test("it listens on a free port of 127.0.0.1", () => {
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("a workflow is duplicated", async () => {
  const response = await post("duplication", undefined, { Accept: "application/json" });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  expect(response.headers.get("sl-violations")).toBeNull();
  expect(await response.json()).toMatchObject({ id: expect.any(Number) });
});

test.each([
  ["execution", execution, { type: "success", flow: expect.any(Object) }],
  [
    "executions",
    `[${execution},${execution}]`,
    expect.arrayContaining([{ type: "success", flow: expect.any(Object) }]),
  ],
])("an %s is answered in the vendor's media type, byte for byte", async (path, body, expected) => {
  const response = await post(path, body, { "Content-Type": workflow, Accept: workflow });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, workflow]);
  expect(response.headers.get("sl-violations")).toBeNull();
  expect(await response.json()).toEqual(expected);
});

test("application/json is refused with 415, a batch where one is expected with 400, a missing key with 401", async () => {
  expect((await post("execution", execution, { "Content-Type": "application/json" })).status).toBe(415);
  expect((await post("execution", `[${execution}]`, { "Content-Type": workflow })).status).toBe(400);
  const withoutKey = { method: "POST", headers: { "Content-Type": workflow }, body: execution };
  expect((await fetch(`${mock.url}/scripting/workflows/4127/execution`, withoutKey)).status).toBe(401);
});

test("what Prism cannot read in its own log does not end it", async () => {
  // `jsonrepair` reads this as several values. Found by checks/contract/src/bodies/bodies.properties.test.ts.
  const body = JSON.stringify({ data: { "": [{ "": ["/["] }], g: { "": [{ "/": {} }, { "": {} }] } } });
  for (let round = 0; round < 2; round += 1) {
    expect((await post("execution", body, { "Content-Type": workflow, Accept: workflow })).status).toBe(200);
  }
});

test("a conflict comes without a body, as the vendor's server sends it", async () => {
  const response = await post("execution", execution, {
    "Content-Type": workflow,
    Prefer: "code=409, body=empty",
  });
  expect(response.status).toBe(409);
  expect(await response.text()).toBe("");
});

test("two at once have their own addresses, and the end of one does not touch the other", async () => {
  const other = await startMock();
  expect(other.url).not.toBe(mock.url);
  await other.close();
  await expect(fetch(other.url)).rejects.toThrow();
  expect((await post("duplication")).status).toBe(200);
});

test("close may be called twice, and cuts connections that are kept alive", async () => {
  const other = await startMock();
  await (await fetch(`${other.url}/nowhere`)).text();
  await Promise.all([other.close(), other.close()]);
  await other.close();
});

test("a port in use is refused with a way out", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await expect(startMock({ port: address.port })).rejects.toThrow(
    `127.0.0.1 port ${address.port} is in use. Choose another port, or 0`,
  );
  server.close();
  await once(server, "close");
});

test.each([-1, 65536, 1.5, Number.NaN])("port %d is refused", async (port) => {
  await expect(startMock({ port })).rejects.toThrow(`port ${port} is not a port`);
});

test("an address that this machine does not have is refused with a way out", async () => {
  await expect(startMock({ host: "192.0.2.1" })).rejects.toThrow("is not an address of this machine");
});

test("another address of this machine can be asked for", async () => {
  const everywhere = await startMock({ host: "0.0.0.0" });
  try {
    expect(everywhere.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect((await fetch(`${everywhere.url}/nowhere`)).status).toBe(404);
  } finally {
    await everywhere.close();
  }
});
