import { expect, test } from "vitest";
import type { ApiDescription } from "./api-description.ts";
import { authenticate } from "./authenticate.ts";
import { exampleApi, exampleOperation } from "./example-api.test-support.ts";
import { failureOf } from "./failure-of.test-support.ts";

test("the key goes into the header that the security scheme names, and replaces what is there", async () => {
  const headers = new Headers({ "x-key": "old" });
  expect(await authenticate(headers, exampleOperation("runThing"), "key-1", exampleApi, {})).toBe("key-1");
  expect([...headers]).toEqual([["x-key", "key-1"]]);
});

test("a public operation is sent without the key, and nobody is asked for one", async () => {
  const headers = new Headers();
  const neverAsked = () => {
    throw new Error("asked");
  };
  expect(await authenticate(headers, exampleOperation("ping"), neverAsked, exampleApi, {})).toBe("");
  expect([...headers]).toEqual([]);
});

test.each<[string, ApiDescription["securitySchemes"]]>([
  ["is not described", {}],
  ["is no key", { apiKey: { type: "http" } }],
  ["is a key in the query", { apiKey: { type: "apiKey", in: "query", name: "key" } }],
])("a security scheme that %s is refused before sending", async (_name, securitySchemes) => {
  const api = { ...exampleApi, securitySchemes };
  const failure = await failureOf(() =>
    authenticate(new Headers(), exampleOperation("runThing"), "key-1", api, {}),
  );
  expect(failure.message).toContain("the client does not know the security scheme `apiKey`.");
});
