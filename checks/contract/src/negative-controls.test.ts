import { createClient, type Fetch, HttpError, UnexpectedResponseError } from "@np6/api-client";
import type { Execution } from "@np6/api-types";
import { describe, expect, inject, test } from "vitest";
import { testKey } from "./exchanges/call-operation.ts";
import { documentedOperations } from "./exchanges/documented-operations.ts";

/** Makes a client whose requests are changed before they are sent, as a wrong table or a careless proxy would. */
function clientWithHeaders(changeHeaders: (headers: Headers) => void) {
  const fetch: Fetch = (url, init) => {
    const headers = new Headers(init.headers);
    changeHeaders(headers);
    return globalThis.fetch(url, { ...init, headers });
  };
  return createClient({ apiKey: testKey, baseUrl: inject("mockUrl"), fetch });
}

const execution: Execution = { id: "welcome-2026-11", receiver: { type: "id", value: "000A1B2C" } };
const call = (client: ReturnType<typeof clientWithHeaders>) =>
  client.executeWorkflow({ path: { id: 42 }, body: execution });

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("the call should have failed");
    },
    (error: unknown) => error,
  );
}

describe("the mock says no", () => {
  test("to nothing when the request is as the client makes it", async () => {
    await expect(call(clientWithHeaders(() => {}))).resolves.toBeTypeOf("object");
  });

  test("with 401 to a call without a key", async () => {
    const failure = await failureOf(call(clientWithHeaders((headers) => headers.delete("X-Key"))));
    expect(failure).toBeInstanceOf(HttpError);
    expect(failure).toMatchObject({ status: 401, operationId: "executeWorkflow" });
  });

  test("with 415 to application/json instead of the vendor type", async () => {
    const failure = await failureOf(
      call(clientWithHeaders((headers) => headers.set("Content-Type", "application/json"))),
    );
    expect(failure).toMatchObject({ kind: "http", status: 415, outcomeUnknown: false });
  });

  test("with 406 to an Accept of an unknown version", async () => {
    const unknownVersion = "application/vnd.np6.cm.workflow-v99";
    const failure = await failureOf(
      call(clientWithHeaders((headers) => headers.set("Accept", unknownVersion))),
    );
    expect(failure).toMatchObject({ kind: "http", status: 406 });
  });

  test("with 400 to a body that breaks the schema, naming the field", async () => {
    const wrong = { ...execution, receiver: { type: 7 } };
    const client = createClient({ apiKey: testKey, baseUrl: inject("mockUrl") });
    const { error, response } = await client.POST("/scripting/workflows/{id}/execution", {
      params: { path: { id: 42 } },
      // @ts-expect-error the types refuse it as well
      body: wrong,
    });
    expect(error).toMatchObject({ kind: "http", status: 400, operationId: "executeWorkflow" });
    expect(response.headers.get("sl-violations")).toContain("receiver");
  });
});

describe("the client says no", () => {
  const answering = (status: number, headers: Record<string, string>, body: string) => {
    const fetch: Fetch = async () => new Response(body, { status, headers });
    return createClient({ apiKey: testKey, allowRealApi: true, fetch });
  };

  test("to a 200 in another version of the media type", async () => {
    const client = answering(
      200,
      { "Content-Type": "application/vnd.np6.cm.workflow-v5" },
      '{"type":"success"}',
    );
    const failure = await failureOf(call(client));
    expect(failure).toBeInstanceOf(UnexpectedResponseError);
    expect(failure).toMatchObject({ outcomeUnknown: true });
  });

  test("to a gateway's HTML page with 200", async () => {
    const client = answering(200, { "Content-Type": "text/html" }, "<h1>Welcome</h1>");
    expect(await failureOf(call(client))).toMatchObject({
      kind: "unexpected-response",
      bodyExcerpt: "<h1>Welcome</h1>",
    });
  });
});

test("there is a vendor media type in the spec that no stock tool knows as JSON", () => {
  const types = documentedOperations().flatMap(({ requestBodies }) =>
    requestBodies.map(({ mediaType }) => mediaType),
  );
  expect(types.filter((type) => !/\bjson\b/.test(type))).toContain("application/vnd.np6.cm.workflow-v4");
});
