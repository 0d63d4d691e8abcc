import { expect, test, vi } from "vitest";
import { createFaces } from "../faces/create-faces.ts";
import type { ClientOptions } from "../options/configuration.ts";
import type { ApiDescription } from "../table/api-description.ts";
import { exampleDefinition } from "../testing/example-client.test-support.ts";

type Call = (input?: object) => Promise<unknown>;

interface ByPath {
  readonly DELETE: (path: string, init: object) => Promise<unknown>;
  readonly POST: (path: string, init: object) => Promise<unknown>;
}

const gone = {
  method: "DELETE",
  path: "/old/{id}",
  pathParameters: { id: { type: "integer" } },
  responses: { "204": [] },
};
const api: ApiDescription = {
  securitySchemes: {},
  mediaTypes: { "application/json": "json" },
  operations: {
    removeOld: { ...gone, security: [], idempotent: true, deprecated: true, sunsets: { "": "2027-12-31" } },
    dropOld: { ...gone, path: "/older/{id}", security: [], idempotent: true, deprecated: true },
    addOrder: {
      method: "POST",
      path: "/orders",
      pathParameters: {},
      requestBody: { required: true, mediaTypes: ["application/json"] },
      responses: { "204": [] },
      security: [],
      idempotent: false,
      deprecatedInputs: [
        ["query", "page"],
        ["body", "coupon"],
        ["body", "lines", "[]", "note"],
      ],
      sunsets: { "body.lines[].note": "2027-06-30" },
    },
    removeNew: { ...gone, path: "/new/{id}", security: [], idempotent: true },
  },
};

/** Makes both faces of a client whose server answers 204 to everything. */
function clientWith(on: ClientOptions["on"]) {
  const fetch = () => Promise.resolve(new Response(null, { status: 204 }));
  const options = { apiKey: "k", baseUrl: "http://localhost", fetch, on };
  return createFaces<Record<string, Call>, ByPath>({ ...exampleDefinition, api }, options);
}

const path = { id: 1 };
const removeOld = {
  operationId: "removeOld",
  method: "DELETE",
  path: "/old/{id}",
  input: undefined,
  sunset: "2027-12-31",
};
const dropOld = { operationId: "dropOld", method: "DELETE", path: "/older/{id}", input: undefined };

test("the hook is told of a deprecated operation once, whichever way and how often it is called", async () => {
  const deprecated = vi.fn();
  const { byOperation, byPath } = clientWith({ deprecated });
  await byOperation.removeOld?.({ path });
  await byOperation.removeOld?.({ path });
  await byPath.DELETE("/old/{id}", { params: { path } });
  await byOperation.dropOld?.({ path });
  expect(deprecated.mock.calls).toEqual([[removeOld], [dropOld]]);
});

test("the hook is told once of each deprecated parameter and property that a call gives", async () => {
  const deprecated = vi.fn();
  const { byOperation, byPath } = clientWith({ deprecated });
  await byOperation.addOrder?.({ body: { lines: [{}, { amount: 1 }] }, query: {} });
  expect(deprecated).not.toHaveBeenCalled();
  await byOperation.addOrder?.({ body: { lines: [{}, { note: null }] }, query: { page: 0 } });
  await byPath.POST("/orders", { params: { query: { page: 1 } }, body: { coupon: "", lines: "none" } });
  const addOrder = { operationId: "addOrder", method: "POST", path: "/orders" };
  expect(deprecated.mock.calls).toEqual([
    [{ ...addOrder, input: "query.page" }],
    [{ ...addOrder, input: "body.lines[].note", sunset: "2027-06-30" }],
    [{ ...addOrder, input: "body.coupon" }],
  ]);
});

test("an operation that is not deprecated is not told", async () => {
  const deprecated = vi.fn();
  await clientWith({ deprecated }).byOperation.removeNew?.({ path });
  expect(deprecated).not.toHaveBeenCalled();
});

test("every client tells its own hook", async () => {
  const deprecated = vi.fn();
  await clientWith({ deprecated }).byOperation.removeOld?.({ path });
  await clientWith({ deprecated }).byOperation.removeOld?.({ path });
  expect(deprecated).toHaveBeenCalledTimes(2);
});

test("a call that is refused before sending uses nothing", async () => {
  const deprecated = vi.fn();
  await expect(clientWith({ deprecated }).byOperation.removeOld?.({ path: { id: "x" } })).rejects.toThrow(
    /id/,
  );
  expect(deprecated).not.toHaveBeenCalled();
});

test("the call goes through when the hook throws, and when there is none", async () => {
  const deprecated = () => {
    throw new Error("broken hook");
  };
  await expect(clientWith({ deprecated }).byOperation.removeOld?.({ path })).resolves.toBeUndefined();
  await expect(clientWith({}).byOperation.removeOld?.({ path })).resolves.toBeUndefined();
});
