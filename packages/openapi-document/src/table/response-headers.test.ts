import { expect, test } from "vitest";
import { createOperationTable } from "./create-operation-table.ts";

/** Returns the table's headers for an API whose responses declare the given ones. */
function found(...responses: readonly (readonly string[])[]) {
  const declared = responses.map((names, index) => [
    String(200 + index),
    { description: "x", headers: Object.fromEntries(names.map((name) => [name, { schema: {} }])) },
  ]);
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { "/things": { get: { responses: Object.fromEntries(declared) } } },
  };
  return createOperationTable(document).table.responseHeaders;
}

test("a request id and a rate limit are known by their names, whatever their letters", () => {
  expect(
    found(["X-Request-Id", "X-RateLimit-Limit"], ["X-RateLimit-Remaining", "x-ratelimit-reset"]),
  ).toEqual({
    requestId: "x-request-id",
    rateLimit: { limit: "x-ratelimit-limit", remaining: "x-ratelimit-remaining", reset: "x-ratelimit-reset" },
  });
});

test.each([
  ["Request-Id", { requestId: "request-id" }],
  ["X-GitHub-Request-Id", { requestId: "x-github-request-id" }],
  ["RateLimit-Reset", { rateLimit: { reset: "ratelimit-reset" } }],
  ["Rate-Limit-Remaining", { rateLimit: { remaining: "rate-limit-remaining" } }],
])("%s is one", (name, expected) => {
  expect(found([name])).toEqual(expected);
});

test("the first declared counts", () => {
  expect(found(["X-Request-Id"], ["Request-Id"])).toEqual({ requestId: "x-request-id" });
});

test("an API that declares none has none", () => {
  expect(found(["X-Next", "Request-Id-Of-Parent"], [])).toBeUndefined();
});
