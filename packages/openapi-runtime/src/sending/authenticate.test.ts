import { expect, test } from "vitest";
import type { ApiDescription } from "../table/api-description.ts";
import { exampleApi, exampleOperation } from "../testing/example-api.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { authenticate } from "./authenticate.ts";

const call = { context: {}, key: "" };

test.each([
  ["that is known", "key-1"],
  ["that is asked for", () => "key-1"],
])(
  "a key %s goes into the header that the security scheme names, in a copy of the others",
  async (_name, key) => {
    const headers = { "x-a": "1" };
    expect(await authenticate(headers, exampleOperation("runThing"), key, exampleApi, call)).toEqual({
      headers: { "x-a": "1", "X-Key": "key-1" },
      key: "key-1",
    });
    expect(headers).toEqual({ "x-a": "1" });
  },
);

test("a public operation is sent without the key, and nobody is asked for one", async () => {
  const headers = { "x-a": "1" };
  const neverAsked = () => {
    throw new Error("asked");
  };
  const operation = exampleOperation("ping");
  expect(await authenticate(headers, operation, neverAsked, exampleApi, call)).toEqual({ headers, key: "" });
});

test.each<[string, ApiDescription["securitySchemes"]]>([
  ["is not described", {}],
  ["is no key", { apiKey: { type: "http" } }],
  ["is a key in the query", { apiKey: { type: "apiKey", in: "query", name: "key" } }],
])("a security scheme that %s is refused before sending", async (_name, securitySchemes) => {
  const api = { ...exampleApi, securitySchemes };
  const failure = await failureOf(() => authenticate({}, exampleOperation("runThing"), "key-1", api, call));
  expect(failure.message).toContain("the client does not know the security scheme `apiKey`.");
});
