import { describe, expect, test } from "vitest";
import type { Fetch } from "../options/configuration.ts";
import type { ApiDescription } from "../table/api-description.ts";
import { exampleApi, exampleOperation } from "../testing/example-api.test-support.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { startTestServer } from "../testing/test-server.test-support.ts";
import { createOperationMethods } from "./operation-methods.ts";

const { HttpError } = exampleFailures;

describe("an operation method", () => {
  test("exists for every operation of the table", () => {
    expect(Object.keys(exampleClient({}).byOperation)).toEqual(Object.keys(exampleApi.operations));
  });

  test("returns the body, or undefined for an empty success", async () => {
    const server = await startTestServer((response, { method }) => {
      if (method === "DELETE") response.writeHead(204).end();
      else response.writeHead(200, { "Content-Type": "application/json" }).end('[{"id":1}]');
    });
    const { byOperation } = exampleClient({ baseUrl: server.url });
    expect(await byOperation.listThings()).toEqual([{ id: 1 }]);
    expect(await byOperation.deleteThing({ path: { id: 1 } })).toBeUndefined();
  });

  test("throws for an empty 409, with status, operation and request id", async () => {
    const server = await startTestServer((response) =>
      response.writeHead(409, { "x-request-id": "r-1" }).end(),
    );
    const { byOperation } = exampleClient({ baseUrl: server.url });
    const failure = await failureOf(() => byOperation.runThing({ path: { id: 7 } }));
    expect(failure).toBeInstanceOf(HttpError);
    expect(failure).toMatchObject({
      kind: "http",
      status: 409,
      operationId: "runThing",
      method: "POST",
      path: "/things/{id}/run",
      requestId: "r-1",
      attempts: 1,
      outcomeUnknown: false,
    });
    expect(Number.isInteger(failure.elapsedMs)).toBe(true);
    expectNoKey(failure);
  });

  test("does not tell the key that a server echoes in every place it has", async () => {
    const fetch: Fetch = async (_url, init) => {
      const key = new Headers(init.headers).get("X-Key") ?? "";
      const headers = { "Content-Type": "application/json", "x-request-id": key };
      return new Response(JSON.stringify({ [key]: key }), { status: 401, headers });
    };
    const failure = await failureOf(() => exampleClient({ fetch }).byOperation.runThing({ path: { id: 7 } }));
    expect(failure).toMatchObject({ requestId: "[redacted]", body: { "[redacted]": "[redacted]" } });
    expectNoKey(failure);
  });

  test("has the name of its operation, even an odd one, and changes no prototype", () => {
    const operations = Object.fromEntries([
      ["__proto__", exampleOperation("ping")],
      ["constructor", exampleOperation("ping")],
    ]) as ApiDescription["operations"];
    const methods = createOperationMethods<object>({ ...exampleApi, operations }, exampleFailures, () =>
      Promise.reject(new Error("unused")),
    );
    expect(Object.keys(methods)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(methods)).toBe(Object.prototype);
  });
});
