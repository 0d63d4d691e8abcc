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
      "dryRun",
    ]);
    // `await` would treat a client with a method `then` as a promise.
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
      "user-agent": expect.stringMatching(/^np6-api-client\/\d+\.\d+\.\d+/),
      "x-key": "k",
    });
  });

  test("says another User-Agent where a call brings one", async () => {
    const fetch = vi.fn<Fetch>(async () => new Response(null, { status: 409 }));
    const np6 = createClient({ apiKey: "k", allowRealApi: true, fetch });
    const call = np6.duplicateWorkflow({ path: { id: 1 }, headers: { "User-Agent": "shop/1" } });
    await expect(call).rejects.toMatchObject({ status: 409 });
    expect(new Headers(fetch.mock.calls[0]?.[1].headers).get("user-agent")).toBe("shop/1");
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

describe("failures of older copies of the package", () => {
  const made = { kind: "timeout", attempts: 1, outcomeUnknown: true, next: "check" };

  test("are known by their marker", () => {
    const failure = Object.defineProperty(new Error("x"), Symbol.for("@np6/api-client/error"), {
      value: true,
    });
    expect(isNp6Error(failure)).toBe(true);
  });

  test("are known again after a journey, by the last line of their stack", () => {
    const clone = new Error("the call did not end.");
    const fields = JSON.stringify({ name: "TimeoutError", ...made });
    clone.stack = `TimeoutError: the call did not end.\n    at somewhere\n    [np6 ${fields}]`;
    expect(isNp6Error(clone)).toBe(true);
    expect(clone).toMatchObject({ name: "TimeoutError", ...made });
  });

  test("are of no other client's", () => {
    const clone = new Error("x");
    clone.stack = `TimeoutError: x\n    [things ${JSON.stringify({ name: "TimeoutError", ...made })}]`;
    expect(isNp6Error(clone)).toBe(false);
  });
});
