import { describe, expect, test, vi } from "vitest";
import { api } from "./generated/operations.gen.ts";
import { createClient, type Fetch, isNp6Error } from "./index.ts";

const vendorType = "application/vnd.np6.cm.workflow-v4";

describe("the client of the NP6 API", () => {
  test("has a method for every operation and every HTTP method, none under the other's name", () => {
    const operationIds = Object.keys(api.operations);
    const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];
    expect(Object.keys(createClient({ apiKey: "k", allowRealApi: true }))).toEqual([
      ...operationIds,
      ...methods,
      "close",
    ]);
    // A client with a method `then` would be taken for a promise by `await`.
    expect(operationIds).not.toContain("then");
  });

  test("sends an execution in the vendor's media type to the vendor's server", async () => {
    const fetch = vi.fn<Fetch>(
      async () => new Response('{"type":"success"}', { headers: { "Content-Type": vendorType } }),
    );
    const np6 = createClient({ apiKey: "k", allowRealApi: true, fetch });
    const result = await np6.executeWorkflow({
      path: { id: 42 },
      body: { receiver: { type: "id", value: "1" } },
    });
    expect(result).toEqual({ type: "success" });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe("https://api-cm.np6.com/scripting/workflows/42/execution");
    expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
      "content-type": vendorType,
      accept: vendorType,
      "x-key": "k",
    });
  });

  test("refuses its options at once", () => {
    try {
      createClient({ apiKey: undefined, allowRealApi: true });
    } catch (error) {
      expect(isNp6Error(error) && error.kind).toBe("configuration");
      return;
    }
    throw new Error("the missing key was accepted");
  });
});
