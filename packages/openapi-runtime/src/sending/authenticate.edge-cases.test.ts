import { expect, test } from "vitest";
import type { SecurityScheme } from "../table/api-description.ts";
import { exampleApi } from "../testing/example-api.test-support.ts";
import { exampleCall } from "../testing/example-call.test-support.ts";
import { authenticate } from "./authenticate.ts";

test("a key for a header without a name is a scheme that the client does not know", () => {
  const api = { ...exampleApi, securitySchemes: { apiKey: { type: "apiKey", in: "header" } } };
  expect(() => authenticate(exampleCall("runThing", { api }))).toThrow("by the security scheme `apiKey`");
});

test.each<[string, SecurityScheme, string]>([
  ["digest, with a user and a password", { type: "http", scheme: "digest" }, "user:password"],
  ["basic without a password", { type: "http", scheme: "basic" }, "password"],
  ["a key in the query", { type: "apiKey", in: "query", name: "key" }, "user:password"],
  ["a certificate that calls itself basic", { type: "mutualTLS", scheme: "basic" }, "user:password"],
])("%s is a scheme that no header carries", (_what, scheme, apiKey) => {
  const api = { ...exampleApi, securitySchemes: { apiKey: scheme } };
  expect(() => authenticate(exampleCall("runThing", { api, apiKey }))).toThrow(
    "by the security scheme `apiKey`",
  );
});

test("a scheme that the table does not have is refused", () => {
  const api = { ...exampleApi, securitySchemes: {} };
  expect(() => authenticate(exampleCall("runThing", { api }))).toThrow("by the security scheme `apiKey`");
});

test("http without a scheme is bearer", async () => {
  const api = { ...exampleApi, securitySchemes: { apiKey: { type: "http" } } };
  expect((await authenticate(exampleCall("runThing", { api }))).headers).toHaveProperty(
    "Authorization",
    "Bearer k",
  );
});
