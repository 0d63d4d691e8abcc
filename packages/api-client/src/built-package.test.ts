import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import type * as Package from "./index.ts";

/** The package under its own name, as consumers get it: resolved by `exports` for `import` and for `require`. */
const name = "@np6/api-client";
const esm: typeof Package = await import(/* @vite-ignore */ import.meta.resolve(name));
const cjs = createRequire(import.meta.url)(name) as typeof Package;

const refusal = async () => new Response(null, { status: 409, headers: { "x-request-id": "r-1" } });

describe.each([
  ["ESM", esm, cjs],
  ["CommonJS", cjs, esm],
])("the %s build", (_format, own, other) => {
  test("calls through openapi-fetch, and fails with its own classes", async () => {
    const np6 = own.createClient({ apiKey: "k", allowRealApi: true, fetch: refusal });
    const { error } = await np6.POST("/scripting/workflows/{id}/duplication", {
      params: { path: { id: 1 } },
    });
    expect(error).toBeInstanceOf(own.HttpError);
    expect(error).not.toBeInstanceOf(other.HttpError);
  });

  test("makes failures that the other copy recognises", async () => {
    const np6 = own.createClient({ apiKey: "k", allowRealApi: true, fetch: refusal });
    const failure: unknown = await np6
      .duplicateWorkflow({ path: { id: 1 } })
      .catch((error: unknown) => error);
    expect(other.isNp6Error(failure)).toBe(true);
    expect(failure).toMatchObject({ name: "HttpError", requestId: "r-1" });
    expect(other.isNp6Error(new Error("of somebody else"))).toBe(false);
  });

  test("exports what the package means to export", () => {
    expect(Object.keys(own).sort()).toEqual([
      "AbortedError",
      "ConfigurationError",
      "ConnectionError",
      "HttpError",
      "KeyUnavailableError",
      "Np6Error",
      "RedirectError",
      "TimeoutError",
      "UnexpectedResponseError",
      "createClient",
      "failedItems",
      "isNp6Error",
      "realApiUrl",
    ]);
  });
});

test("neither importing the package nor making a client loads Node's fetch, which takes longer than both", () => {
  const loaded = (work: string): boolean => {
    const code = `import { createClient } from ${JSON.stringify(import.meta.resolve(name))};
createClient({ apiKey: "k", allowRealApi: true });
${work}
console.log(process.moduleLoadList.some((module) => module.includes("undici/undici")));`;
    const words = ["--input-type=module", "--eval", code];
    return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" }));
  };
  expect(loaded("")).toBe(false);
  // Control: loading fetch's classes is detected.
  expect(loaded("new Response();")).toBe(true);
});
