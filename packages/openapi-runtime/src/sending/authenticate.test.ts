import { expect, test } from "vitest";
import type { ApiDescription } from "../table/api-description.ts";
import { exampleApi } from "../testing/example-api.test-support.ts";
import { exampleCall } from "../testing/example-call.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { authenticate } from "./authenticate.ts";

test.each([
  ["that is known", "key-1"],
  ["that is asked for", () => "key-1"],
])(
  "a key %s goes into the header that the security scheme names, in a copy of the others",
  async (_name, key) => {
    const headers = { "x-a": "1" };
    expect(await authenticate(exampleCall("runThing", { apiKey: key, headers }))).toEqual({
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
  expect(await authenticate(exampleCall("ping", { apiKey: neverAsked, headers }))).toEqual({
    headers,
    key: "",
  });
});

test.each<[string, ApiDescription["securitySchemes"]]>([
  ["is not described", {}],
  ["is of another kind", { apiKey: { type: "mutualTLS" } }],
  ["needs an answer of the server's first", { apiKey: { type: "http", scheme: "digest" } }],
  ["wants a user and a password, which the key is not", { apiKey: { type: "http", scheme: "basic" } }],
  ["is a key in a cookie", { apiKey: { type: "apiKey", in: "cookie", name: "key" } }],
  ["is a key in the query", { apiKey: { type: "apiKey", in: "query", name: "key" } }],
])("a security scheme that %s is refused before sending", async (_name, securitySchemes) => {
  const api = { ...exampleApi, securitySchemes };
  const failure = await failureOf(() => authenticate(exampleCall("runThing", { apiKey: "key-1", api })));
  expect(failure.message).toContain("the client cannot send its key by the security scheme `apiKey`:");
});

test.each<[string, ApiDescription["securitySchemes"][string], string, string]>([
  ["a bearer token", { type: "http", scheme: "bearer" }, "key-1", "Bearer key-1"],
  ["a token of OAuth 2", { type: "oauth2" }, "key-1", "Bearer key-1"],
  ["a token of OpenID Connect", { type: "openIdConnect" }, "key-1", "Bearer key-1"],
  ["a user and a password", { type: "http", scheme: "basic" }, "jane:key-1", "Basic amFuZTprZXktMQ=="],
])("%s goes into the header Authorization", async (_name, scheme, apiKey, Authorization) => {
  const call = exampleCall("runThing", {
    apiKey,
    api: { ...exampleApi, securitySchemes: { apiKey: scheme } },
  });
  expect(await authenticate(call)).toEqual({ headers: { Authorization }, key: apiKey });
});
